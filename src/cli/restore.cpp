// hearth restore FILE OFFICE: a backup takes the place of an office's database, without what was erased since; with --prove it is
// only restored for trial.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "clerk/effects.hpp"
#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "cli/office_lock.hpp"
#include "cli/prove_backup.hpp"
#include "store/backup.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string file;
    std::string office;
    std::string paper_keys;
    std::string key;
    bool replace = false;
    bool prove = false;
};

/// What the operator is told to do.
std::string advice(const std::string& rule) {
    static const std::map<std::string, std::string> k_advice = {
        {"restore/office_exists", "the office has a database; say --replace to put the backup in its place"},
        {"backup/not_one", "this is no backup of the kind asked for"},
        {"backup/cut_off", "the file ends too early: it was cut off, or its copying was; take another copy or an older backup"},
        {"backup/changed_or_other_key", "a byte of the file was changed, or it was made with another backup.key"},
        {"backup/damaged", "the database in it is damaged; take an older backup"}};
    const auto found = k_advice.find(rule);
    return found == k_advice.end() ? std::string() : ": " + found->second;
}

int refused(const base::Refusal& refusal) {
    std::cerr << "hearth: " << base::to_string(refusal) << advice(refusal.rule) << "\n";
    return k_refused;
}

int prove(const Options& options, const OfficePaths& paths, std::string_view key) {
    const auto proved = prove_backup(paths, options.file, key, clerk::SystemClock().now());
    if (!proved) return refused(proved.error());
    for (const Verdict::Line& line : proved->verdict.lines)
        if (!line.holds) std::cerr << "hearth: " << line.about << ": " << line.words << "\n";
    if (!proved->verdict.holds()) {
        std::cerr << "The record in this backup does not prove: take another copy or an older backup.\n";
        return k_refused;
    }
    std::cout << "Restored for trial the state of " << to_rfc3339(proved->restored.head.made) << ": " << proved->restored.entries
              << " entries, whose record proves. The office is as it was; the date is noted for hearth doctor.\n";
    return k_ok;
}

int restore(const Options& options, const OfficePaths& paths, std::string_view key) {
    const OfficeLock lock(paths.lock());
    store::RestoreOrder order{
        .file = options.file, .paper_keys = std::nullopt, .office = paths.root, .key = key, .replace = options.replace};
    if (!options.paper_keys.empty()) order.paper_keys = options.paper_keys;
    const auto done = store::restore_backup(order);
    if (!done) return refused(done.error());
    std::cout << "Restored the state of " << to_rfc3339(done->head.made) << ": " << done->entries << " entries\n"
              << "Erased again: " << done->erased_again << " fields that were erased after this backup\n"
              << "Papers put back: " << done->papers << "\n";
    if (done->head.until <= clerk::SystemClock().now())
        std::cout << "The life of this backup had ended on " << to_rfc3339(done->head.until) << ".\n";
    std::cout << "If acts were recorded after it, the office will not sign on: it tells you at its next start what to do.\n";
    return k_ok;
}

int run(const Options& options) {
    const OfficePaths paths{options.office};
    const clerk::Secret secret =
        clerk::read_key_file(options.key.empty() ? paths.backup_key() : std::filesystem::path(options.key), clerk::k_backup_kind);
    const std::string_view key(reinterpret_cast<const char*>(secret.data()), clerk::Secret::k_size);
    return options.prove ? prove(options, paths, key) : restore(options, paths, key);
}

}  // namespace

void add_restore(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* restore = app.add_subcommand("restore", "Put a backup in the place of an office's database");
    restore->add_option("FILE", options->file, "the backup: office-<instant>.sealed")->required();
    restore->add_option("OFFICE", options->office, "folder of the office, not being served unless --prove is said")->required();
    CLI::Option* papers =
        restore->add_option("--paper-keys", options->paper_keys, "the keys of papers: paper-keys-<instant>.sealed");
    restore->add_option("--key", options->key, "backup.key, where it is not in the office's folder");
    CLI::Option* replace = restore->add_flag("--replace", options->replace, "replace the database that is there");
    restore->add_flag("--prove", options->prove, "only try whether the record comes back whole; the office stays as it is")
        ->excludes(papers)
        ->excludes(replace);
    restore->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
