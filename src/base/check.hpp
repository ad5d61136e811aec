#pragma once

#include <cstdio>
#include <cstdlib>

namespace hearth::base {

/// Prints where our own reasoning broke and aborts. Never for what people, files or networks can cause: that is a Refusal.
[[noreturn]] inline void check_failed(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "hearth: broken invariant: %s (%s:%d)\n", expression, file, line);
    std::abort();
}

}  // namespace hearth::base

/// An invariant of ours; stays on in release builds.
#define HEARTH_CHECK(x) ((x) ? void(0) : ::hearth::base::check_failed(#x, __FILE__, __LINE__))
