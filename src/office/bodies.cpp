#include "office/bodies.hpp"

#include <algorithm>
#include <iterator>

namespace hearth::office {

namespace {

base::OfficeId bound(const std::string& root, const OfficeProfile& profile) {
    const auto it = profile.bodies.find(root);
    return it == profile.bodies.end() ? base::OfficeId{root} : it->second;
}

}  // namespace

base::OfficeId office_of(const procedure::Body& body, const base::OfficeId& handling, const Office& office) {
    const OfficeProfile& profile = office.profile();
    if (body.root != procedure::k_handling_body) return bound(body.root, profile);
    std::vector<base::OfficeId> chain{profile.id};
    chain.insert(chain.end(), profile.above.begin(), profile.above.end());
    const auto at = std::find(chain.begin(), chain.end(), handling);
    const auto steps_left = std::distance(at, chain.end()) - 1;
    if (body.height == 0) return handling;
    if (at == chain.end() || body.height > steps_left) return bound(office.rules().pack.above_top.root, profile);
    return *(at + body.height);
}

base::OfficeId owner_of(const procedure::State& state, const base::OfficeId& handling, const Office& office) {
    if (state.owner != procedure::Owner::body) return {};
    return office_of(state.owner_body, handling, office);
}

}  // namespace hearth::office
