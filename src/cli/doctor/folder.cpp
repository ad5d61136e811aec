// What lies in the folder of an office: rules, keys, room, backups.
#include <algorithm>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "cli/backup_notes.hpp"
#include "cli/doctor/chart.hpp"
#include "cli/office_rules.hpp"
#include "cli/openid_site.hpp"
#include "store/files.hpp"

namespace hearth::cli::doctor {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t k_day_ms = 86'400'000;
constexpr std::int64_t k_backup_age_ms = 2 * k_day_ms;
constexpr std::int64_t k_proof_age_ms = 35 * k_day_ms;
constexpr std::uintmax_t k_megabyte = 1'000'000;
constexpr std::uintmax_t k_room = 200 * k_megabyte;

std::string megabytes(std::uintmax_t bytes) { return std::to_string(bytes / k_megabyte) + " MB"; }

std::uintmax_t size_of(const fs::path& file) {
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(file, missing);
    return missing ? 0 : size;
}

bool is_open_to_others(const fs::path& file) {
    std::error_code missing;
    const fs::file_status status = fs::status(file, missing);
    return fs::exists(status) && (status.permissions() & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none;
}

void check_box_key(const OfficePaths& paths) {
    const clerk::BoxKey box(clerk::read_key_file(paths.box_key(), clerk::k_box_kind));
    if (store::read_file(paths.box_public()) != base::base64(base::view(box.public_key())) + "\n")
        throw base::Fault(paths.box_public().string() + " is not the public half of " + paths.box_key().string());
}

std::string days_since(base::Instant then, base::Instant now) { return std::to_string((now.ms - then.ms) / k_day_ms); }

}  // namespace

void look_at_procedures(Chart& chart) {
    chart.examine("procedures", "procedures_bad", [&] {
        const auto files = read_procedures(chart.paths.procedures());
        chart.rules = load_lawful_procedures(files);
        if (chart.store) check_change(files, *with_former(chart.rules, files, *chart.store), *chart.store);
        const std::vector<std::string> pack{chart.rules->pack.id, std::to_string(chart.rules->pack.version)};
        const std::string served = chart.health ? chart.health->value("rules", chart.rules->digest) : chart.rules->digest;
        if (served != chart.rules->digest) return chart.look_here("procedures", "procedures_waiting", pack);
        chart.fine("procedures", "procedures_ok", pack);
    });
}

void look_at_keys(Chart& chart) {
    const OfficePaths& paths = chart.paths;
    chart.examine("keys", "keys_bad", [&] {
        (void)clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind);
        (void)clerk::read_key_file(paths.witness_key(), clerk::k_signing_kind);
        (void)clerk::read_key_file(paths.backup_key(), clerk::k_backup_kind);
        check_box_key(paths);
        std::vector<fs::path> private_files{paths.signing_key().parent_path(), paths.database(), paths.people(),
                                            paths.root / chart.config.mail.password_file};
        for (const HookConfig& hook : chart.config.hooks) private_files.push_back(paths.root / hook.secret_file);
        if (!chart.config.openid.issuer.empty()) {
            (void)openid_site(chart.config.openid, paths.root);
            private_files.push_back(paths.root / chart.config.openid.secret_file);
        }
        for (const fs::path& file : private_files) {
            if (file != paths.root / "" && is_open_to_others(file)) return chart.look_here("keys", "files_open", {file.string()});
        }
        chart.fine("keys", "keys_ok");
    });
}

void look_at_disk(Chart& chart) {
    chart.examine("disk", "fault", [&] {
        const std::uintmax_t free = fs::space(chart.paths.root).available;
        // A backup and a trial restore each put one copy of the database beside it, one after the other.
        const std::uintmax_t needed = k_room + size_of(chart.paths.database()) + size_of(chart.paths.search());
        if (free < needed) return chart.look_here("disk", "disk_low", {megabytes(free), megabytes(needed)});
        chart.fine("disk", "disk_ok", {megabytes(free), megabytes(needed)});
    });
}

void look_at_backups(Chart& chart) {
    chart.examine("backup", "fault", [&] {
        const BackupNotes notes = read_backup_notes(chart.paths.backup_notes());
        if (!notes.made)
            chart.look_here("backup", "backup_never");
        else if (chart.now.ms - notes.made->at.ms > k_backup_age_ms)
            chart.look_here("backup", "backup_old", {chart.on_wall(notes.made->at), days_since(notes.made->at, chart.now)});
        else
            chart.fine("backup", "backup_ok", {chart.on_wall(notes.made->at)});
        if (!notes.proved) return chart.look_here("restore", "restore_never");
        const std::vector<std::string> when{chart.on_wall(notes.proved->made), chart.on_wall(notes.proved->at)};
        if (chart.now.ms - notes.proved->at.ms > k_proof_age_ms) return chart.look_here("restore", "restore_old", when);
        chart.fine("restore", "restore_ok", when);
    });
}

}  // namespace hearth::cli::doctor
