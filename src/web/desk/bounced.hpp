#pragma once

#include <set>

#include "web/pages/view.hpp"

namespace hearth::web::desk {

/// Matters of which mail with news to somebody concerned came back; to whom and where is not for the desk.
std::set<base::MatterId> bounced_in(const pages::View& view);

}  // namespace hearth::web::desk
