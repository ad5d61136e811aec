#pragma once

#include <string>
#include <vector>

#include "procedure/load.hpp"

namespace hearth::procedure {

/// One element of a procedure's text that is another than before: "states", "accepted", "deadline", "n".
struct Difference {
    std::vector<std::string> path;
    std::string before;  // as written: "15", "[handler, reviewer]"; "nothing" where it was not there
    std::string after;   // likewise
    bool was = true;
    bool is = true;
};

/// A procedure of which two folders of packs hold another text.
struct ChangedText {
    std::string procedure;
    int version_before = 0;  // 0: there was none
    int version_after = 0;   // 0: there is none any more
    std::vector<Difference> differences;
    bool only_widens = false;  // it takes nothing away from residents and may be offered to running matters
};

/// Texts as they stand once overlays are laid over them, of the topmost pack of each folder; in order of their ids. Both folders
/// load; what does not is left out.
std::vector<ChangedText> changed_texts(const std::vector<SourceFile>& before, const std::vector<SourceFile>& after);

}  // namespace hearth::procedure
