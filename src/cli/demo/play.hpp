#pragma once

#include <functional>
#include <string>
#include <vector>

#include "clerk/clerk.hpp"
#include "cli/demo/plans.hpp"
#include "cli/demo/simulated.hpp"
#include "cli/demo/town.hpp"

/// The acts of a played town, handed to the real clerk like anybody's.
namespace hearth::cli::demo {

/// The command of one act as the people of a town would give it: who does it by the rules of the office, and what they write about
/// `topic` in the act's form. For an act that opens no matter, `matter` is the one it is done to.
office::Command command_for(const clerk::Clerk& clerk, const Town& town, const Topic& topic, const Step& step,
                            const matter::Matter* matter, base::Instant at);

/// A matter of the played town as it stands at the end.
struct Played {
    std::string number;
    std::string code;
    std::string state;   // in which it stands
    std::string wanted;  // in which its plan says that it should
};

/// Plays one office day by day until `end`: its matters are raised and go the ways of `plans()`, each plan once as far as `matters`
/// reaches and then by the dice. `set_clock` moves the clock that the clerk looks at. Throws Fault when the office refuses an act
/// of a plan.
std::vector<Played> play_office(clerk::Clerk& clerk, const std::function<void(base::Instant)>& set_clock, const Town& town,
                                std::size_t matters, Dice& dice, base::Instant end);

/// How long before its end a play begins.
std::int64_t play_length_ms();

}  // namespace hearth::cli::demo
