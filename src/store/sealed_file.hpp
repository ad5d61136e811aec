#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

/// An encrypted file (docs/operating.md): one line in the clear, then libsodium's secretstream in pieces of 64 KiB, the line itself
/// authenticated with the first piece and the last piece marked. So a file that was cut off, altered anywhere, or stitched together
/// is refused, and its life can be read without the key.
namespace hearth::store {

inline constexpr std::size_t k_seal_key_bytes = 32;

/// "hearth-sealed@v1 <kind> <office> <made> <until>"
struct SealedHead {
    std::string kind;    // "office" or "paper-keys"
    std::string office;  // what it was made of, as its folder is called
    base::Instant made;
    base::Instant until;  // end of its life: then it must not exist any more

    bool operator==(const SealedHead&) const = default;
};

/// Encrypts `plain` into a new file `sealed`, synced. A Fault when the disk says no.
void seal_file(const std::filesystem::path& plain, const std::filesystem::path& sealed, std::string_view key,
               const SealedHead& head);

/// The head alone, not yet authenticated. Refused `malformed` backup/not_one.
base::Result<SealedHead> read_sealed_head(const std::filesystem::path& sealed);

/// Decrypts into the new file `plain`, synced; refused `malformed` backup/not_one, backup/cut_off, backup/changed_or_other_key, and
/// then `plain` does not exist.
base::Result<SealedHead> open_sealed_file(const std::filesystem::path& sealed, const std::filesystem::path& plain,
                                          std::string_view key);

}  // namespace hearth::store
