#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

/// The roster of an office: which household is represented by whom (户代表制), as the office itself keeps it on paper.
namespace hearth::people {

/// A label as people type it, in the one form in which it is kept and compared: without blanks around it, full-width letters,
/// digits and dashes as plain ones, as a Chinese keyboard gives them. Case counts.
std::string household_label(std::string_view typed);

struct RosterLine {
    std::string household;                 // its label, "3-12"
    std::string representative;            // her name; empty: nobody is named yet
    std::optional<base::CivilDate> until;  // last day as representative; none: until another roster says so

    bool operator==(const RosterLine&) const = default;
};

/// What a roster changes in the place of the one before it, by labels in the order of the rosters.
struct RosterChanges {
    std::vector<std::string> added;
    std::vector<std::string> gone;
    std::vector<std::string> changed;  // another representative, or none any more
    std::vector<std::string> dated;    // the same representative with another last day
    std::set<std::string> same;        // the same representative: what she proved stays
};

/// Labels are different within each roster. Where nobody was named and nobody is, nothing changed.
RosterChanges changes_between(const std::vector<RosterLine>& before, const std::vector<RosterLine>& after);

/// Whether the last day is today or to come.
bool is_in_term(const std::optional<base::CivilDate>& until, base::CivilDate today);

}  // namespace hearth::people
