#include "web/assets.hpp"

#include <algorithm>

namespace hearth::web {

std::string_view asset(std::string_view name) {
    const auto found = std::ranges::find(assets(), name, &Asset::name);
    return found == assets().end() ? std::string_view() : found->bytes;
}

}  // namespace hearth::web
