#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearth::base {

/// SHA-256 and Merkle hashes; also Ed25519 public keys and seeds.
using Bytes32 = std::array<std::uint8_t, 32>;

/// The bytes as a view for hashing, storing and comparing.
inline std::string_view view(const Bytes32& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// 32 bytes out of a string of exactly that length; anything else is refused `malformed` base/bytes32.
Result<Bytes32> to_bytes32(std::string_view bytes);

std::string hex(std::string_view bytes);
Result<std::string> from_hex(std::string_view text);

/// RFC 4648 section 4, padded. Decoding refuses white space, missing padding and non-zero trailing bits.
std::string base64(std::string_view bytes);
Result<std::string> from_base64(std::string_view text);

/// RFC 4648 section 5 without padding, as RFC 9901 uses it. Decoding is as strict as above.
std::string base64url(std::string_view bytes);
Result<std::string> from_base64url(std::string_view text);

/// Well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool is_utf8(std::string_view text);

}  // namespace hearth::base
