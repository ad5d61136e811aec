#pragma once

#include "base/ids.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// Offices that do not act in one matter: the unit that a report accuses, and those in which nobody is free to (`conflict.hpp`).
struct Barred {
    base::OfficeId accused;
    std::vector<base::OfficeId> passed_over;
};
Barred barred_in(const matter::Matter& matter);

/// The office that a body of a pack is in a matter handled by `handling`: `next_higher` walks the profile's superiors, and beyond
/// the highest one means `above_top` (procedure-language.md, section 2). Offices without members, and those in which
/// nobody is free, are passed over upwards, so whoever reviews still stands above whoever decided.
base::OfficeId office_of(const procedure::Body& body, const base::OfficeId& handling, const Office& office,
                         const Barred& barred = {});

/// The lowest office that stands above both, as this office knows their superiors; empty when there is none.
base::OfficeId common_superior(const base::OfficeId& one, const base::OfficeId& other, const OfficeProfile& profile);

/// Who owes the next act in `state`; empty for the resident, the parties or nobody.
base::OfficeId owner_of(const procedure::State& state, const base::OfficeId& handling, const Office& office,
                        const Barred& barred = {});

/// Whether this office knows such an office: itself, one above it, or a peer.
bool is_known(const base::OfficeId& id, const OfficeProfile& profile);

}  // namespace hearth::office
