#include "record/ed25519.hpp"

#include <sodium.h>

namespace hearth::record {

namespace {

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

bool verify_ed25519(const base::Bytes32& public_key, std::string_view message, std::string_view signature) {
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(raw(signature), raw(message), message.size(), public_key.data()) == 0;
}

Ed25519Signer::Ed25519Signer(const base::Bytes32& seed) {
    static_assert(std::tuple_size_v<decltype(secret_)> == crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
}

Ed25519Signer::~Ed25519Signer() { sodium_memzero(secret_.data(), secret_.size()); }

std::string Ed25519Signer::sign(std::string_view message) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(message), message.size(), secret_.data());
    return signature;
}

}  // namespace hearth::record
