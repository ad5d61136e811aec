#include "cli/life.hpp"

#include <gtest/gtest.h>

namespace hearth::cli {
namespace {

TEST(Life, IsANumberOfDaysOrHours) {
    EXPECT_EQ(parse_life("30d"), 30 * 86'400'000LL);
    EXPECT_EQ(parse_life("12h"), 12 * 3'600'000LL);
}

TEST(Life, OfAnyOtherFormIsNone) {
    for (const char* text : {"", "d", "30", "0d", "-3d", "30 d", "30dd", "3w", "99999999999999999999d", "9999999d"}) {
        EXPECT_FALSE(parse_life(text).has_value()) << text;
    }
}

}  // namespace
}  // namespace hearth::cli
