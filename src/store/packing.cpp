#include "store/packing.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

#include "base/bytes.hpp"
#include "record/leaf.hpp"

namespace hearth::store {
namespace {

constexpr std::size_t k_id_bytes = 16;
constexpr std::size_t k_digest_bytes = 32;

std::string decoded_base64url(std::string_view text) {
    auto decoded = base::from_base64url(text);
    return decoded ? std::move(decoded).value() : std::string();
}

}  // namespace

Packed pack_disclosure(std::string_view disclosure) {
    auto decoded = base::from_base64url(disclosure);
    if (!decoded || disclosure.empty()) return {std::string(disclosure), false};
    return {std::move(decoded).value(), true};
}

std::string unpack_disclosure(Packed packed) { return packed.decoded ? base::base64url(packed.bytes) : std::move(packed.bytes); }

Packed pack_leaf(std::string_view text) {
    const auto leaf = record::parse_leaf(text);
    if (!leaf) return {std::string(text), false};
    std::string bytes = decoded_base64url(leaf->id.text);
    const auto day = static_cast<std::int32_t>(std::chrono::sys_days(leaf->date).time_since_epoch().count());
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(static_cast<std::uint32_t>(day) >> shift);
    for (const std::string_view digest : leaf->digests) bytes += decoded_base64url(digest);
    if (unpack_leaf({bytes, true}) != text) return {std::string(text), false};
    return {std::move(bytes), true};
}

std::string unpack_leaf(Packed packed) {
    // A damaged database may hold less than an id and a day: then it is no leaf, and whoever reads it says so.
    if (!packed.decoded || packed.bytes.size() < k_id_bytes + 4) return std::move(packed.bytes);
    const std::string_view bytes = packed.bytes;
    std::uint32_t day = 0;
    for (unsigned i = 0; i < 4; ++i) day |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[k_id_bytes + i])) << 8 * i;
    std::vector<std::string> digests;
    for (std::size_t at = k_id_bytes + 4; at < bytes.size(); at += k_digest_bytes) {
        digests.push_back(base::base64url(bytes.substr(at, k_digest_bytes)));
    }
    const std::chrono::sys_days date{std::chrono::days(static_cast<std::int32_t>(day))};
    return record::write_leaf({base::base64url(bytes.substr(0, k_id_bytes))}, date, digests);
}

Packed pack_hex(std::string_view hex) {
    auto decoded = base::from_hex(hex);
    if (!decoded || hex.empty() || base::hex(*decoded) != hex) return {std::string(hex), false};
    return {std::move(decoded).value(), true};
}

std::string unpack_hex(Packed packed) { return packed.decoded ? base::hex(packed.bytes) : std::move(packed.bytes); }

}  // namespace hearth::store
