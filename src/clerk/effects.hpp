#pragma once

#include <string>

#include "base/effects.hpp"

/// The real clock and the real chance, handed down to everything below that may not fetch them itself.
namespace hearth::clerk {

/// The machine's wall clock. Its zone plays no part.
class SystemClock final : public base::Clock {
public:
    [[nodiscard]] base::Instant now() const override;
};

/// Bytes of libsodium, drawn in larger pieces: an act takes some ten salts, and one call each would cost more than the hashing.
/// The first piece is small and each one twice the one before, for whoever needs one key only. One owner; not for two threads at
/// once.
class SystemRandomness final : public base::Randomness {
public:
    std::string bytes(std::size_t count) override;

private:
    std::string drawn_;
    std::size_t used_ = 0;
};

/// Whether the kernel says that a network time service holds the clock of this machine (adjtimex). Setting the clock by hand, and
/// each start of the machine, takes that word back until the service has agreed anew.
bool is_clock_held();

}  // namespace hearth::clerk
