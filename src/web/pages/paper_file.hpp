#pragma once

#include <optional>
#include <string_view>

#include "web/pages/timeline.hpp"

namespace hearth::web::pages {

/// A paper of the matter by the digest of its file, as it was kept; nothing when the reader may not read such a paper, when it was
/// erased, or when it lies in another installation.
std::optional<http::Response> paper_of(const View& view, const OpenedMatter& opened, const Reader& reader, std::string_view file);

}  // namespace hearth::web::pages
