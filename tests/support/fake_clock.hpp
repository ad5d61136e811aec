#pragma once

#include <atomic>

#include "base/effects.hpp"

namespace hearth::tests {

/// A clock that stands where the test puts it. Any thread.
class FakeClock final : public base::Clock {
public:
    explicit FakeClock(base::Instant start) : ms_(start.ms) {}

    [[nodiscard]] base::Instant now() const override { return {ms_}; }
    void set(base::Instant instant) { ms_ = instant.ms; }
    void advance_ms(std::int64_t ms) { ms_ += ms; }

private:
    std::atomic<std::int64_t> ms_;
};

}  // namespace hearth::tests
