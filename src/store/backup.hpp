#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "store/sealed_file.hpp"

/// Backups of an office, made while it serves, and their way back (docs/operating.md). One folder per office holds
///
///   office-<instant>.sealed      the database without the keys of papers; each with the end of its life
///   paper-keys-<instant>.sealed  those keys, with a much shorter life
///   papers/                      the encrypted papers, copied once
///   erasures                     the journal of erasures as of the newest backup: no content
///
/// A paper that is erased is thus beyond recovery as soon as the last short-lived file of keys is gone, whatever long backups hold.
namespace hearth::store {

struct BackupOrder {
    std::filesystem::path office;  // folder
    std::filesystem::path to;      // folder of all backups; the office's lies in it by its name
    std::string_view key;          // 32 bytes
    base::Instant now;
    std::int64_t life_ms = 0;
    std::int64_t key_life_ms = 0;
};

struct BackupDone {
    std::filesystem::path file;
    std::filesystem::path paper_keys;
    std::size_t papers = 0;                      // copied this time
    std::vector<std::filesystem::path> expired;  // removed, since their life had ended
};

/// A Fault when the disk says no; older generations are removed only after the new one is whole.
BackupDone make_backup(const BackupOrder& order);

struct RestoreOrder {
    std::filesystem::path file;                       // office-<instant>.sealed, in its folder
    std::optional<std::filesystem::path> paper_keys;  // paper-keys-<instant>.sealed
    std::filesystem::path office;                     // folder, not being served
    std::string_view key;
    bool replace = false;
};

struct RestoreDone {
    SealedHead head;
    std::uint64_t entries = 0;
    std::uint64_t erased_again = 0;  // fields that this backup still held
    std::size_t papers = 0;          // copied back
};

/// Puts a backup in the place of the office's database. What was erased since is erased again before the file takes its place, by
/// the journals in the office's folder and beside the backup. Whether the office may go on signing is asked at its start.
/// Refused: `conflict` restore/office_exists unless `replace`; `malformed` backup/not_one, backup/cut_off,
/// backup/changed_or_other_key, backup/damaged. In each case the office is as it was.
base::Result<RestoreDone> restore_backup(const RestoreOrder& order);

}  // namespace hearth::store
