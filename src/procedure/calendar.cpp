#include "procedure/calendar.hpp"

#include <algorithm>

namespace hearth::procedure {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::int64_t k_hour_ms = 3'600'000;
constexpr std::int64_t k_day_ms = 24 * k_hour_ms;

base::CivilDate plus_days(base::CivilDate date, int n) { return sys_days(date) + days(n); }

std::string month_and_day(base::CivilDate date) { return base::to_string(date).substr(5); }

/// The like-numbered day `n` months on, else the last day of that month.
base::CivilDate plus_months(base::CivilDate date, int n) {
    const base::CivilDate like_numbered = date + std::chrono::months(n);
    if (like_numbered.ok()) return like_numbered;
    return like_numbered.year() / like_numbered.month() / std::chrono::last;
}

/// Steps to the `n`th working day after `date`; `provisional` becomes true when a day on the way was not published.
base::CivilDate plus_working_days(base::CivilDate date, int n, const Calendar& calendar, bool& provisional) {
    while (n > 0) {
        date = plus_days(date, 1);
        provisional |= !calendar.is_published(date);
        if (calendar.is_working_day(date)) --n;
    }
    return date;
}

base::CivilDate roll(base::CivilDate date, const Calendar& calendar, bool& provisional) {
    // A calendar of nothing but days off would never let a term end.
    for (int tried = 0; tried < 366 && !calendar.is_working_day(date); ++tried) {
        date = plus_days(date, 1);
        provisional |= !calendar.is_published(date);
    }
    return date;
}

base::Instant end_of(base::CivilDate date, const ZoneRules& zone) { return zone.instant_of({plus_days(date, 1), 0}); }

DueDate due_in_hours(int hours, base::Instant start, const Calendar& calendar, const ZoneRules& zone) {
    const base::Instant ends{start.ms + hours * k_hour_ms};
    const base::CivilDate last_day = zone.date({ends.ms - 1});
    return {last_day, ends, !calendar.is_published(last_day)};
}

}  // namespace

std::int32_t ZoneRules::offset_s(base::Instant instant) const {
    const auto next = std::ranges::upper_bound(offsets_s, instant, {}, &std::pair<base::Instant, std::int32_t>::first);
    if (next == offsets_s.begin()) return offsets_s.empty() ? 0 : offsets_s.front().second;
    return std::prev(next)->second;
}

base::Instant ZoneRules::instant_of(base::CivilTime time) const {
    // Read as if in UTC, the clock face lies within a day of the true instant: no offset is larger.
    const base::Instant face = base::instant_of(time, 0);
    const std::int32_t before = offset_s({face.ms - k_day_ms});
    const std::int32_t after = offset_s({face.ms + k_day_ms});
    const base::Instant by_before = base::instant_of(time, before);
    if (offset_s(by_before) == before) return by_before;
    const base::Instant by_after = base::instant_of(time, after);
    return offset_s(by_after) == after ? by_after : by_before;
}

base::CivilDate ZoneRules::date(base::Instant instant) const { return base::civil_time(instant, offset_s(instant)).date; }

bool Calendar::is_working_day(base::CivilDate date) const {
    if (const auto year = years.find(static_cast<int>(date.year())); year != years.end()) {
        const std::string day = month_and_day(date);
        if (year->second.work.contains(day)) return true;
        if (year->second.off.contains(day)) return false;
    }
    return !weekend.contains(static_cast<int>(std::chrono::weekday(sys_days(date)).iso_encoding()));
}

bool Calendar::is_published(base::CivilDate date) const { return years.contains(static_cast<int>(date.year())); }

DueDate due_date(const Term& term, base::Instant start, const Calendar& calendar, const ZoneRules& zone, bool roll_to_working_day) {
    if (term.unit == Unit::hours) return due_in_hours(term.n, start, calendar, zone);
    const base::CivilDate day_of_event = zone.date(start);
    bool provisional = false;
    base::CivilDate last_day = day_of_event;
    if (term.unit == Unit::calendar_days) last_day = plus_days(day_of_event, term.n);
    if (term.unit == Unit::working_days) last_day = plus_working_days(day_of_event, term.n, calendar, provisional);
    if (term.unit == Unit::months) last_day = plus_months(day_of_event, term.n);
    if (term.unit == Unit::years) last_day = plus_months(day_of_event, 12 * term.n);
    provisional |= !calendar.is_published(last_day);
    if (roll_to_working_day) last_day = roll(last_day, calendar, provisional);
    return {last_day, end_of(last_day, zone), provisional};
}

}  // namespace hearth::procedure
