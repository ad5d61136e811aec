#pragma once

#include <string>
#include <vector>

#include "cli/demo/played_office.hpp"

namespace hearth::cli::demo {

/// One matter that goes through the offices of the demonstration: the village is silent, the township sees it and steps in, the
/// county reviews, the resident confirms.
struct FiveOfficesStory {
    std::string number;
    std::string code;
};

/// How long it takes.
std::int64_t story_length_ms();

/// Plays it from `begin` on; `all` from the village up, connected. Throws Fault when an office refuses an act of it.
FiveOfficesStory play_five_offices(std::vector<std::unique_ptr<PlayedOffice>>& all, SimulatedClock& clock, const Town& town,
                                   base::Instant begin);

}  // namespace hearth::cli::demo
