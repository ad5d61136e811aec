#include "base/bytes.hpp"

#include <algorithm>

namespace hearth::base {

namespace {

constexpr std::string_view k_standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view k_url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<std::int16_t, 256> reverse(std::string_view alphabet) {
    std::array<std::int16_t, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i) table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int16_t>(i);
    return table;
}
constexpr auto k_standard_reverse = reverse(k_standard);
constexpr auto k_url_reverse = reverse(k_url);

std::string encode(std::string_view bytes, std::string_view alphabet, bool pad) {
    const std::size_t rest = bytes.size() % 3;
    std::string out(bytes.size() / 3 * 4 + (rest == 0 ? 0 : pad ? 4 : rest + 1), '=');
    const char* digits = alphabet.data();
    char* to = out.data();
    std::size_t i = 0;
    const auto at = [&](std::size_t k) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[k])); };
    for (; i + 3 <= bytes.size(); i += 3, to += 4) {
        const std::uint32_t v = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
        to[0] = digits[v >> 18];
        to[1] = digits[v >> 12 & 63];
        to[2] = digits[v >> 6 & 63];
        to[3] = digits[v & 63];
    }
    if (rest == 0) return out;
    const std::uint32_t v = at(i) << 16 | (rest == 2 ? at(i + 1) << 8 : 0);
    to[0] = digits[v >> 18];
    to[1] = digits[v >> 12 & 63];
    if (rest == 2) to[2] = digits[v >> 6 & 63];
    return out;
}

Refusal bad(std::string_view rule) { return {Reason::malformed, std::string(rule)}; }

Result<std::string> decode(std::string_view text, const std::array<std::int16_t, 256>& table, std::string_view rule) {
    if (text.size() % 4 == 1) return bad(rule);
    std::string out(text.size() * 3 / 4, '\0');
    std::size_t count = 0;
    std::uint32_t held = 0;
    int bits = 0;
    int all = 0;  // negative once a character is none of the alphabet
    for (const char c : text) {
        const int v = table[static_cast<unsigned char>(c)];
        all |= v;
        held = held << 6 | static_cast<std::uint32_t>(v & 63);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out[count++] = static_cast<char>(held >> bits & 0xff);
        }
    }
    if (all < 0 || (held & ((1U << bits) - 1)) != 0) return bad(rule);
    return out;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Result<Bytes32> to_bytes32(std::string_view bytes) {
    Bytes32 out;
    if (bytes.size() != out.size()) return bad("base/bytes32");
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        out += digits[static_cast<unsigned char>(c) >> 4];
        out += digits[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

Result<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return bad("base/hex");
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_digit(text[i]);
        const int low = hex_digit(text[i + 1]);
        if (high < 0 || low < 0) return bad("base/hex");
        out += static_cast<char>(high << 4 | low);
    }
    return out;
}

std::string base64(std::string_view bytes) { return encode(bytes, k_standard, true); }

Result<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return bad("base/base64");
    for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    return decode(text, k_standard_reverse, "base/base64");
}

std::string base64url(std::string_view bytes) { return encode(bytes, k_url, false); }

Result<std::string> from_base64url(std::string_view text) { return decode(text, k_url_reverse, "base/base64url"); }

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xc2 && lead < 0xe0 ? 2
                                   : lead >= 0xe0 && lead < 0xf0 ? 3
                                   : lead >= 0xf0 && lead < 0xf5 ? 4
                                                                 : 0;
        if (length == 0 || i + length > text.size()) return false;
        std::uint32_t point = length == 1 ? lead : lead & (0xffU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xc0) != 0x80) return false;
            point = point << 6 | (next & 0x3fU);
        }
        if ((length == 3 && point < 0x800) || (length == 4 && (point < 0x10000 || point > 0x10ffff)) ||
            (point >= 0xd800 && point <= 0xdfff))
            return false;
        i += length;
    }
    return true;
}

}  // namespace hearth::base
