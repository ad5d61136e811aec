#pragma once

#include "base/result.hpp"
#include "office/step.hpp"

namespace hearth::office {

/// What an act brings about beside the step from state to state, worked out in a fixed order and noted for the frame: consents,
/// parties, annulled acts, objections, publications, money, links, matter types. Refused as each of them says.
base::Result<base::Done> work_out_effects(Step& step);

/// Refused `not_permitted` office/effect_not_carried (detail: the effect): votes and proxies of single persons need a ballot. What
/// is counted by hand in a meeting comes in by the numbers of its roll instead.
base::Result<base::Done> effects_are_carried(const procedure::ActRule& rule);

}  // namespace hearth::office
