#pragma once

#include "base/ids.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// The office that a body of a pack is in a matter handled by `handling`: `next_higher` walks the profile's superiors, and beyond
/// the highest one means `above_top` (procedure-language.md, section 2).
base::OfficeId office_of(const procedure::Body& body, const base::OfficeId& handling, const Office& office);

/// Who owes the next act in `state`; empty for the resident, the parties or nobody.
base::OfficeId owner_of(const procedure::State& state, const base::OfficeId& handling, const Office& office);

}  // namespace hearth::office
