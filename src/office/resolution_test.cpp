#include "office/resolution.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth::office {
namespace {

/// More than half of those present, quorum two thirds: a meeting of the group.
procedure::Resolution group_rule() {
    procedure::Resolution rule;
    rule.type = "road";
    rule.quorum_base = "households";
    rule.quorum = {2, 3};
    rule.pass_base = "present";
    rule.pass = {1, 2};
    rule.pass_more_than = true;
    rule.tie = "fails";
    return rule;
}

/// Two thirds of all members: the member assembly.
procedure::Resolution assembly_rule() {
    procedure::Resolution rule = group_rule();
    rule.type = "land";
    rule.pass_base = "all";
    rule.pass = {2, 3};
    rule.pass_more_than = false;
    return rule;
}

Roll roll(std::int64_t voters, std::int64_t present, std::int64_t in_favour, std::int64_t against) {
    return {voters, present, in_favour, against, 0, 0, {}};
}

TEST(Resolution, AShareOfTwoThirdsIsRoundedUp) {
    EXPECT_EQ(least({2, 3}, false, 30), 20);
    EXPECT_EQ(least({2, 3}, false, 31), 21);
    EXPECT_EQ(least({2, 3}, false, 32), 22);
    EXPECT_EQ(least({1, 1}, false, 7), 7);
}

TEST(Resolution, MoreThanHalfIsNeverHalf) {
    EXPECT_EQ(least({1, 2}, true, 20), 11);
    EXPECT_EQ(least({1, 2}, true, 21), 11);
    EXPECT_EQ(least({1, 2}, true, 0), 1);
}

RC_GTEST_PROP(Resolution, TheLeastNumberIsTheFirstThatReachesTheFraction, ()) {
    const auto of = *rc::gen::inRange<std::int64_t>(0, k_people_max);
    const int below = *rc::gen::inRange(1, 1000);
    const int above = *rc::gen::inRange(1, below + 1);
    const bool more_than = *rc::gen::arbitrary<bool>();
    const auto reaches = [&](std::int64_t n) { return more_than ? n * below > above * of : n * below >= above * of; };
    const std::int64_t n = least({above, below}, more_than, of);
    RC_ASSERT(reaches(n));
    RC_ASSERT(!reaches(n - 1));
}

TEST(Resolution, WithoutAQuorumNothingPasses) {
    const Count counted = count(group_rule(), roll(30, 19, 19, 0));
    EXPECT_FALSE(counted.quorate);
    EXPECT_FALSE(counted.passed);
    EXPECT_TRUE(count(group_rule(), roll(30, 20, 20, 0)).passed);
}

TEST(Resolution, WhoIsPresentAndSilentCountsAsPresent) {
    EXPECT_FALSE(count(group_rule(), roll(30, 20, 10, 0)).passed);
    EXPECT_TRUE(count(group_rule(), roll(30, 20, 11, 9)).passed);
}

TEST(Resolution, OfAllMeansOfAllAndNotOfThoseWhoCame) {
    EXPECT_FALSE(count(assembly_rule(), roll(30, 20, 19, 0)).passed);
    EXPECT_TRUE(count(assembly_rule(), roll(30, 20, 20, 0)).passed);
}

TEST(Resolution, ATieIsBrokenByTheChairOnlyWhereTheRuleSaysSo) {
    Roll tie = roll(30, 20, 10, 10);
    tie.chair_in_favour = true;
    EXPECT_FALSE(count(group_rule(), tie).passed);
    procedure::Resolution rule = group_rule();
    rule.tie = "chair";
    EXPECT_TRUE(count(rule, tie).passed);
    tie.chair_in_favour = false;
    EXPECT_FALSE(count(rule, tie).passed);
    tie = roll(30, 21, 10, 10);
    tie.chair_in_favour = true;
    EXPECT_TRUE(count(rule, tie).passed);
    tie = roll(30, 22, 10, 10);
    tie.chair_in_favour = true;
    EXPECT_FALSE(count(rule, tie).passed) << "one vote more is still no majority of those present";
}

TEST(Resolution, TheStricterOfEachPartBinds) {
    procedure::Resolution strict_quorum = group_rule();
    strict_quorum.quorum = {3, 4};
    const auto both = stricter(strict_quorum, assembly_rule());
    ASSERT_TRUE(both);
    EXPECT_EQ(both->quorum, std::pair(3, 4));
    EXPECT_EQ(both->pass, std::pair(2, 3));
    EXPECT_EQ(both->pass_base, "all");
    procedure::Resolution half = group_rule();
    half.pass_more_than = false;
    EXPECT_TRUE(stricter(half, group_rule())->pass_more_than);
    EXPECT_TRUE(stricter(group_rule(), half)->pass_more_than);
}

TEST(Resolution, RulesThatCountDifferentPeopleAreNotMixed) {
    procedure::Resolution members = assembly_rule();
    members.quorum_base = "members";
    const auto both = stricter(group_rule(), members);
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().rule, "office/meeting_bases");
}

}  // namespace
}  // namespace hearth::office
