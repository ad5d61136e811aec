#include "people/holding.hpp"

#include <algorithm>

namespace hearth::people {

bool is_in_force(const Holding& holding, base::CivilDate today) {
    return holding.from <= today && (!holding.until || today <= *holding.until);
}

std::vector<base::PostId> posts_today(const std::vector<Holding>& holdings, base::CivilDate today) {
    std::vector<base::PostId> posts;
    for (const Holding& holding : holdings) {
        const bool known = std::ranges::find(posts, holding.post) != posts.end();
        if (is_in_force(holding, today) && !known) posts.push_back(holding.post);
    }
    return posts;
}

AccountId deputised_today(const std::vector<Holding>& holdings, const base::PostId& post, base::CivilDate today) {
    AccountId in_place_of;
    for (const Holding& holding : holdings) {
        if (holding.post != post || !is_in_force(holding, today)) continue;
        if (holding.in_place_of.empty()) return {};
        if (in_place_of.empty()) in_place_of = holding.in_place_of;
    }
    return in_place_of;
}

}  // namespace hearth::people
