#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace hearth::cli {

/// Tells on the error output how far long work has come, at most twice a second; on a terminal in one line.
class Progress {
public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void operator()(std::uint64_t done, std::uint64_t of);

private:
    std::string what_;
    bool is_terminal_;
    bool has_told_ = false;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace hearth::cli
