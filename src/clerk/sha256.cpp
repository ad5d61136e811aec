#include "clerk/sha256.hpp"

#include <sodium.h>

#include "base/bytes.hpp"

namespace hearth::clerk {

std::string sha256_hex(std::string_view bytes) {
    base::Bytes32 digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return base::hex(base::view(digest));
}

}  // namespace hearth::clerk
