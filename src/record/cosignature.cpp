#include "record/cosignature.hpp"

#include "record/ed25519.hpp"

namespace hearth::record {

namespace {

constexpr std::size_t k_time_bytes = 8;
constexpr std::size_t k_cosignature_bytes = k_time_bytes + 64;

}  // namespace

std::string cosigned_message(std::string_view checkpoint_text, std::uint64_t unix_seconds) {
    return "cosignature/v1\ntime " + std::to_string(unix_seconds) + "\n" + std::string(checkpoint_text);
}

SignatureLine cosign(std::string_view checkpoint_text, std::string_view name, std::uint64_t unix_seconds,
                     const base::Signer& signer) {
    const VerifierKey key{std::string(name), VerifierKey::Type::cosignature, signer.public_key()};
    std::string signature;
    for (int shift = 56; shift >= 0; shift -= 8) signature += static_cast<char>(unix_seconds >> shift & 0xff);
    signature += signer.sign(cosigned_message(checkpoint_text, unix_seconds));
    return {key.name, key.id(), std::move(signature)};
}

std::optional<std::uint64_t> cosigned_at(std::string_view signature) {
    if (signature.size() != k_cosignature_bytes) return std::nullopt;
    std::uint64_t seconds = 0;
    for (const char c : signature.substr(0, k_time_bytes)) seconds = seconds << 8 | static_cast<unsigned char>(c);
    return seconds;
}

bool verify_cosignature(const VerifierKey& key, std::string_view checkpoint_text, std::string_view signature) {
    const auto seconds = cosigned_at(signature);
    return seconds && verify_ed25519(key.key, cosigned_message(checkpoint_text, *seconds), signature.substr(k_time_bytes));
}

}  // namespace hearth::record
