#include "office/bodies.hpp"

#include <algorithm>
#include <iterator>

namespace hearth::office {

namespace {

base::OfficeId bound(const std::string& root, const OfficeProfile& profile) {
    const auto it = profile.bodies.find(root);
    return it == profile.bodies.end() ? base::OfficeId{root} : it->second;
}

/// An office and those above it, in which `handling` stands.
std::vector<base::OfficeId> chain_of(const base::OfficeId& handling, const OfficeProfile& profile) {
    const auto peer = profile.peers.find(handling);
    const bool is_peer = peer != profile.peers.end();
    std::vector<base::OfficeId> chain{is_peer ? handling : profile.id};
    const std::vector<base::OfficeId>& above = is_peer ? peer->second : profile.above;
    chain.insert(chain.end(), above.begin(), above.end());
    return chain;
}

}  // namespace

Barred barred_in(const matter::Matter& matter) { return {matter.accused, matter.passed_over}; }

base::OfficeId office_of(const procedure::Body& body, const base::OfficeId& handling, const Office& office, const Barred& barred) {
    const OfficeProfile& profile = office.profile();
    const bool is_accused = body.root == procedure::k_accused_unit;
    if (!is_accused && body.root != procedure::k_handling_body) return bound(body.root, profile);
    const base::OfficeId& named = is_accused ? barred.accused : handling;
    std::vector<base::OfficeId> chain = chain_of(named, profile);
    chain.erase(chain.begin(), std::ranges::find(chain, named));
    if (chain.empty() && body.height == 0) return named;
    // The accused unit itself is never passed over: what stands above it is counted from it.
    const auto is_empty = [&](const base::OfficeId& id) {
        const bool nobody_is_free = std::ranges::find(barred.passed_over, id) != barred.passed_over.end();
        return (nobody_is_free || profile.without_members.contains(id)) && (!is_accused || id != named);
    };
    std::erase_if(chain, is_empty);
    const auto height = static_cast<std::size_t>(body.height);
    return height < chain.size() ? chain[height] : bound(office.rules().pack.above_top.root, profile);
}

base::OfficeId common_superior(const base::OfficeId& one, const base::OfficeId& other, const OfficeProfile& profile) {
    const std::vector<base::OfficeId> above = chain_of(one, profile);
    const std::vector<base::OfficeId> others = chain_of(other, profile);
    for (auto id = std::next(above.begin()); id != above.end(); ++id) {
        if (std::find(std::next(others.begin()), others.end(), *id) != others.end()) return *id;
    }
    return {};
}

base::OfficeId owner_of(const procedure::State& state, const base::OfficeId& handling, const Office& office, const Barred& barred) {
    if (state.owner != procedure::Owner::body) return {};
    return office_of(state.owner_body, handling, office, barred);
}

bool is_known(const base::OfficeId& id, const OfficeProfile& profile) {
    return id == profile.id || std::ranges::find(profile.above, id) != profile.above.end() || profile.peers.contains(id);
}

}  // namespace hearth::office
