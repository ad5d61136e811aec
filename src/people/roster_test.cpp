#include "people/roster.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace hearth::people {
namespace {

using testing::ElementsAre;

const std::optional<base::CivilDate> k_none;

TEST(HouseholdLabel, IsOneHoweverItIsTyped) {
    EXPECT_EQ(household_label("3-12"), "3-12");
    EXPECT_EQ(household_label(" 3-12\r\n"), "3-12");
    EXPECT_EQ(household_label("\u3000\uFF13\uFF0D\uFF11\uFF12"), "3-12");
    EXPECT_EQ(household_label("3\u201312"), "3-12");
    EXPECT_EQ(household_label("\uFF01\uFF3F\uFF40\uFF5E"), "!_`~") << "both ends of the full-width letters";
    EXPECT_EQ(household_label("\u4E1C3\u53F7 b"), "\u4E1C3\u53F7 b") << "other letters stay, and so does case";
    EXPECT_EQ(household_label("\u3000 "), "");
    EXPECT_EQ(household_label("\xEF\xBC"), "\xEF\xBC");
}

RC_GTEST_PROP(HouseholdLabel, WrittenAgainStaysAsItIs, (const std::string& typed)) {
    const std::string once = household_label(typed);
    RC_ASSERT(household_label(once) == once);
}

TEST(RosterChanges, TellWhoCameWentAndChanged) {
    const std::optional<base::CivilDate> day = base::parse_date("2028-12-31").value();
    const RosterChanges changes =
        changes_between({{"1", "Ana", k_none}, {"2", "Bo", k_none}, {"3", "Cheng", k_none}, {"4", "", k_none}},
                        {{"5", "Dawa", k_none}, {"4", "", k_none}, {"2", "Bo", day}, {"3", "", k_none}});
    EXPECT_THAT(changes.added, ElementsAre("5"));
    EXPECT_THAT(changes.gone, ElementsAre("1"));
    EXPECT_THAT(changes.changed, ElementsAre("3"));
    EXPECT_THAT(changes.dated, ElementsAre("2"));
    EXPECT_THAT(changes.same, ElementsAre("2", "4"));
}

/// A roster of at most six households with few names, so that two of them have much in common; -1: the household is not in it.
std::vector<RosterLine> roster_of(const std::vector<int>& drawn) {
    std::vector<RosterLine> roster;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (drawn[i] < 0) continue;
        roster.push_back({std::to_string(i), drawn[i] == 0 ? "" : std::to_string(drawn[i]), k_none});
    }
    return roster;
}

RC_GTEST_PROP(RosterChanges, PutEachHouseholdIntoOnePlaceAndKeepAProofOnlyForTheSameRepresentative, ()) {
    const auto some = rc::gen::container<std::vector<int>>(6, rc::gen::inRange(-1, 3));
    const auto before = roster_of(*some);
    const auto after = roster_of(*some);
    const RosterChanges changes = changes_between(before, after);
    RC_ASSERT(changes.added.size() + changes.changed.size() + changes.same.size() == after.size());
    RC_ASSERT(changes.gone.size() + changes.changed.size() + changes.same.size() == before.size());
    for (const RosterLine& line : after)
        RC_ASSERT(changes.same.contains(line.household) == (std::ranges::find(before, line) != before.end()));
    const RosterChanges none = changes_between(after, after);
    RC_ASSERT(none.same.size() == after.size() && none.dated.empty());
}

TEST(TermOfARepresentative, RunsToItsLastDayAndThatDayCounts) {
    const std::optional<base::CivilDate> last = base::parse_date("2026-11-29").value();
    EXPECT_TRUE(is_in_term(last, *base::parse_date("2026-11-29")));
    EXPECT_FALSE(is_in_term(last, *base::parse_date("2026-11-30")));
    EXPECT_TRUE(is_in_term({}, *base::parse_date("2099-01-01")));
}

}  // namespace
}  // namespace hearth::people
