#pragma once

#include "cli/installation.hpp"
#include "cli/verify_record.hpp"
#include "store/backup.hpp"

namespace hearth::cli {

struct ProvedBackup {
    store::RestoreDone restored;
    Verdict verdict;  // on the record that came back
};

/// Restores a backup for trial, into a folder below the office's own that is gone when this returns, and verifies the record in it
/// under the keys of the office. The office itself is not touched and may be served meanwhile. Where all holds, the notes of the
/// office say so (`BackupNotes::proved`). Refused as `store::restore_backup`.
base::Result<ProvedBackup> prove_backup(const OfficePaths& paths, const std::filesystem::path& file, std::string_view key,
                                        base::Instant now);

}  // namespace hearth::cli
