#pragma once

#include <string>
#include <string_view>

/// Texts of the record are rich in base64url and hex, which carry 6 and 4 bits a byte. Where a text is exactly such an encoding
/// it is stored decoded, and where it is not, as it came: a BLOB or a TEXT of the same column. Nothing is lost either way.
namespace hearth::store {

struct Packed {
    std::string bytes;
    bool decoded = false;
};

/// A disclosure: unpadded base64url of its JSON array.
Packed pack_disclosure(std::string_view disclosure);
std::string unpack_disclosure(Packed packed);

/// A leaf: id and day in 20 bytes, then the digests.
Packed pack_leaf(std::string_view text);
std::string unpack_leaf(Packed packed);

/// A SHA-256 or other digest in lower-case hex.
Packed pack_hex(std::string_view hex);
std::string unpack_hex(Packed packed);

}  // namespace hearth::store
