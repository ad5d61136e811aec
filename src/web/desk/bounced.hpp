#pragma once

#include "web/pages/view.hpp"

namespace hearth::web::desk {

/// Whether mail with news to somebody concerned came back; to whom and where is not for the desk.
bool has_bounced(const pages::View& view, base::MatterId id);

}  // namespace hearth::web::desk
