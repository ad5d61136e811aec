#include "clerk/challenges.hpp"

#include <gtest/gtest.h>

namespace hearth::clerk {
namespace {

const base::Instant k_start{1'800'000'000'000};
base::Instant later(std::int64_t ms) { return {k_start.ms + ms}; }

TEST(Challenges, AreOpenForFiveMinutesAndWhatTheyWereDrawnFor) {
    Challenges challenges;
    const std::string drawn = challenges.draw("village/sign-in", k_start);
    EXPECT_TRUE(challenges.is_open(drawn, "village/sign-in", later(Challenges::k_life_ms)));
    EXPECT_FALSE(challenges.is_open(drawn, "village/sign-in", later(Challenges::k_life_ms + 1)));
    EXPECT_FALSE(challenges.is_open(drawn, "village/sign-in", later(-1))) << "from the future";
    EXPECT_FALSE(challenges.is_open(drawn, "township/sign-in", k_start));
    EXPECT_NE(challenges.draw("village/sign-in", k_start), drawn);
}

TEST(Challenges, AreNotThoseOfAnotherProcessOrChangedOnes) {
    Challenges challenges;
    Challenges others;
    EXPECT_FALSE(challenges.is_open(others.draw("a", k_start), "a", k_start));
    const std::string drawn = challenges.draw("a", k_start);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        std::string changed = drawn;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(challenges.is_open(changed, "a", k_start)) << i;
    }
    EXPECT_FALSE(challenges.is_open(drawn.substr(1), "a", k_start));
    EXPECT_FALSE(challenges.is_open("", "a", k_start));
}

TEST(Challenges, AreUsedOnce) {
    Challenges challenges;
    const std::string one = challenges.draw("a", k_start);
    const std::string another = challenges.draw("a", k_start);
    EXPECT_TRUE(challenges.use(one, k_start));
    EXPECT_FALSE(challenges.use(one, later(Challenges::k_life_ms)));
    EXPECT_TRUE(challenges.use(another, k_start));
}

}  // namespace
}  // namespace hearth::clerk
