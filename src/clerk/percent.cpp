#include "clerk/percent.hpp"

namespace hearth::clerk {

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view k_hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (plain) {
            out += c;
        } else {
            out.append("%").append(1, k_hex[byte >> 4U]).append(1, k_hex[byte & 0x0fU]);
        }
    }
    return out;
}

}  // namespace hearth::clerk
