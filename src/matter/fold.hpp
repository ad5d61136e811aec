#pragma once

#include "matter/matter.hpp"
#include "record/act.hpp"

namespace hearth::matter {

/// Acts by which letters between offices stand in both records (docs/formats/referral.md).
inline constexpr std::string_view k_letter_sent = "letter_sent";
inline constexpr std::string_view k_letter_received = "letter_received";

/// Whether an act tells of a letter and is no step of the matter itself.
bool is_letter(const record::Frame& frame);

/// What one act makes of a matter. Branches on the frame only, needs no procedure and no calendar, cannot fail: what `decide`
/// worked out is copied. An opening act (no state before) starts from an empty matter.
/// Facts read: code, party, points, year, quiet, stays, round, extension, pause, overdue, consents, signs, returned, about, and
/// those of `fold_facts`; of letters: kind, to, from, custodian, counted, holders, slip, file, frames, number.
void fold(Matter& matter, const record::Frame& frame);

}  // namespace hearth::matter
