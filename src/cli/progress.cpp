#include "cli/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace hearth::cli {

namespace {
constexpr std::chrono::milliseconds k_pause{500};
}  // namespace

Progress::Progress(std::string what)
    : what_(std::move(what)), is_terminal_(::isatty(STDERR_FILENO) == 1), last_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
    if (is_terminal_ && has_told_) std::cerr << "\n";
}

void Progress::operator()(std::uint64_t done, std::uint64_t of) {
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < k_pause) return;
    last_ = now;
    has_told_ = true;
    std::cerr << (is_terminal_ ? "\r" : "") << what_ << ": " << done << " of " << of << (is_terminal_ ? "" : "\n") << std::flush;
}

}  // namespace hearth::cli
