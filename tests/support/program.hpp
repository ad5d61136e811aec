#pragma once

#include <functional>
#include <string>
#include <vector>

namespace hearth::tests {

/// What a run of the program itself left.
struct Ran {
    int exit_code = -1;  // -1: it was killed
    std::string output;  // both streams, as they came
    long peak_kb = 0;    // of its memory
};

/// Runs `hearth` of this build with these arguments. `watch` gets each line; when it returns false, the program is killed (-9).
Ran run_hearth(const std::vector<std::string>& arguments, const std::function<bool(const std::string& line)>& watch = {});

}  // namespace hearth::tests
