#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearth::base {

/// A point in time in whole milliseconds since 1970-01-01T00:00Z, leap seconds not counted (RFC 3339).
struct Instant {
    std::int64_t ms = 0;

    auto operator<=>(const Instant&) const = default;
};

/// A day of the proleptic Gregorian calendar, with no zone.
using CivilDate = std::chrono::year_month_day;

/// "2026-11-24T08:35:27.123Z"; milliseconds are left out when zero.
std::string to_rfc3339(Instant instant);

/// RFC 3339 with "Z" or a numeric offset; fractions beyond milliseconds are cut. Refused `malformed` base/instant, also when the
/// instant lies outside the years 0000 to 9999 of UTC, which its own text could not write.
Result<Instant> parse_rfc3339(std::string_view text);

/// "2026-11-24".
std::string to_string(CivilDate date);

/// "YYYY-MM-DD", a day that exists. Refused `malformed` base/date.
Result<CivilDate> parse_date(std::string_view text);

/// A civil date and time of day, in no zone.
struct CivilTime {
    CivilDate date;
    std::int32_t ms_of_day = 0;
};

/// The clock face shown at `instant` where the offset from UTC is `offset_s` seconds east.
CivilTime civil_time(Instant instant, std::int32_t offset_s);

/// The other way round.
Instant instant_of(CivilTime time, std::int32_t offset_s);

}  // namespace hearth::base
