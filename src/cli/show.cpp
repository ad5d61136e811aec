#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "base/fault.hpp"
#include "clerk/draft.hpp"
#include "clerk/effects.hpp"
#include "clerk/papers.hpp"
#include "clerk/receipt_code.hpp"
#include "cli/act_request.hpp"
#include "cli/commands.hpp"
#include "cli/control.hpp"
#include "cli/installation.hpp"
#include "cli/office_rules.hpp"
#include "cli/office_view.hpp"
#include "record/receipt.hpp"
#include "record/tlog_proof.hpp"
#include "store/paper_files.hpp"

namespace hearth::cli {

namespace {

constexpr std::uint64_t k_shown_max = 200;

struct Options {
    std::string office;
    std::string matter;
    std::string code;
    std::string find;
    std::string papers_to;
    std::string language = "en";
    bool overdue = false;
    bool outbox = false;
    bool letters = false;
    bool health = false;
    bool as_json = false;
};

base::MatterId matter_of_code(record::Store& store, const std::string& typed) {
    const auto code = clerk::parse_receipt_code(typed);
    const auto row = code ? store.matter_by_code(clerk::receipt_code_digest(*code)) : std::nullopt;
    return row ? row->id : base::MatterId{};
}

base::Json health_of(const OfficePaths& paths, const OfficeView& view) {
    const base::Json asked{{"office", view.config.id.text}};
    if (auto served = ask_server(paths, "/control/health", asked)) return std::move(*served);
    base::Json health = view.summary();
    health["served"] = false;
    return health;
}

/// The office with the keys that its operator prints and hands to neighbours.
base::Json office_of(const OfficePaths& paths, const OfficeView& view) {
    base::Json shown = view.summary();
    const clerk::SigningKey record_key(clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind));
    const clerk::SigningKey witness_key(clerk::read_key_file(paths.witness_key(), clerk::k_signing_kind));
    shown["key"] = vkey_of(view.config, record_key);
    shown["key as a witness"] =
        record::VerifierKey{witness_name(view.config), record::VerifierKey::Type::cosignature, witness_key.public_key()}.text();
    return shown;
}

base::Json outbox_of(record::Store& store) {
    base::Json rows = base::Json::array();
    for (const auto& item : store.outbox(k_shown_max)) {
        rows.push_back({{"kind", item.row.kind},
                        {"matter", item.row.matter.number},
                        {"entry", item.row.entry},
                        {"to", item.row.to},
                        {"notice", item.row.notice}});
    }
    return rows;
}

/// Writes the papers of a matter into a folder, each under its name with its place in the matter before it; those behind a sealed
/// field stay sealed.
base::Json take_out_papers(record::Store& store, const OfficePaths& paths, base::MatterId id, const std::filesystem::path& folder) {
    base::Json written = base::Json::array();
    const store::PaperFiles files(paths.papers());
    std::filesystem::create_directories(folder);
    for (const record::StoredEntry& entry : store.entries_of(id)) {
        for (const record::SealedField& field : entry.content) {
            const auto disclosed = record::open_disclosure(field.disclosure);
            for (const clerk::KeptPaper& paper : clerk::papers_in(disclosed ? disclosed->value : base::Json())) {
                const auto key = store.paper(paper.file);
                const auto bytes = key ? files.read(*key) : base::Refusal{base::Reason::not_found, "paper/file"};
                if (!bytes) throw base::Fault("the paper \"" + paper.name + "\" cannot be read: " + to_string(bytes.error()));
                const auto name = std::to_string(written.size() + 1) + "-" + std::filesystem::path(paper.name).filename().string();
                std::ofstream out(folder / name, std::ios::binary | std::ios::trunc);
                out << *bytes;
                out.close();
                if (!out) throw base::Fault((folder / name).string() + ": cannot be written");
                written.push_back((folder / name).string());
            }
        }
    }
    return written;
}

/// A matter, and its papers taken out where that was asked.
base::Json matter_of(const Options& options, const OfficePaths& paths, const OfficeView& view, base::MatterId id) {
    base::Json shown = view.matter(id);
    if (shown.is_null() || options.papers_to.empty()) return shown;
    shown["papers written"] = take_out_papers(view.store, paths, id, options.papers_to);
    return shown;
}

/// Letters to other offices, the newest first, each with the entry under which its receiver recorded it.
base::Json letters_of(record::Store& store) {
    base::Json rows = base::Json::array();
    for (const record::LetterRow& letter : store.letters_sent(k_shown_max)) {
        base::Json row{{"to", letter.to.text}, {"number", letter.sequence}, {"kind", letter.kind}, {"entry", letter.entry}};
        if (letter.matter.number > 0) row["matter"] = letter.matter.number;
        const auto receipt = record::parse_receipt(letter.acknowledgement);
        const auto proof = receipt ? record::parse_tlog_proof(receipt->proof) : base::Result<record::TlogProof>(base::Refusal{});
        row["received"] = proof ? "entry " + std::to_string(proof->index) + " of " + receipt->key.name : "not yet";
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What was asked for, as JSON; null when there is no such matter.
base::Json asked_for(const Options& options, const OfficePaths& paths, const OfficeView& view) {
    if (options.health) return health_of(paths, view);
    if (options.outbox) return outbox_of(view.store);
    if (options.letters) return letters_of(view.store);
    if (options.overdue) return view.overdue(clerk::SystemClock().now());
    if (!options.find.empty()) return view.list(view.store.search(options.find, k_shown_max));
    if (!options.code.empty()) return matter_of(options, paths, view, matter_of_code(view.store, options.code));
    if (options.matter.empty()) return office_of(paths, view);
    const auto id = parse_matter(options.matter);
    return id ? matter_of(options, paths, view, *id) : base::Json();
}

int run(const Options& options) {
    const OfficePaths paths{options.office};
    const auto store = open_store(paths);
    const auto files = read_procedures(paths.procedures());
    const OfficeView view{read_office_config(paths.config()), with_former(load_procedures(files), files, *store), *store,
                          options.language};
    const base::Json shown = asked_for(options, paths, view);
    if (shown.is_null()) {
        std::cerr << "There is no such matter in this office.\n";
        return k_refused;
    }
    std::cout << (options.as_json ? shown.dump(2) + "\n" : plain(shown));
    return k_ok;
}

}  // namespace

void add_show(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* show = app.add_subcommand("show", "Show an office, a matter, what is overdue, what waits to go out");
    show->add_option("OFFICE", options->office, "folder of the office")->required();
    CLI::Option_group* what = show->add_option_group("what", "one of these; none: the office");
    what->add_option("--matter", options->matter, "number of a matter");
    what->add_option("--code", options->code, "receipt code of a matter");
    what->add_option("--find", options->find, "matters whose words match");
    what->add_flag("--overdue", options->overdue, "matters whose day has passed");
    what->add_flag("--outbox", options->outbox, "what waits to be sent");
    what->add_flag("--letters", options->letters, "letters to other offices, and whether they were received");
    what->add_flag("--health", options->health, "how the office does");
    what->require_option(0, 1);
    show->add_option("--papers", options->papers_to, "folder into which the papers of the matter are written");
    show->add_option("--language", options->language, "en or zh-Hans")->capture_default_str();
    show->add_flag("--json", options->as_json, "print JSON");
    show->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
