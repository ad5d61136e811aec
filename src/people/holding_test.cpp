#include "people/holding.hpp"

#include <gmock/gmock.h>

namespace hearth::people {
namespace {

base::CivilDate day(const char* text) { return base::parse_date(text).value(); }

Holding handler(const char* from, std::optional<base::CivilDate> until = {}) { return {{"a"}, {"handler"}, day(from), until}; }

TEST(Holding, LastsFromItsFirstDayToItsLast) {
    const Holding one = handler("2026-11-02", day("2026-11-30"));
    EXPECT_FALSE(is_in_force(one, day("2026-11-01")));
    EXPECT_TRUE(is_in_force(one, day("2026-11-02")));
    EXPECT_TRUE(is_in_force(one, day("2026-11-30")));
    EXPECT_FALSE(is_in_force(one, day("2026-12-01")));
}

TEST(Holding, LastsUntilFurtherNoticeWithoutALastDay) { EXPECT_TRUE(is_in_force(handler("2020-01-01"), day("2026-11-24"))); }

TEST(PostsToday, NameEachPostOnce) {
    const std::vector<Holding> holdings = {handler("2026-01-01"),
                                           {{"a"}, {"unit_head"}, day("2027-01-01"), {}},
                                           handler("2026-06-01"),
                                           {{"a"}, {"hall_clerk"}, day("2026-02-01"), {}}};
    EXPECT_THAT(posts_today(holdings, day("2026-11-24")),
                testing::ElementsAre(base::PostId{"handler"}, base::PostId{"hall_clerk"}));
}

TEST(Deputy, StandsInOnlyWhileSheHoldsThePostForAnotherAlone) {
    Holding deputy = handler("2026-11-02", day("2026-11-30"));
    deputy.in_place_of = {"b"};
    EXPECT_EQ(deputised_today({deputy}, {"handler"}, day("2026-11-24")), AccountId{"b"});
    EXPECT_EQ(deputised_today({deputy}, {"handler"}, day("2026-12-01")), AccountId{});
    EXPECT_EQ(deputised_today({deputy}, {"unit_head"}, day("2026-11-24")), AccountId{});
    EXPECT_EQ(deputised_today({deputy, handler("2026-11-20")}, {"handler"}, day("2026-11-24")), AccountId{}) << "her own as well";
}

}  // namespace
}  // namespace hearth::people
