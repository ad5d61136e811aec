#pragma once

#include <sodium.h>

#include <array>

#include "base/effects.hpp"

namespace hearth::tests {

/// An Ed25519 key made from one number; the same in every run, and no secret.
class FixedSigner final : public base::Signer {
public:
    explicit FixedSigner(unsigned char number = 1) {
        std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
        seed.fill(number);
        crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
    }

    [[nodiscard]] std::string sign(std::string_view message) const override {
        std::string signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                             reinterpret_cast<const unsigned char*>(message.data()), message.size(), secret_.data());
        return signature;
    }
    [[nodiscard]] base::Bytes32 public_key() const override { return public_key_; }

private:
    base::Bytes32 public_key_{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_{};
};

}  // namespace hearth::tests
