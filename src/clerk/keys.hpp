#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/effects.hpp"

/// The secret keys of an office: outside its database and its ordinary backups, each in a file of its own that nobody else may
/// read, in memory only in pages that are locked and never dumped. Everything wrong with a key file is a Fault in plain words.
namespace hearth::clerk {

/// Secret bytes in guarded memory (sodium_malloc), wiped when they go.
class Secret {
public:
    static constexpr std::size_t k_size = 32;

    explicit Secret(std::size_t size = k_size);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    [[nodiscard]] unsigned char* data() { return bytes_; }
    [[nodiscard]] const unsigned char* data() const { return bytes_; }

private:
    unsigned char* bytes_ = nullptr;
};

/// Writes a new secret of chance to `path` (mode 0600, synced): the line "hearth-key@v1 <kind>" and 32 bytes in base64. An existing
/// file is never replaced.
void make_key_file(const std::filesystem::path& path, std::string_view kind);
/// Reads it back. A file that others may read, of another kind or form, is not used.
Secret read_key_file(const std::filesystem::path& path, std::string_view kind);

inline constexpr std::string_view k_signing_kind = "ed25519";
inline constexpr std::string_view k_box_kind = "x25519";
inline constexpr std::string_view k_backup_kind = "backup";

/// The Ed25519 key that signs the checkpoints of an office.
class SigningKey final : public base::Signer {
public:
    explicit SigningKey(const Secret& seed);
    [[nodiscard]] std::string sign(std::string_view message) const override;
    [[nodiscard]] base::Bytes32 public_key() const override { return public_key_; }

private:
    Secret secret_;  // seed and public key side by side, as libsodium wants them
    base::Bytes32 public_key_;
};

/// The X25519 key to which content is encrypted that only this office may read.
class BoxKey {
public:
    explicit BoxKey(Secret secret);
    [[nodiscard]] base::Bytes32 public_key() const { return public_key_; }
    /// What `seal_to` encrypted to this key; nothing if it was not, or was changed.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed) const;

private:
    Secret secret_;
    base::Bytes32 public_key_;
};

/// crypto_box_seal: whoever has the public key can write, only the office can read.
std::string seal_to(const base::Bytes32& public_key, std::string_view plain);

}  // namespace hearth::clerk
