#pragma once

#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/effects.hpp"

namespace hearth::record {

/// Ed25519 (RFC 8032) by the strict rule: keys and signatures that are not canonical or whose points are of low order are
/// refused, and the equation is checked without the cofactor. So whoever verifies by this rule gives the same answer.
bool verify_ed25519(const base::Bytes32& public_key, std::string_view message, std::string_view signature);

/// A key held in memory. Its seed is wiped when the signer goes.
class Ed25519Signer final : public base::Signer {
public:
    explicit Ed25519Signer(const base::Bytes32& seed);
    ~Ed25519Signer() override;
    Ed25519Signer(const Ed25519Signer&) = delete;
    Ed25519Signer& operator=(const Ed25519Signer&) = delete;

    [[nodiscard]] std::string sign(std::string_view message) const override;
    [[nodiscard]] base::Bytes32 public_key() const override { return public_key_; }

private:
    std::array<std::uint8_t, 64> secret_;  // seed and public key, as libsodium keeps them
    base::Bytes32 public_key_;
};

}  // namespace hearth::record
