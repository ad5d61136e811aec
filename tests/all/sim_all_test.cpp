#include <gtest/gtest.h>

#include "sim/simulator.hpp"
#include "tests/support/shipped_rules.hpp"

namespace hearth::sim {
namespace {

TEST(Simulator, AThousandTownsKeepWhatTheirOfficesSay) {
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const Simulated town = simulate(seed, 400, tests::shipped_rules());
        ASSERT_EQ(town.fault, "") << "seed " << seed;
    }
}

}  // namespace
}  // namespace hearth::sim
