#include "procedure/load.hpp"

namespace hearth::procedure {

const Calendar& Ruleset::calendar() const { return calendars.at(pack.calendars.front()); }
const ZoneRules& Ruleset::zone() const { return zones.at(pack.zone); }

}  // namespace hearth::procedure
