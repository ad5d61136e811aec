#pragma once

#include "matter/matter.hpp"
#include "record/act.hpp"

namespace hearth::matter {

/// What one act makes of a matter. Branches on the frame only, needs no procedure and no calendar, cannot fail: what `decide`
/// worked out is copied. An opening act (no state before) starts from an empty matter.
/// Facts read: code, party, points, year, quiet, stays, round, extension, pause, overdue, consents, signs, and those of
/// `fold_facts`.
void fold(Matter& matter, const record::Frame& frame);

}  // namespace hearth::matter
