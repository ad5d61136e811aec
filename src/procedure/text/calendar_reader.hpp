#pragma once

#include "procedure/calendar.hpp"
#include "procedure/text/keys.hpp"

namespace hearth::procedure::text {

/// `calendar: ID, version, weekend, years: {2026: {off: [MM-DD], work: [MM-DD]}}`. A day both off and worked is an error.
Calendar read_calendar(const YamlNode& root, Reading& reading);
/// `zone_rules: NAME, version, offsets: [{from: instant, offset: '+08:00'}]`, ascending.
ZoneRules read_zone(const YamlNode& root, Reading& reading);

}  // namespace hearth::procedure::text
