#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "procedure/calendar.hpp"

namespace hearth::clerk {

/// The last instant at or before `now` at which the clock face of the jurisdiction showed one of these hours ("12:00"). A small
/// place publishes its checkpoint at such hours only, so that its record is no clock that tells who did something when.
base::Instant last_publication_hour(const std::vector<std::string>& hours, const procedure::ZoneRules& zone, base::Instant now);

}  // namespace hearth::clerk
