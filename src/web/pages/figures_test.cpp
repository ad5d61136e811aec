#include "web/pages/figures.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

using namespace hearth::web::pages;
using enum ToldCount::Form;

TEST(Figures, TellsNoCountUnderFive) {
    for (int count = 0; count < 5; ++count) EXPECT_EQ(told(count), (ToldCount{under, 5}));
    EXPECT_EQ(told(5), (ToldCount{exact, 5}));
}

TEST(Figures, LetsNoRemainderGiveOneAway) {
    EXPECT_EQ(told(50, 52), (ToldCount{at_least, 48}));
    EXPECT_EQ(told(52, 52), (ToldCount{at_least, 48}));
    EXPECT_EQ(told(48, 52), (ToldCount{at_least, 48}));
    EXPECT_EQ(told(47, 52), (ToldCount{exact, 47}));
    EXPECT_EQ(told(6, 8), (ToldCount{at_least, 5}));
    EXPECT_EQ(told(54, 52), (ToldCount{at_least, 48}));
    EXPECT_EQ(told(57, 52), (ToldCount{exact, 57}));
    for (int count = 0; count < 9; ++count) EXPECT_EQ(told(count, 5), (ToldCount{hidden, 0}));
}

// Who knows the whole and what is told of the part must find at least five values possible, or a remainder of five and more.
RC_GTEST_PROP(Figures, LeaveEverySmallRemainderIndistinct, ()) {
    const auto whole = *rc::gen::inRange<std::int64_t>(5, 200);
    const auto part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
    const ToldCount seen = told(part, whole);
    std::set<std::int64_t> possible;
    for (std::int64_t other = 0; other <= whole; ++other) {
        if (told(other, whole) == seen) possible.insert(whole - other);
    }
    RC_ASSERT(possible.contains(whole - part));
    RC_ASSERT(possible.size() > 1 || *possible.begin() >= k_smallest_told);
}

TEST(Figures, GathersQuartersNewestFirst) {
    const std::vector<hearth::record::FigureDelta> views = {
        {"2026Q3/request/received", 40},  {"2026Q4/request/received", 60},  {"2026Q4/request/answered", 30},
        {"2026Q4/request/time_kept", 20}, {"2026Q4/mediation/received", 9}, {"nonsense", 1},
        {"2026Q9/request/received", 7},
    };
    const auto figures = quarters(views, "request", 8);
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0].year, 2026);
    EXPECT_EQ(figures[0].quarter, 4);
    EXPECT_EQ(figures[0].received, (ToldCount{exact, 60}));
    EXPECT_EQ(figures[0].answered, (ToldCount{exact, 30}));
    EXPECT_EQ(figures[0].kept, (ToldCount{exact, 20}));
    EXPECT_EQ(figures[0].confirmed, (ToldCount{under, 5}));
    EXPECT_EQ(quarters(views, "request", 1).size(), 1U);
    EXPECT_TRUE(quarters({}, "request", 8).empty());
}
