#include "base/refusal.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hearth::base {
namespace {

TEST(Refusal, EveryReasonHasItsOwnWord) {
    const std::set<std::string_view> words{word(Reason::not_found),   word(Reason::not_permitted), word(Reason::out_of_order),
                                           word(Reason::out_of_time), word(Reason::malformed),     word(Reason::limit_exceeded),
                                           word(Reason::conflict)};
    EXPECT_EQ(words.size(), 7U);
    EXPECT_EQ(words.count("unknown"), 0U);
    EXPECT_EQ(word(Reason::out_of_time), "out_of_time");
}

TEST(Refusal, ReadsAsReasonRulePlaceDetail) {
    const Refusal refusal{Reason::malformed, "pack/unknown_word", {"pack.yaml", 3, 7, "title"}, "titel"};
    EXPECT_EQ(to_string(refusal), "refused malformed pack/unknown_word (pack.yaml:3:7 title) titel");
    EXPECT_EQ(to_string(Refusal{Reason::out_of_time, "request/appeal"}), "refused out_of_time request/appeal");
}

TEST(Place, LeavesOutWhatIsNotSet) {
    EXPECT_EQ(to_string(Place{}), "");
    EXPECT_EQ(to_string(Place{"", 12, 0, ""}), "line 12");
    EXPECT_EQ(to_string(Place{"", 12, 4, ""}), "line 12:4");
    EXPECT_EQ(to_string(Place{"a.csv", 2, 0, "due"}), "a.csv:2 due");
    EXPECT_EQ(to_string(Place{"", 0, 0, "title"}), "title");
}

}  // namespace
}  // namespace hearth::base
