#include "web/notices/urn.hpp"

#include <openssl/sha.h>

#include <array>

#include "base/bytes.hpp"

namespace hearth::web::notices {

std::string urn_of(std::string_view name) {
    constexpr std::string_view k_addresses = "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8";
    std::string named(k_addresses.data(), 16);
    named += name;
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest = {};
    SHA1(reinterpret_cast<const unsigned char*>(named.data()), named.size(), digest.data());
    digest[6] = static_cast<unsigned char>((digest[6] & 0x0FU) | 0x50U);  // version 5
    digest[8] = static_cast<unsigned char>((digest[8] & 0x3FU) | 0x80U);  // variant 10
    std::string hex = base::hex({reinterpret_cast<const char*>(digest.data()), 16});
    for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, "-");
    return "urn:uuid:" + hex;
}

}  // namespace hearth::web::notices
