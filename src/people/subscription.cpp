#include "people/subscription.hpp"

#include <algorithm>

namespace hearth::people {

bool is_address(std::string_view text) {
    constexpr std::size_t k_address_max = 254;
    constexpr std::size_t k_name_max = 64;
    const std::size_t at = text.find('@');
    if (text.size() > k_address_max || at == 0 || at == std::string_view::npos || at > k_name_max) return false;
    const std::string_view host = text.substr(at + 1);
    const bool is_host_sound = host.size() >= 3 && host.find('.') != std::string_view::npos && host.front() != '.' &&
                               host.back() != '.' && host.find("..") == std::string_view::npos;
    constexpr std::string_view k_refused = "@ <>()[]\\,;:\"";
    const auto is_refused = [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte >= 0x7f || k_refused.find(c) != std::string_view::npos;
    };
    return is_host_sound && std::ranges::none_of(text.substr(0, at), is_refused) && std::ranges::none_of(host, is_refused);
}

}  // namespace hearth::people
