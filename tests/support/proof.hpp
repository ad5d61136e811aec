#pragma once

#include <memory>
#include <string>

#include "base/effects.hpp"
#include "office/office.hpp"
#include "record/store.hpp"

namespace hearth::tests {

/// Holds a store against itself: every disclosure belongs to its entry, the entries and tiles make the root that `signer` signed,
/// and all acts folded afresh give the stored row of every matter. Gives the first thing that does not hold, else nothing.
std::string first_fault(record::Store& store, const std::string& origin, const base::Signer& signer,
                        const office::OfficeProfile& profile, const std::shared_ptr<const procedure::Ruleset>& rules);

}  // namespace hearth::tests
