#pragma once

#include "base/ids.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// The office that a body of a pack is in a matter handled by `handling`: `next_higher` walks the profile's superiors, and beyond
/// the highest one means `above_top` (procedure-language.md, section 2). Offices without members are passed over upwards, so
/// whoever reviews still stands above whoever decided. `accused` is the unit that a report names.
base::OfficeId office_of(const procedure::Body& body, const base::OfficeId& handling, const Office& office,
                         const base::OfficeId& accused = {});

/// The lowest office that stands above both, as this office knows their superiors; empty when there is none.
base::OfficeId common_superior(const base::OfficeId& one, const base::OfficeId& other, const OfficeProfile& profile);

/// Who owes the next act in `state`; empty for the resident, the parties or nobody.
base::OfficeId owner_of(const procedure::State& state, const base::OfficeId& handling, const Office& office,
                        const base::OfficeId& accused = {});

/// Whether this office knows such an office: itself, one above it, or a peer.
bool is_known(const base::OfficeId& id, const OfficeProfile& profile);

}  // namespace hearth::office
