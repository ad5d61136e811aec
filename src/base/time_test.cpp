#include "base/time.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth::base {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::int64_t k_day_ms = 86'400'000;
constexpr std::int32_t k_beijing_s = 8 * 3600;

Instant at(std::string_view text) { return *parse_rfc3339(text); }

// RFC 3339 section 5.8.
TEST(Instant, ReadsTheExamplesOfTheStandard) {
    EXPECT_EQ(at("1985-04-12T23:20:50.52Z").ms, 482'196'050'520);
    EXPECT_EQ(at("1996-12-19T16:39:57-08:00"), at("1996-12-20T00:39:57Z"));
    EXPECT_EQ(at("1990-12-31T23:59:60Z"), at("1990-12-31T15:59:60-08:00"));
    EXPECT_EQ(at("1937-01-01T12:00:27.87+00:20"), at("1937-01-01T11:40:27.870Z"));
}

TEST(Instant, CountsALeapSecondAsTheNextDaysFirst) { EXPECT_EQ(at("1990-12-31T23:59:60Z"), at("1991-01-01T00:00:00Z")); }

TEST(Instant, WritesMillisecondsOnlyWhenThereAreAny) {
    EXPECT_EQ(to_rfc3339({0}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(to_rfc3339({5}), "1970-01-01T00:00:00.005Z");
    EXPECT_EQ(to_rfc3339(at("2026-11-24T16:35:27.1239+08:00")), "2026-11-24T08:35:27.123Z");
}

TEST(Instant, GoesBeforeTheEpoch) {
    EXPECT_EQ(to_rfc3339({-1}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(at("1969-12-31T23:59:59.999Z").ms, -1);
    EXPECT_EQ(at("1900-01-01T00:00:00Z").ms, -25'567 * k_day_ms);
}

TEST(Instant, RefusesWhatIsNotOne) {
    for (const std::string_view text :
         {"", "2026-11-24", "2026-11-24T08:35:27", "2026-11-24T24:00:00Z", "2026-11-24T08:60:00Z", "2026-11-24T08:35:61Z",
          "2026-11-24T08:35:27.Z", "2026-11-24T08:35:27+24:00", "2026-11-24T08:35:27+08:60", "2026-11-24T08:35:27+0800",
          "2026-11-24T08:35:27Z ", " 2026-11-24T08:35:27Z", "2026-02-29T00:00:00Z", "2026-1-24T08:35:27Z", "2026-11-24T08:35Z",
          "+2026-11-24T08:35:27Z", "2026-11-24_08:35:27Z"}) {
        const auto instant = parse_rfc3339(text);
        ASSERT_FALSE(instant) << text;
        EXPECT_EQ(instant.error(), (Refusal{Reason::malformed, "base/instant"}));
    }
}

TEST(Instant, StaysWithinTheYearsThatItsTextCanWrite) {
    EXPECT_EQ(to_rfc3339(at("0000-01-01T00:00:00Z")), "0000-01-01T00:00:00Z");
    EXPECT_EQ(to_rfc3339(at("9999-12-31T23:59:59.999Z")), "9999-12-31T23:59:59.999Z");
    EXPECT_FALSE(parse_rfc3339("0000-01-01T00:00:00+00:01"));
    EXPECT_FALSE(parse_rfc3339("9999-12-31T23:59:59-00:01"));
    EXPECT_FALSE(parse_rfc3339("9999-12-31T23:59:60Z"));
}

TEST(CivilDate, KnowsLeapDays) {
    EXPECT_EQ(*parse_date("2028-02-29"), CivilDate(year(2028), month(2), day(29)));
    EXPECT_EQ(*parse_date("2000-02-29"), CivilDate(year(2000), month(2), day(29)));
    EXPECT_FALSE(parse_date("2026-02-29"));
    EXPECT_FALSE(parse_date("1900-02-29"));
}

TEST(CivilDate, RefusesOtherSpellings) {
    for (const std::string_view text :
         {"", "2026-11-31", "2026-00-10", "2026-13-01", "2026-11-00", "2026-11-1", "2026/11/24", "2026-11-24T", "-026-11-24"}) {
        const auto date = parse_date(text);
        ASSERT_FALSE(date) << text;
        EXPECT_EQ(date.error().rule, "base/date");
    }
}

TEST(CivilTime, ShowsTheWallClockOfItsOffset) {
    const CivilTime beijing = civil_time(at("2026-11-24T18:00:00Z"), k_beijing_s);
    EXPECT_EQ(to_string(beijing.date), "2026-11-25");
    EXPECT_EQ(beijing.ms_of_day, 2 * 3'600'000);
    const CivilTime before = civil_time({-1}, 0);
    EXPECT_EQ(to_string(before.date), "1969-12-31");
    EXPECT_EQ(before.ms_of_day, k_day_ms - 1);
}

// Four-digit years, as RFC 3339 can write them; a day is left free at both ends for the offsets.
rc::Gen<Instant> any_instant() {
    return rc::gen::map(rc::gen::inRange(at("0000-01-02T00:00:00Z").ms, at("9999-12-31T00:00:00Z").ms),
                        [](std::int64_t ms) { return Instant{ms}; });
}

RC_GTEST_PROP(Instant, ComesBackFromItsText, ()) {
    const Instant instant = *any_instant();
    RC_ASSERT(*parse_rfc3339(to_rfc3339(instant)) == instant);
}

RC_GTEST_PROP(CivilTime, ComesBackUnderEveryOffset, ()) {
    const Instant instant = *any_instant();
    const std::int32_t offset_s = *rc::gen::inRange(-86'340, 86'341);
    const CivilTime time = civil_time(instant, offset_s);
    RC_ASSERT(time.date.ok());
    RC_ASSERT(time.ms_of_day >= 0 && time.ms_of_day < k_day_ms);
    RC_ASSERT(instant_of(time, offset_s) == instant);
    RC_ASSERT(*parse_date(to_string(time.date)) == time.date);
}

}  // namespace
}  // namespace hearth::base
