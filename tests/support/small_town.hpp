#pragma once

#include <memory>
#include <string>

#include "clerk/clerk.hpp"
#include "cli/demo/simulated.hpp"
#include "store/memory_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fixed_signer.hpp"

namespace hearth::tests {

/// One office with its real clerk; store, clock and chance are played.
class SmallTown {
public:
    SmallTown(office::OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules, base::Instant start,
              std::uint64_t seed = 1);

    /// The machine's clock shows `now`; terms that have ended by then expire before this returns.
    void set_clock(base::Instant now);
    /// The machine's clock shows `now`, and the clerk has not looked yet.
    void set_clock_unseen(base::Instant now) { clock_.set(now); }

    [[nodiscard]] clerk::Clerk& clerk() { return *clerk_; }
    [[nodiscard]] store::MemoryStore& store() { return store_; }
    [[nodiscard]] base::Instant now() const { return clock_.now(); }

    /// The first thing that does not hold of the record and of a replay of it, else nothing.
    std::string fault();

private:
    store::MemoryStore store_;
    FixedSigner signer_;
    FakeClock clock_;
    cli::demo::SeededRandomness randomness_;
    std::unique_ptr<clerk::Clerk> clerk_;
};

}  // namespace hearth::tests
