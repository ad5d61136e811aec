#include "cli/prove_backup.hpp"

#include "cli/backup_notes.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;

/// What comes back lies there in the clear, so nobody else may look in and nothing may stay; what a power cut left goes first.
class TrialFolder {
public:
    explicit TrialFolder(fs::path folder) : folder_(std::move(folder)) {
        fs::remove_all(folder_);
        fs::create_directory(folder_);
        fs::permissions(folder_, fs::perms::owner_all);
    }
    TrialFolder(const TrialFolder&) = delete;
    TrialFolder& operator=(const TrialFolder&) = delete;
    ~TrialFolder() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] const fs::path& path() const { return folder_; }

private:
    fs::path folder_;
};

/// The key of the office that signed this checkpoint, today's or a former one.
std::optional<record::VerifierKey> signer_of(const std::string& checkpoint, const OfficePaths& paths) {
    const clerk::SigningKey today(clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind));
    const auto read = record::read_checkpoint(checkpoint);
    for (const record::VerifierKey& key : own_keys(read_office_config(paths.config()), today)) {
        if (read && record::verify_note(read->note, std::vector{key})) return key;
    }
    return std::nullopt;
}

Verdict verify(const fs::path& folder, const OfficePaths& paths) {
    const auto source = open_record(folder.string());
    Trust trust;
    trust.key = signer_of(source->checkpoint(), paths);
    CheckpointMemory nothing_seen(folder / "seen.json");
    return verify_record(*source, trust, nothing_seen);
}

}  // namespace

base::Result<ProvedBackup> prove_backup(const OfficePaths& paths, const fs::path& file, std::string_view key, base::Instant now) {
    const TrialFolder trial(paths.root / "backup.trial");
    // What the office erased since is not to lie in the clear again, not even for a moment.
    if (fs::exists(paths.erasures())) fs::copy_file(paths.erasures(), OfficePaths{trial.path()}.erasures());
    HEARTH_TRY(restored, store::restore_backup({.file = file, .paper_keys = {}, .office = trial.path(), .key = key}));
    ProvedBackup proved{restored, verify(trial.path(), paths)};
    if (!proved.verdict.holds()) return proved;
    BackupNotes notes = read_backup_notes(paths.backup_notes());
    notes.proved = {file.string(), restored.head.made, now, restored.entries};
    write_backup_notes(paths.backup_notes(), notes);
    return proved;
}

}  // namespace hearth::cli
