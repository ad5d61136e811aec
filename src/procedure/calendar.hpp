#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "procedure/model.hpp"

/// Terms in days, counted as 2(k) of the rules of procedure says: the day of the event is not counted; months and years end on
/// the like-numbered day, else on the last of the month; a last day on a day off may roll to the next working day; the last day
/// ends at midnight of the jurisdiction.
namespace hearth::procedure {

/// Offsets from UTC of one zone as published data, valid from each instant on. The machine's own zone tables decide nothing.
struct ZoneRules {
    std::string name;
    std::string version;
    std::vector<std::pair<base::Instant, std::int32_t>> offsets_s;  // ascending; the first holds for all time before it too

    [[nodiscard]] std::int32_t offset_s(base::Instant instant) const;
    /// The instant at which the clock face shows `time`. In a gap the offset before it is used; of two the earlier instant.
    [[nodiscard]] base::Instant instant_of(base::CivilTime time) const;
    [[nodiscard]] base::CivilDate date(base::Instant instant) const;
};

/// Working days as published, year by year. Beyond the last published year only weekends count and results are provisional.
struct Calendar {
    std::string id;
    int version = 0;
    std::set<int> weekend;  // ISO weekday numbers, Monday 1
    struct Year {
        std::set<std::string> off;   // "MM-DD"
        std::set<std::string> work;  // "MM-DD"
    };
    std::map<int, Year> years;

    [[nodiscard]] bool is_working_day(base::CivilDate date) const;
    [[nodiscard]] bool is_published(base::CivilDate date) const;
};

/// The last day of a term and the instant at which that day ends (the first instant of the next day).
struct DueDate {
    base::CivilDate last_day;
    base::Instant ends;
    bool provisional = false;
};

/// When a term that starts at `start` ends. Hours are counted from the instant itself.
DueDate due_date(const Term& term, base::Instant start, const Calendar& calendar, const ZoneRules& zone, bool roll_to_working_day);

}  // namespace hearth::procedure
