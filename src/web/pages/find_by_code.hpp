#pragma once

#include <optional>
#include <string>

#include "web/pages/timeline.hpp"

namespace hearth::web::pages {

struct FoundByCode {
    std::string code;  // as it is printed
    OpenedMatter opened;
};

/// The matter that a typed code opens in this office, by two questions to the store. Malformed and unknown codes alike: nothing.
std::optional<FoundByCode> find_by_code(const View& view, std::string_view typed);

}  // namespace hearth::web::pages
