// hearth backup OFFICE --to DIR: an encrypted copy of an office, made while it serves.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "clerk/effects.hpp"
#include "cli/backup_notes.hpp"
#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "cli/life.hpp"
#include "store/backup.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string office;
    std::string to;
    std::string life = "30d";
    std::string paper_key_life = "7d";
};

int run(const Options& options) {
    const OfficePaths paths{options.office};
    const auto life = parse_life(options.life);
    const auto key_life = parse_life(options.paper_key_life);
    if (!life || !key_life) {
        std::cerr << "hearth: a life is a number of days or hours, as 30d or 12h\n";
        return k_usage;
    }
    const clerk::Secret key = clerk::read_key_file(paths.backup_key(), clerk::k_backup_kind);
    const base::Instant now = clerk::SystemClock().now();
    const auto done = store::make_backup({.office = paths.root,
                                          .to = options.to,
                                          .key = {reinterpret_cast<const char*>(key.data()), clerk::Secret::k_size},
                                          .now = now,
                                          .life_ms = *life,
                                          .key_life_ms = *key_life});
    BackupNotes notes = read_backup_notes(paths.backup_notes());
    notes.made = {done.file.string(), now, {now.ms + *life}};
    write_backup_notes(paths.backup_notes(), notes);
    std::cout << "Backup: " << done.file.string() << " (kept " << options.life << ")\n"
              << "Keys of papers: " << done.paper_keys.string() << " (kept " << options.paper_key_life << ")\n"
              << "Papers copied: " << done.papers << "\n";
    for (const auto& file : done.expired) std::cout << "Removed, its life had ended: " << file.string() << "\n";
    std::cout << "Without " << paths.backup_key().string() << " none of this can be read: keep a copy of it elsewhere.\n";
    return k_ok;
}

}  // namespace

void add_backup(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* backup = app.add_subcommand("backup", "Make an encrypted backup of an office, also while it is served");
    backup->add_option("OFFICE", options->office, "folder of the office")->required();
    backup->add_option("--to", options->to, "folder for the backups")->required();
    backup->add_option("--life", options->life, "how long this backup is kept, as 30d (default) or 12h");
    backup->add_option("--paper-key-life", options->paper_key_life, "how long the keys of papers are kept (default 7d)");
    backup->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
