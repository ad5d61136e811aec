#pragma once

#include "web/pages/view.hpp"

namespace hearth::web::pages {

/// What happened, that nothing is lost, what to try, whom to call. What is unknown and what is not permitted looks the same.
http::Response problem_page(const View& view, Status status);

}  // namespace hearth::web::pages
