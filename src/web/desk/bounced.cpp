#include "web/desk/bounced.hpp"

namespace hearth::web::desk {

std::set<base::MatterId> bounced_in(const pages::View& view) {
    if (view.office->subscriptions == nullptr) return {};
    return view.office->subscriptions->bounced();
}

}  // namespace hearth::web::desk
