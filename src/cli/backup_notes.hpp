#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/time.hpp"

/// What was last done about backups, in a small file of the office's folder (`backups.json`), so that the operator can be told when
/// the last one was made and when one was last proved to give the record back. The file is a note, not a proof: whoever may write
/// in the folder may write it.
namespace hearth::cli {

struct BackupNotes {
    struct Made {
        std::string file;
        base::Instant at;
        base::Instant until;  // end of its life
    };
    struct Proved {
        std::string file;
        base::Instant made;  // when the backup was made
        base::Instant at;    // when it was restored for trial
        std::uint64_t entries = 0;
    };
    std::optional<Made> made;
    std::optional<Proved> proved;
};

/// Nothing was done where there is no file. A Fault when it is damaged.
BackupNotes read_backup_notes(const std::filesystem::path& file);
/// After a power cut there are the old notes or the new ones.
void write_backup_notes(const std::filesystem::path& file, const BackupNotes& notes);

}  // namespace hearth::cli
