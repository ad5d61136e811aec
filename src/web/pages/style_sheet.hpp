#pragma once

#include "web/http/message.hpp"

namespace hearth::web::pages {

/// The style sheet of all pages. Its address changes with its content (`style_version`), so it may be kept for ever.
http::Response style_sheet();

}  // namespace hearth::web::pages
