#pragma once

#include "matter/matter.hpp"
#include "record/act.hpp"

namespace hearth::matter {

/// What only some acts bring with them, copied from the facts of the frame (`docs/formats/act.md`): joins, doer, consent_ends,
/// part, opens, links, publishes, annuls, money, types, accused.
void fold_facts(Matter& matter, const record::Frame& frame);

}  // namespace hearth::matter
