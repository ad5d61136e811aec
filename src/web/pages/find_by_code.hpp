#pragma once

#include <optional>
#include <string>

#include "web/pages/timeline.hpp"

namespace hearth::web::pages {

struct FoundByCode {
    std::string code;  // as it is printed
    OpenedMatter opened;
    record::StoredEntry first;  // of this office's own record: the opening act, or the letter with which the matter came
};

/// The matter that a typed code opens in this office, also where it holds no more than a part of it, or watches over its answer.
/// Malformed and unknown codes alike: nothing.
std::optional<FoundByCode> find_by_code(const View& view, std::string_view typed);

}  // namespace hearth::web::pages
