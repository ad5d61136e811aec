#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "procedure/load.hpp"

namespace hearth::sim {

/// What a played town came to.
struct Simulated {
    std::uint64_t lawful = 0;   // acts that the office took
    std::uint64_t refused = 0;  // and those it refused
    std::uint64_t expired = 0;  // acts of the clock
    std::uint64_t matters = 0;
    std::string fault;  // the first thing that did not hold; empty: everything did
};

/// Plays `steps` steps of the town of this seed.
Simulated simulate(std::uint64_t seed, int steps, const std::shared_ptr<const procedure::Ruleset>& rules);

}  // namespace hearth::sim
