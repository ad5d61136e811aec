#include "clerk/effects.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hearth::clerk {
namespace {

// Across the ends of its pieces, small and large: none comes twice, and none is what was overwritten.
TEST(SystemRandomness, GivesNothingTwice) {
    SystemRandomness chance;
    std::set<std::string> drawn;
    for (int i = 0; i < 5000; ++i) EXPECT_TRUE(drawn.insert(chance.bytes(16)).second);
    EXPECT_FALSE(drawn.contains(std::string(16, '\0')));
}

TEST(SystemRandomness, GivesAsManyAsAreAskedFor) {
    for (const std::size_t first : {0, 1, 63, 64, 65, 16'384}) {
        SystemRandomness chance;
        EXPECT_EQ(chance.bytes(first).size(), first);
        EXPECT_EQ(chance.bytes(16'384).size(), 16'384U);
        EXPECT_EQ(chance.bytes(1).size(), 1U);
    }
}

}  // namespace
}  // namespace hearth::clerk
