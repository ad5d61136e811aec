#pragma once

#include <string_view>

#include "web/notices/public_acts.hpp"
#include "web/pages/view.hpp"

/// Pages that anyone may see. Each asks the store at most once or twice.
namespace hearth::web::pages {

http::Response home_page(const View& view);
http::Response office_page(const View& view, const notices::PublicActs::Told& told);
http::Response procedures_page(const View& view);
/// Nothing when the office has no such procedure, or it is a part of another.
std::optional<http::Response> procedure_page(const View& view, std::string_view id);
http::Response record_page(const View& view);

}  // namespace hearth::web::pages
