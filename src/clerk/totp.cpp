#include "clerk/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

#include "base/fault.hpp"
#include "base/percent.hpp"

namespace hearth::clerk {
namespace {

constexpr std::size_t k_secret_bytes = 20;
constexpr std::int64_t k_step_ms = 30'000;
constexpr std::size_t k_digits = 6;
constexpr std::uint32_t k_codes = 1'000'000;
constexpr std::size_t k_counter_bytes = 8;

std::string counter_of(std::int64_t step) {
    std::string bytes(k_counter_bytes, '\0');
    for (std::size_t i = k_counter_bytes; i-- > 0; step >>= 8) bytes[i] = static_cast<char>(step & 0xff);
    return bytes;
}

/// Dynamic truncation of RFC 4226, section 5.3.
std::uint32_t truncated(const std::array<unsigned char, 20>& mac) {
    const std::size_t at = mac.back() & 0x0fU;
    std::uint32_t number = mac.at(at) & 0x7fU;
    for (std::size_t i = 1; i < 4; ++i) number = (number << 8U) | mac.at(at + i);
    return number;
}

/// Base32 of RFC 4648 without padding; the secret is a whole number of its groups.
std::string base32(std::string_view bytes) {
    constexpr std::string_view k_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += k_letters[(held >> static_cast<unsigned>(bits - 5)) & 0x1fU];
    }
    return text;
}

}  // namespace

std::string draw_totp_secret(base::Randomness& chance) { return chance.bytes(k_secret_bytes); }

std::string totp_code(std::string_view secret, std::int64_t step) {
    const std::string counter = counter_of(step);
    std::array<unsigned char, 20> mac{};
    unsigned int size = mac.size();
    const auto* made = HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()),
                            reinterpret_cast<const unsigned char*>(counter.data()), counter.size(), mac.data(), &size);
    if (made == nullptr) throw base::Fault("a one-time code cannot be worked out");
    const std::string digits = std::to_string(truncated(mac) % k_codes);
    return std::string(k_digits - digits.size(), '0') + digits;
}

std::optional<std::int64_t> totp_step_of(std::string_view code, std::string_view secret, base::Instant now) {
    if (code.size() != k_digits) return std::nullopt;
    std::optional<std::int64_t> found;
    for (std::int64_t step = now.ms / k_step_ms - 1; step <= now.ms / k_step_ms + 1; ++step) {
        if (sodium_memcmp(totp_code(secret, step).data(), code.data(), k_digits) == 0) found = step;
    }
    return found;
}

std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account) {
    const std::string office = base::percent_encoded(issuer);
    return "otpauth://totp/" + office + ":" + base::percent_encoded(account) + "?secret=" + base32(secret) + "&issuer=" + office +
           "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace hearth::clerk
