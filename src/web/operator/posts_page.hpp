#pragma once

#include "web/pages/view.hpp"

namespace hearth::web {

/// Of each office that has a desk: which posts are held today, by how many, until when, and which by nobody. No name and no login.
http::Response posts_page(const pages::View& view);

}  // namespace hearth::web
