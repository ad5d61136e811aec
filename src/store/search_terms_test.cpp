#include "store/search_terms.hpp"

#include <gtest/gtest.h>

namespace hearth::store {
namespace {

TEST(SearchTerms, CutsHanRunsIntoPairsAndTheLastCharacter) {
    EXPECT_EQ(cut_for_index("修路灯"), " 修路 路灯 灯 ");
    EXPECT_EQ(cut_for_index("A4纸。x"), "A4 纸 。x");
    EXPECT_EQ(cut_for_index(""), "");
}

TEST(SearchTerms, AsksARunAsOnePhrase) {
    EXPECT_EQ(cut_question("修路灯"), (std::vector<Phrase>{{{"修路", "路灯"}, false}}));
    EXPECT_EQ(cut_question("路灯"), (std::vector<Phrase>{{{"路灯"}, false}}));
}

TEST(SearchTerms, AsksASingleCharacterAsABeginning) { EXPECT_EQ(cut_question("路"), (std::vector<Phrase>{{{"路"}, true}})); }

TEST(SearchTerms, AsksEveryWordAndRunApart) {
    EXPECT_EQ(cut_question("lamp 7号 \"dark\"，水井"),
              (std::vector<Phrase>{{{"lamp"}, false}, {{"7"}, false}, {{"号"}, true}, {{"dark"}, false}, {{"水井"}, false}}));
}

TEST(SearchTerms, AsksNothingOfPunctuationOrBrokenText) {
    EXPECT_TRUE(cut_question("\"*() - ，。—…").empty());
    EXPECT_TRUE(cut_question("\xE6\x88").empty());
    EXPECT_EQ(cut_for_index("\xE6\x88"), "\xE6\x88");
}

TEST(SearchTerms, KnowsWhetherATextAnswers) {
    EXPECT_TRUE(answers("The Lamp by the school; 修路灯", "school 路灯 lamp"));
    EXPECT_TRUE(answers("修路灯", "路"));
    EXPECT_FALSE(answers("修路灯", "修灯"));
    EXPECT_FALSE(answers("lamps", "lamp"));
    EXPECT_FALSE(answers("lamp", "  -"));
}

TEST(SearchTerms, KnowsHanBeyondTheBasicPlane) { EXPECT_EQ(cut_for_index("𠮷野"), " 𠮷野 野 "); }

}  // namespace
}  // namespace hearth::store
