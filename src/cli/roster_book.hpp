#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/effects.hpp"
#include "cli/installation.hpp"
#include "people/roster.hpp"

/// The roster of household representatives as the operator keeps it: names are sealed to the office in people.db and opened here
/// with its box key; what is done to it stands on the record in numbers.
namespace hearth::cli {

/// The roster as it stands, with names. A Fault where it was sealed to another key.
std::vector<people::RosterLine> read_roster(const OfficePaths& paths);

/// Puts a roster in the place of the one before it (none: it ends), as the act `roster_entered` and then in people.db.
people::RosterChanges enter_roster(const OfficePaths& paths, const std::vector<people::RosterLine>& roster);

/// Today, where the office is.
base::CivilDate today_in(const OfficePaths& paths);

}  // namespace hearth::cli
