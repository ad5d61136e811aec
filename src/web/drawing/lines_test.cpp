#include "web/drawing/lines.hpp"

#include <gmock/gmock.h>

namespace hearth::web::drawing {
namespace {

using testing::ElementsAre;

TEST(Lines, BreakBetweenWordsNeverWithin) {
    EXPECT_THAT(lines_of("the level above reviews it", 8, "en"), ElementsAre("the level", "above reviews", "it"));
}

TEST(Lines, BreakBetweenChineseCharactersButNotBeforeAFullStop) {
    EXPECT_THAT(lines_of("上一级督办。", 5, "zh-Hans"), ElementsAre("上一级督", "办。"));
}

TEST(Lines, LetAWordStickOutThatIsWiderThanALine) {
    EXPECT_THAT(lines_of("to Alatengqiqige now", 4, "en"), ElementsAre("to", "Alatengqiqige", "now"));
}

TEST(Lines, HaveNothingToSayOfNothing) { EXPECT_TRUE(lines_of("", 4, "en").empty()); }

}  // namespace
}  // namespace hearth::web::drawing
