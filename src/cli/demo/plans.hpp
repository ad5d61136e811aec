#pragma once

#include <span>
#include <string_view>
#include <vector>

/// The ways of a matter through the procedure of requests that the demonstration shows, one for each state and more.
namespace hearth::cli::demo {

/// An act that is done so many days after the matter was raised.
struct Step {
    int day = 0;
    std::string_view act;
    std::string_view outcome = {};
};

/// What happens to a matter, how old it is today, and the state in which it stands then. Terms that pass in between are the
/// clock's work.
struct Plan {
    std::string_view state;
    int age_days = 0;
    std::vector<Step> steps;
};

std::span<const Plan> plans();

/// The age in days of the oldest matter.
int longest_age_days();

}  // namespace hearth::cli::demo
