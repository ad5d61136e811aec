#include "procedure/calendar.hpp"

#include <gtest/gtest.h>

namespace hearth::procedure {
namespace {

base::Instant at(std::string_view text) { return base::parse_rfc3339(text).value(); }
base::CivilDate day(std::string_view text) { return base::parse_date(text).value(); }

ZoneRules shanghai() { return {"Asia/Shanghai", "test", {{{0}, 8 * 3600}}}; }

/// The rules of Boston round its two changes of 2015: at 2 o'clock on 8 March and 1 November.
ZoneRules boston() {
    return {"America/New_York",
            "test",
            {{at("2014-11-02T06:00:00Z"), -5 * 3600},
             {at("2015-03-08T07:00:00Z"), -4 * 3600},
             {at("2015-11-01T06:00:00Z"), -5 * 3600}}};
}

/// Spring 2026: the holiday of the spring festival from 15 to 23 February, worked off on two weekend days.
Calendar calendar() {
    Calendar made{"cn", 1, {6, 7}, {}};
    made.years[2026].off = {"02-15", "02-16", "02-17", "02-18", "02-19", "02-20", "02-21", "02-22", "02-23"};
    made.years[2026].work = {"02-14", "02-28"};
    return made;
}

std::string last_day(int n, Unit unit, std::string_view start, bool rolls = false) {
    return base::to_string(due_date({n, unit}, at(start), calendar(), shanghai(), rolls).last_day);
}

TEST(Calendar, WeekendsRestAndPublishedDaysOverrideThem) {
    EXPECT_TRUE(calendar().is_working_day(day("2026-02-13")));   // a Friday
    EXPECT_TRUE(calendar().is_working_day(day("2026-02-14")));   // a Saturday that is worked
    EXPECT_FALSE(calendar().is_working_day(day("2026-02-17")));  // a Tuesday that is off
    EXPECT_TRUE(calendar().is_working_day(day("2026-02-24")));   // the Tuesday after
    EXPECT_FALSE(calendar().is_working_day(day("2026-03-01")));  // a plain Sunday
    EXPECT_FALSE(calendar().is_working_day(day("2027-02-14")));  // not published: weekends count
    EXPECT_TRUE(calendar().is_working_day(day("2027-02-16")));
}

TEST(Calendar, PublishedEndsWithTheYear) {
    EXPECT_TRUE(calendar().is_published(day("2026-12-31")));
    EXPECT_FALSE(calendar().is_published(day("2027-01-01")));
    EXPECT_FALSE(calendar().is_published(day("2025-12-31")));
}

TEST(DueDate, TheDayOfTheEventIsNotCounted) {
    EXPECT_EQ(last_day(1, Unit::calendar_days, "2026-03-10T00:00:00+08:00"), "2026-03-11");
    EXPECT_EQ(last_day(1, Unit::calendar_days, "2026-03-10T23:59:59+08:00"), "2026-03-11");
    EXPECT_EQ(last_day(1, Unit::calendar_days, "2026-03-11T00:00:00+08:00"), "2026-03-12");
}

TEST(DueDate, TheDayIsThatOfTheJurisdictionNotOfGreenwich) {
    EXPECT_EQ(last_day(1, Unit::calendar_days, "2026-03-10T15:59:59Z"), "2026-03-11");
    EXPECT_EQ(last_day(1, Unit::calendar_days, "2026-03-10T16:00:00Z"), "2026-03-12");
}

TEST(DueDate, TheLastDayEndsAtMidnight) {
    const DueDate due = due_date({15, Unit::calendar_days}, at("2026-03-10T10:00:00+08:00"), calendar(), shanghai(), false);
    EXPECT_EQ(base::to_string(due.last_day), "2026-03-25");
    EXPECT_EQ(due.ends, at("2026-03-26T00:00:00+08:00"));
    EXPECT_FALSE(due.provisional);
}

TEST(DueDate, WorkingDaysPassOverHolidaysAndTakeWorkedWeekends) {
    EXPECT_EQ(last_day(1, Unit::working_days, "2026-02-12T09:00:00+08:00"), "2026-02-13");
    EXPECT_EQ(last_day(2, Unit::working_days, "2026-02-12T09:00:00+08:00"), "2026-02-14");  // the worked Saturday
    EXPECT_EQ(last_day(3, Unit::working_days, "2026-02-12T09:00:00+08:00"), "2026-02-24");
    EXPECT_EQ(last_day(7, Unit::working_days, "2026-02-12T09:00:00+08:00"), "2026-02-28");  // again a worked Saturday
    EXPECT_EQ(last_day(8, Unit::working_days, "2026-02-12T09:00:00+08:00"), "2026-03-02");
}

TEST(DueDate, ALastDayOffRollsOnlyWhenAskedTo) {
    EXPECT_EQ(last_day(5, Unit::calendar_days, "2026-02-12T09:00:00+08:00", false), "2026-02-17");
    EXPECT_EQ(last_day(5, Unit::calendar_days, "2026-02-12T09:00:00+08:00", true), "2026-02-24");
    EXPECT_EQ(last_day(2, Unit::calendar_days, "2026-02-12T09:00:00+08:00", true), "2026-02-14");   // worked Saturday: no roll
    EXPECT_EQ(last_day(16, Unit::calendar_days, "2026-02-12T09:00:00+08:00", true), "2026-02-28");  // worked Saturday: no roll
    EXPECT_EQ(last_day(17, Unit::calendar_days, "2026-02-12T09:00:00+08:00", true), "2026-03-02");  // Sunday to Monday
    EXPECT_EQ(last_day(18, Unit::calendar_days, "2026-02-12T09:00:00+08:00", true), "2026-03-02");
}

TEST(DueDate, MonthsEndOnTheLikeNumberedDayElseOnTheLast) {
    EXPECT_EQ(last_day(1, Unit::months, "2026-01-28T09:00:00+08:00"), "2026-02-28");
    EXPECT_EQ(last_day(1, Unit::months, "2026-01-29T09:00:00+08:00"), "2026-02-28");
    EXPECT_EQ(last_day(1, Unit::months, "2026-01-31T09:00:00+08:00"), "2026-02-28");
    EXPECT_EQ(last_day(1, Unit::months, "2028-01-31T09:00:00+08:00"), "2028-02-29");
    EXPECT_EQ(last_day(3, Unit::months, "2026-03-31T09:00:00+08:00"), "2026-06-30");
    EXPECT_EQ(last_day(2, Unit::months, "2026-12-31T09:00:00+08:00"), "2027-02-28");
}

TEST(DueDate, YearsEndOnTheLikeNumberedDayElseOnTheLast) {
    EXPECT_EQ(last_day(1, Unit::years, "2028-02-29T09:00:00+08:00"), "2029-02-28");
    EXPECT_EQ(last_day(4, Unit::years, "2028-02-29T09:00:00+08:00"), "2032-02-29");
    EXPECT_EQ(last_day(1, Unit::years, "2027-02-28T09:00:00+08:00"), "2028-02-28");
}

TEST(DueDate, HoursCountFromTheInstantItself) {
    const DueDate due = due_date({24, Unit::hours}, at("2026-03-10T10:30:00+08:00"), calendar(), shanghai(), true);
    EXPECT_EQ(due.ends, at("2026-03-11T10:30:00+08:00"));
    EXPECT_EQ(base::to_string(due.last_day), "2026-03-11");
    EXPECT_EQ(last_day(14, Unit::hours, "2026-03-10T10:00:00+08:00"), "2026-03-10");  // ends with that day
}

TEST(DueDate, IsProvisionalBeyondTheLastPublishedYear) {
    const auto provisional = [](int n, Unit unit, std::string_view start, bool rolls) {
        return due_date({n, unit}, at(start), calendar(), shanghai(), rolls).provisional;
    };
    EXPECT_FALSE(provisional(1, Unit::calendar_days, "2026-12-30T09:00:00+08:00", false));
    EXPECT_TRUE(provisional(2, Unit::calendar_days, "2026-12-30T09:00:00+08:00", false));
    EXPECT_TRUE(provisional(2, Unit::working_days, "2026-12-30T09:00:00+08:00", false));
    EXPECT_FALSE(provisional(1, Unit::working_days, "2026-12-30T09:00:00+08:00", false));
    EXPECT_TRUE(provisional(30, Unit::hours, "2026-12-30T20:00:00+08:00", false));
}

TEST(ZoneRules, AChangeHoldsFromItsInstantOn) {
    EXPECT_EQ(boston().offset_s(at("2015-03-08T06:59:59.999Z")), -5 * 3600);
    EXPECT_EQ(boston().offset_s(at("2015-03-08T07:00:00Z")), -4 * 3600);
    EXPECT_EQ(boston().offset_s(at("1990-01-01T00:00:00Z")), -5 * 3600);  // before the first rule
    EXPECT_EQ(boston().offset_s(at("2030-07-01T00:00:00Z")), -5 * 3600);  // after the last
}

TEST(ZoneRules, AClockFaceInTheGapIsReadWithTheOffsetBeforeIt) {
    const auto face = [](int hour, int minute) { return base::CivilTime{day("2015-03-08"), (hour * 60 + minute) * 60'000}; };
    EXPECT_EQ(boston().instant_of(face(1, 59)), at("2015-03-08T06:59:00Z"));
    EXPECT_EQ(boston().instant_of(face(2, 0)), at("2015-03-08T07:00:00Z"));
    EXPECT_EQ(boston().instant_of(face(2, 59)), at("2015-03-08T07:59:00Z"));
    EXPECT_EQ(boston().instant_of(face(3, 0)), at("2015-03-08T07:00:00Z"));
}

TEST(ZoneRules, OfTwoInstantsWithOneFaceTheEarlierIsMeant) {
    const auto face = [](int hour, int minute) { return base::CivilTime{day("2015-11-01"), (hour * 60 + minute) * 60'000}; };
    EXPECT_EQ(boston().instant_of(face(0, 59)), at("2015-11-01T04:59:00Z"));
    EXPECT_EQ(boston().instant_of(face(1, 0)), at("2015-11-01T05:00:00Z"));
    EXPECT_EQ(boston().instant_of(face(1, 59)), at("2015-11-01T05:59:00Z"));
    EXPECT_EQ(boston().instant_of(face(2, 0)), at("2015-11-01T07:00:00Z"));
}

TEST(ZoneRules, TheDayOfAnInstantFollowsTheOffset) {
    EXPECT_EQ(base::to_string(boston().date(at("2015-11-01T03:59:59Z"))), "2015-10-31");
    EXPECT_EQ(base::to_string(boston().date(at("2015-11-01T04:00:00Z"))), "2015-11-01");
}

TEST(DueDate, ATermOverAChangeOfTheClockEndsAtTheLocalMidnight) {
    const DueDate due = due_date({1, Unit::calendar_days}, at("2015-03-07T12:00:00-05:00"), calendar(), boston(), false);
    EXPECT_EQ(base::to_string(due.last_day), "2015-03-08");
    EXPECT_EQ(due.ends, at("2015-03-09T00:00:00-04:00"));
}

}  // namespace
}  // namespace hearth::procedure
