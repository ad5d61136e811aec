#include "procedure/forbidden_words.hpp"

#include <gtest/gtest.h>

namespace hearth::procedure {
namespace {

TEST(ForbiddenWords, CountAsWholeWordsWithoutCaseAndSeparators) {
    for (const char* label :
         {"race", "Race", "your race?", "risk_score", "Risk-Score", "risk score", "RISK SCORE of the family", "key_person",
          "Political view", "iris", "Шашин", "шашин шүтлэг", "border", "ｒｅｌｉｇｉｏｎ", "reli\u200Bgion"}) {
        EXPECT_TRUE(forbidden_word(label)) << label;
    }
    for (const char* label : {"trace", "surface", "terrace", "bordered", "preface", "risk", "score", ""}) {
        EXPECT_FALSE(forbidden_word(label)) << label;
    }
}

TEST(ForbiddenWords, KnowPhrasesThatMeanSomethingElse) {
    EXPECT_FALSE(forbidden_word("face to face"));
    EXPECT_FALSE(forbidden_word("Talk face-to-face with the handler"));
    EXPECT_FALSE(forbidden_word("border of the plot"));
    EXPECT_TRUE(forbidden_word("face to face, and a picture of the face"));
    EXPECT_TRUE(forbidden_word("border of the country"));
}

TEST(ForbiddenWords, CountAsPartsOfChineseTexts) {
    for (const char* label : {"民族", "所属民族", "宗教信仰", "重点人员名单", "上访户", "人脸照片", "政治 面貌", "輿情"}) {
        EXPECT_TRUE(forbidden_word(label)) << label;
    }
    for (const char* label : {"案情报告", "民族路", "民族路12号", "线索", "一族人", "周边防火", "党小组"}) {
        EXPECT_FALSE(forbidden_word(label)) << label;
    }
    EXPECT_TRUE(forbidden_word("民族路的民族"));
    EXPECT_FALSE(forbidden_word("民案情报告族"));
}

TEST(ForbiddenValues, AreTheWholeTextOfAnOption) {
    for (const char* option : {"汉族", " 汉族 ", "蒙古族", "Han", "HUI", "佛教", "Muslim", "中共党员", "群众"}) {
        EXPECT_TRUE(is_forbidden_value(option)) << option;
    }
    for (const char* option : {"水族馆", "handle", "The Han street", "汉族路", "蒙古语", "", "群众来信"}) {
        EXPECT_FALSE(is_forbidden_value(option)) << option;
    }
}

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
