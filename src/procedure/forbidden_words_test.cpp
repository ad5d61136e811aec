#include "procedure/forbidden_words.hpp"

#include <gtest/gtest.h>

namespace hearth::procedure {
namespace {

TEST(ForbiddenWord, IsFoundAsAWholeWordInAnySpelling) {
    for (const char* text :
         {"ethnicity", "Party-Member since", "risk_score", "riskScore", "The Race of the caller", "PARTY MEMBER"})
        EXPECT_TRUE(forbidden_word(text)) << text;
    for (const char* text : {"trace", "surface", "score", "risk", "party hall", "embrace", "interface id", ""})
        EXPECT_FALSE(forbidden_word(text)) << text;
}

TEST(ForbiddenWord, IsFoundInsideChineseText) {
    EXPECT_EQ(forbidden_word("居民民族"), "民族");
    EXPECT_EQ(forbidden_word("政治面貌"), "政治面貌");
    EXPECT_EQ(forbidden_word("шашин"), "шашин");
    EXPECT_FALSE(forbidden_word("事项"));
}

TEST(ForbiddenWord, LeavesReviewedExceptionsAlone) {
    EXPECT_FALSE(forbidden_word("案情报告"));
    EXPECT_FALSE(forbidden_word("民族路12号"));
    EXPECT_FALSE(forbidden_word("Face to face visit"));
    EXPECT_FALSE(forbidden_word("border of the plot"));
    EXPECT_TRUE(forbidden_word("民族路居民的民族"));
}

}  // namespace
}  // namespace hearth::procedure
