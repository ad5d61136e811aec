#include "clerk/receipt_code.hpp"

#include <array>
#include <cstdint>

#include "record/sha256.hpp"

namespace hearth::clerk {

namespace {

constexpr std::string_view k_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t k_characters = 16;
constexpr std::size_t k_bytes = k_characters * 5 / 8;

char reading_of(char typed) {
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    if (upper == 'I' || upper == 'L') return '1';
    return upper;
}

std::string grouped(std::string_view plain) {
    std::string code;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % 4 == 0) code += '-';
        code += plain[i];
    }
    return code;
}

}  // namespace

std::string draw_receipt_code(base::Randomness& randomness) {
    const std::string bytes = randomness.bytes(k_bytes);
    std::string plain;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<std::uint8_t>(byte);
        for (bits += 8; bits >= 5; bits -= 5) plain += k_alphabet[(held >> static_cast<unsigned>(bits - 5)) & 31U];
    }
    return grouped(plain);
}

base::Result<std::string> parse_receipt_code(std::string_view typed) {
    const base::Refusal no{base::Reason::malformed, "clerk/receipt_code", {}, {}};
    std::string plain;
    for (const char c : typed) {
        if (c == '-' || c == ' ') continue;
        const char read = reading_of(c);
        if (k_alphabet.find(read) == std::string_view::npos || plain.size() == k_characters) return no;
        plain += read;
    }
    if (plain.size() != k_characters) return no;
    return grouped(plain);
}

std::string receipt_code_digest(std::string_view code) { return base::hex(base::view(record::sha256(code))); }

}  // namespace hearth::clerk
