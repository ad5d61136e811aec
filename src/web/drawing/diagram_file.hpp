#pragma once

#include <optional>
#include <string_view>

#include "web/pages/view.hpp"

namespace hearth::web::drawing {

/// The drawing of a procedure of the office as a file; `name` is "telephone.svg" or "a3.svg". Nothing when there is no such
/// procedure or sheet.
std::optional<http::Response> diagram_file(const pages::View& view, std::string_view procedure, std::string_view name);

}  // namespace hearth::web::drawing
