#include "web/desk/bounced.hpp"

#include <algorithm>

namespace hearth::web::desk {

bool has_bounced(const pages::View& view, base::MatterId id) {
    if (view.office->subscriptions == nullptr) return false;
    const auto all = view.office->subscriptions->of(id);
    return std::ranges::any_of(all, [](const auto& one) { return !one.bounced.empty(); });
}

}  // namespace hearth::web::desk
