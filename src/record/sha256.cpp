// The one unit that calls OpenSSL's older functions: EVP looks the algorithm up and allocates at every call, which halves the
// rate for texts as short as ours, and hashing is most of what verifying a long record does.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#include "record/sha256.hpp"

#include <openssl/sha.h>

namespace hearth::record {

namespace {

base::Bytes32 finish(SHA256_CTX& context) {
    base::Bytes32 hash;
    SHA256_Final(hash.data(), &context);
    return hash;
}

}  // namespace

base::Bytes32 sha256(std::string_view bytes) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes.data(), bytes.size());
    return finish(context);
}

base::Bytes32 sha256(char first, std::string_view bytes) { return sha256(first, bytes, {}); }

base::Bytes32 sha256(char first, std::string_view left, std::string_view right) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, &first, 1);
    SHA256_Update(&context, left.data(), left.size());
    SHA256_Update(&context, right.data(), right.size());
    return finish(context);
}

}  // namespace hearth::record
