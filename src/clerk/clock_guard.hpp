#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "base/time.hpp"
#include "clerk/clerk.hpp"

/// Whether the wall clock may be believed. A machine whose battery is flat may wake up ten years ahead; if the clerk believed it,
/// every term of every matter would end at once, and no act can be taken back. But a village that closes on Friday and opens on
/// Monday must not wait for somebody who confirms what everybody knows.
///
/// The clock is believed while it moves on steadily from when it was last in order. Beyond the span it is believed again
/// - at once when the kernel says that a network time service holds it (whoever sets a clock by hand, and every start of the
///   machine, takes that word back until the service has agreed anew);
/// - after an outage of the machine or of this process, no longer than `outage_ms`, once it has moved on evenly for five minutes,
///   which is what a network time service needs to set it right;
/// - when the operator confirms it, or when it has returned.
/// Until then acts of the clock stand still. If it is further ahead than any outage explains (400 days), people's acts wait too,
/// since they would stamp the record with a time it can never come back from, and then no service is believed either.
namespace hearth::clerk {

class ClockGuard {
public:
    struct Rules {
        std::int64_t span_ms = 0;
        std::int64_t outage_ms = 0;
        std::function<bool()> is_held = {};  // by a network time service; empty: nobody knows
    };

    /// `file` keeps across restarts when the clock was last in order; empty: it is kept in memory only.
    ClockGuard(std::filesystem::path file, base::Instant last_recorded, Rules rules);

    /// Looks at the clock; called at least once a second while the clerk runs.
    ClockState look(base::Instant wall, base::Instant last_recorded);
    /// Ahead by more than 400 days.
    [[nodiscard]] bool is_beyond_outage(base::Instant wall) const;
    /// The operator has looked: this is the time.
    void confirm(base::Instant wall);
    [[nodiscard]] base::Instant in_order_at() const { return in_order_at_; }

private:
    /// What the file says of the instant in it.
    enum class Word { in_order, in_doubt, after_outage };

    ClockState believe(base::Instant wall);
    ClockState settle(base::Instant wall);
    void write(Word word);

    std::filesystem::path file_;
    Rules rules_;
    base::Instant in_order_at_;
    base::Instant written_at_;
    Word word_ = Word::in_order;
    bool is_first_look_ = true;
    struct Settling {
        base::Instant since;
        base::Instant last;
    };
    std::optional<Settling> settling_;  // an outage may explain where the clock stands
};

}  // namespace hearth::clerk
