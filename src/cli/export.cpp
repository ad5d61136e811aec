// hearth export OFFICE: everything that the record still holds, as JSON lines.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "base/fault.hpp"
#include "clerk/papers.hpp"
#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::cli {

namespace {

constexpr std::uint64_t k_piece = 256;

struct Options {
    std::string office;
    std::string out;
};

/// A field as it is disclosed; beside it the names of its papers' files in `papers/`, so that nobody has to decode it to find them.
base::Json content_of(const record::SealedField& field) {
    base::Json content{{"class", field.klass}, {"disclosure", field.disclosure}};
    const auto disclosed = record::open_disclosure(field.disclosure);
    if (!disclosed) return content;
    for (const clerk::KeptPaper& paper : clerk::papers_in(disclosed->value))
        content["papers"].push_back({{"file", paper.file}, {"name", paper.name}, {"bytes", paper.bytes}});
    return content;
}

base::Json line_of(const record::StoredEntry& entry) {
    base::Json disclosures = base::Json::array();
    for (const record::SealedField& field : entry.content) disclosures.push_back(content_of(field));
    return {{"index", entry.index}, {"leaf", entry.leaf}, {"frame", entry.frame}, {"content", std::move(disclosures)}};
}

/// The size is read once: what is appended meanwhile belongs to the next export.
void write_export(record::Store& store, std::ostream& to) {
    const std::uint64_t size = store.size();
    to << base::Json{{"hearth_export", 1}, {"size", size}, {"checkpoint", store.checkpoint()}}.dump() << '\n';
    for (std::uint64_t first = 0; first < size; first += k_piece) {
        for (const record::StoredEntry& entry : store.entries(first, std::min(k_piece, size - first), true)) {
            to << line_of(entry).dump() << '\n';
        }
    }
    to.flush();
    if (!to) throw base::Fault("the export cannot be written: no more room");
}

int run(const Options& options) {
    store::SqliteStore store(store::files_in(options.office), store::SqliteStore::Access::read);
    if (options.out.empty()) {
        write_export(store, std::cout);
        return k_ok;
    }
    std::ofstream file(options.out, std::ios::binary | std::ios::trunc);
    if (!file) throw base::Fault(options.out + ": cannot be written");
    std::filesystem::permissions(options.out, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    write_export(store, file);
    return k_ok;
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("export", "Write out the whole record, one JSON value a line; holds personal content");
    command->add_option("OFFICE", options->office, "folder of the office")->required();
    command->add_option("--out", options->out, "file (default: standard output)");
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
