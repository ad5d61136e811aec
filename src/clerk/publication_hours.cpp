#include "clerk/publication_hours.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace hearth::clerk {

namespace {

std::int32_t ms_of_day(const std::string& hour) {
    // "HH:MM", as the parser of packs has checked.
    const int minutes = std::atoi(hour.substr(0, 2).c_str()) * 60 + std::atoi(hour.substr(3, 2).c_str());
    return minutes * 60'000;
}

}  // namespace

base::Instant last_publication_hour(const std::vector<std::string>& hours, const procedure::ZoneRules& zone, base::Instant now) {
    base::Instant last{0};
    const std::chrono::sys_days today{zone.date(now)};
    for (const auto day : {today - std::chrono::days(1), today}) {
        for (const std::string& hour : hours) {
            const base::Instant at = zone.instant_of({base::CivilDate{day}, ms_of_day(hour)});
            if (at <= now) last = std::max(last, at);
        }
    }
    return last;
}

}  // namespace hearth::clerk
