#include "clerk/challenges.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/bytes.hpp"

namespace hearth::clerk {
namespace {

constexpr std::size_t k_chance_bytes = 16;
constexpr std::size_t k_time_bytes = 8;
constexpr std::size_t k_head_bytes = k_chance_bytes + k_time_bytes;

std::string bytes_of(std::int64_t ms) {
    std::string bytes(k_time_bytes, '\0');
    for (std::size_t i = 0; i < k_time_bytes; ++i) bytes[i] = static_cast<char>((ms >> (8 * i)) & 0xFF);
    return bytes;
}

std::int64_t ms_in(std::string_view bytes) {
    std::uint64_t ms = 0;
    for (std::size_t i = k_time_bytes; i-- > 0;) ms = (ms << 8U) | static_cast<unsigned char>(bytes[i]);
    return static_cast<std::int64_t>(ms);
}

}  // namespace

Challenges::Challenges() { crypto_auth_keygen(key_.data()); }

std::string Challenges::seal(std::string_view head, std::string_view purpose) const {
    static_assert(crypto_auth_KEYBYTES == Secret::k_size);
    const std::string sealed = std::string(head) + std::string(purpose);
    std::array<unsigned char, crypto_auth_BYTES> seal{};
    crypto_auth(seal.data(), reinterpret_cast<const unsigned char*>(sealed.data()), sealed.size(), key_.data());
    return {reinterpret_cast<const char*>(seal.data()), seal.size()};
}

std::string Challenges::draw(std::string_view purpose, base::Instant now) {
    const std::lock_guard lock(mutex_);
    const std::string head = chance_.bytes(k_chance_bytes) + bytes_of(now.ms);
    return head + seal(head, purpose);
}

bool Challenges::is_open(std::string_view challenge, std::string_view purpose, base::Instant now) const {
    if (challenge.size() != k_head_bytes + crypto_auth_BYTES) return false;
    const std::string_view head = challenge.substr(0, k_head_bytes);
    const std::string right = seal(head, purpose);
    if (sodium_memcmp(right.data(), challenge.data() + k_head_bytes, right.size()) != 0) return false;
    const std::int64_t age = now.ms - ms_in(head.substr(k_chance_bytes));
    return age >= 0 && age <= k_life_ms;
}

bool Challenges::use(std::string_view challenge, base::Instant now) {
    const std::lock_guard lock(mutex_);
    std::erase_if(used_, [&](const auto& one) { return now.ms - one.second.ms > k_life_ms; });
    return used_.emplace(challenge, now).second;
}

}  // namespace hearth::clerk
