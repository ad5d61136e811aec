#include "base/percent.hpp"

namespace hearth::base {

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view k_plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view k_digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (k_plain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            encoded += {'%', k_digits[byte / 16], k_digits[byte % 16]};
        }
    }
    return encoded;
}

}  // namespace hearth::base
