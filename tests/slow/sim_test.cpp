#include "sim/simulator.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/shipped_rules.hpp"

namespace hearth::sim {
namespace {

/// Each day plays other towns, and all runs of one day the same.
std::uint64_t first_seed_of_today() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<std::uint64_t>(today.time_since_epoch().count()) * 100;
}

TEST(Simulator, AHundredTownsKeepWhatTheirOfficesSay) {
    const std::uint64_t first = first_seed_of_today();
    std::uint64_t lawful = 0;
    std::uint64_t refused = 0;
    std::uint64_t expired = 0;
    for (std::uint64_t seed = first; seed < first + 100; ++seed) {
        const Simulated town = simulate(seed, 150, tests::shipped_rules());
        ASSERT_EQ(town.fault, "") << "seed " << seed;
        lawful += town.lawful;
        refused += town.refused;
        expired += town.expired;
    }
    std::cout << "seeds " << first << " to " << first + 99 << ": " << lawful << " acts, " << refused << " refusals, " << expired
              << " acts of the clock\n";
    EXPECT_GT(lawful, 1000U);
    EXPECT_GT(refused, 1000U);
    EXPECT_GT(expired, 100U);
}

TEST(Simulator, PlaysTheSameTownForTheSameSeed) {
    const Simulated one = simulate(42, 150, tests::shipped_rules());
    const Simulated two = simulate(42, 150, tests::shipped_rules());
    EXPECT_EQ(one.lawful, two.lawful);
    EXPECT_EQ(one.refused, two.refused);
    EXPECT_EQ(one.expired, two.expired);
}

}  // namespace
}  // namespace hearth::sim
