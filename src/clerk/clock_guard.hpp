#pragma once

#include <filesystem>

#include "base/time.hpp"
#include "clerk/clerk.hpp"

/// Whether the wall clock may be believed. A machine whose battery is flat may wake up ten years ahead; if the clerk believed it,
/// every term of every matter would end at once, and no act can be taken back.
///
/// The clock is believed while it moves on steadily from when it was last in order. If it leaves that instant by more than the
/// span, acts of the clock stand still until it returns or the operator has confirmed it; if it is further ahead than any outage
/// explains, people's acts wait too, since they would stamp the record with a time it can never come back from.
namespace hearth::clerk {

class ClockGuard {
public:
    /// `file` keeps across restarts when the clock was last in order; empty: it is kept in memory only.
    ClockGuard(std::filesystem::path file, base::Instant last_recorded, std::int64_t span_ms);

    /// Looks at the clock; called at least once a second while the clerk runs.
    ClockState look(base::Instant wall, base::Instant last_recorded);
    /// Ahead by more than 400 days.
    [[nodiscard]] bool is_beyond_outage(base::Instant wall) const;
    /// The operator has looked: this is the time.
    void confirm(base::Instant wall);
    [[nodiscard]] base::Instant in_order_at() const { return in_order_at_; }

private:
    void write(bool in_doubt);

    std::filesystem::path file_;
    std::int64_t span_ms_;
    base::Instant in_order_at_;
    base::Instant written_at_;
    bool in_doubt_ = false;
};

}  // namespace hearth::clerk
