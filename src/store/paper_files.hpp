#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "record/store.hpp"

/// The papers of an office (photos, letters): files in a folder, each encrypted under a random key of its own and named by the
/// SHA-256 of its ciphertext. The key lies in the store, so a paper without its key is noise: dropping the key erases it from every
/// copy of the file.
namespace hearth::store {

/// A paper as it lies on the disk; its key must be committed with the act that names it.
struct SealedPaper {
    std::string digest;  // hex
    std::string key;     // 32 bytes
};

class PaperFiles {
public:
    explicit PaperFiles(std::filesystem::path folder);

    /// Encrypts, writes and syncs: what a later commit names is there. A Fault when the disk says no.
    SealedPaper keep(std::string_view bytes) const;
    /// The paper in the clear. Refused `not_permitted` paper/sealed when its key stands under the seal of its field, `not_found`
    /// paper/file, `malformed` paper/changed when the file is not what its name and key say.
    [[nodiscard]] base::Result<std::string> read(const record::PaperKey& paper) const;
    /// Takes back a paper whose command was refused: no act will name it.
    void discard(const std::string& digest) const;
    /// Removes the files of dropped keys, and files that no act came to name within a day of their writing. Gives their number.
    std::size_t sweep(record::Store& store, base::Instant now) const;

private:
    [[nodiscard]] std::filesystem::path file_of(const std::string& digest) const { return folder_ / digest; }

    std::filesystem::path folder_;
};

}  // namespace hearth::store
