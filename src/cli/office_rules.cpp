#include "cli/office_rules.hpp"

#include <algorithm>
#include <ranges>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "cli/answers_file.hpp"
#include "matter/matter.hpp"
#include "procedure/check/check.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::cli {

namespace {

using Files = std::vector<procedure::SourceFile>;

std::string words_of(const procedure::Breach& breach) {
    std::string words = to_string(breach.where) + ": right " + std::to_string(breach.right) + ": " + breach.message + "\n";
    for (std::size_t i = 0; i < breach.path.size(); ++i) words += (i == 0 ? "    the way there: " : " -> ") + breach.path[i];
    return breach.path.empty() ? words : words + "\n";
}

/// What is written of each procedure: its text and those laid over it.
std::map<std::string, std::string> texts_of(const Files& files) {
    std::map<std::string, std::string> texts;
    for (const procedure::PackReading& pack : procedure::read_folder(files).packs) {
        for (const procedure::ProcedureFile& part : pack.procedures) {
            const auto file = std::ranges::find(files, part.file, &procedure::SourceFile::name);
            if (file != files.end()) texts[part.procedure] += file->bytes;
        }
    }
    return texts;
}

void check_same_versions(const Files& files, const procedure::Ruleset& today, const Files& former_files) {
    const auto former = load_procedures(former_files);
    const auto new_texts = texts_of(files);
    const auto old_texts = texts_of(former_files);
    for (const procedure::Procedure& procedure : today.pack.procedures) {
        const procedure::Procedure* before = former->pack.procedure(procedure.id);
        if (before == nullptr || before->version != procedure.version) continue;
        if (new_texts.at(procedure.id) != old_texts.at(procedure.id)) {
            throw base::Fault("the text of the procedure \"" + procedure.id +
                              "\" is another than before, but its version is still " + std::to_string(procedure.version) +
                              ": raise the version, so that matters which began under the old text keep it");
        }
    }
}

void check_running(const procedure::Ruleset& rules, record::Store& store) {
    for (const record::MatterRow& row : store.open_matters()) {
        const auto matter = matter::load(row.folded);
        if (matter && rules.pack.procedure(matter->procedure.text, matter->procedure_version) != nullptr) continue;
        throw base::Fault("matter " + std::to_string(row.id.number) + " runs under a version of \"" + row.procedure.text +
                          "\" that is neither in procedures/ nor kept from before; put the pack with that version back first");
    }
}

}  // namespace

std::shared_ptr<const procedure::Ruleset> load_lawful_procedures(const Files& files) {
    auto rules = load_procedures(files);
    std::string words;
    for (const procedure::Breach& breach : procedure::breaches_of(procedure::check_rules(*rules))) words += words_of(breach);
    if (!words.empty()) throw base::Fault("the procedures take rights away (hearth check shows how):\n" + words);
    return rules;
}

record::PackText packed(const std::string& digest, const Files& files) {
    base::Json list = base::Json::array();
    for (const procedure::SourceFile& file : files) list.push_back({file.name, base::base64(file.bytes)});
    return {digest, list.dump()};
}

Files unpacked(const record::PackText& pack) {
    Files files;
    const auto list = base::parse_json(pack.files);
    if (!list || !list->is_array()) throw base::Fault("a former pack in the database is damaged: " + pack.digest);
    for (const base::Json& file : *list) {
        auto bytes = base::from_base64(file.at(1).get<std::string>());
        if (!bytes) throw base::Fault("a former pack in the database is damaged: " + pack.digest);
        files.push_back({file.at(0).get<std::string>(), std::move(*bytes)});
    }
    return files;
}

std::shared_ptr<const procedure::Ruleset> with_former(std::shared_ptr<const procedure::Ruleset> today, const Files& files,
                                                      record::Store& store) {
    const auto packs = store.packs();
    const auto is_former = [&](const record::PackText& pack) { return pack.digest != today->digest; };
    if (std::ranges::none_of(packs, is_former)) return today;
    auto rules = std::make_shared<procedure::Ruleset>(*today);
    // The newest first: where a version is in several packs its text is the same.
    for (const record::PackText& pack : packs | std::views::reverse) {
        if (!is_former(pack)) continue;
        const Files former_files = unpacked(pack);
        const auto former = load_procedures(former_files);
        procedure::add_former(*rules, *former);
        for (const std::string& id : procedure::only_widened(former_files, files))
            rules->widened[id].insert(former->pack.procedure(id)->version);
    }
    return rules;
}

void check_change(const Files& files, const procedure::Ruleset& today, record::Store& store) {
    for (const record::PackText& pack : store.packs()) check_same_versions(files, today, unpacked(pack));
    check_running(today, store);
}

std::vector<base::PostId> guarded_posts(const OfficePaths& paths, const OfficeConfig& config, const procedure::Pack& pack) {
    for (const base::PostId& post : config.second_factor)
        if (pack.post(post.text) == nullptr)
            throw base::Fault(paths.config().string() + ": \"second_factor\" names " + post.text +
                              ", and the pack has no such post");
    return config.second_factor;
}

void check_reload(const OfficePaths& paths) {
    const auto files = read_procedures(paths.procedures());
    const auto today = load_lawful_procedures(files);
    store::SqliteStore store(store::files_in(paths.root), store::SqliteStore::Access::read);
    check_change(files, *with_former(today, files, store), store);
    answers_of(paths, today->pack);
    guarded_posts(paths, read_office_config(paths.config()), today->pack);
}

base::Json changed_facts(const procedure::Ruleset& today, const Files& files, const std::string& before, record::Store& store) {
    base::Json facts{{"pack", today.pack.id}, {"version", today.pack.version}, {"ruleset", today.digest}};
    if (before.empty()) return facts;
    facts["before"] = before;
    const auto packs = store.packs();
    const auto old = std::ranges::find(packs, before, &record::PackText::digest);
    if (old == packs.end()) return facts;
    base::Json widened = base::Json::array();
    for (const std::string& id : procedure::only_widened(unpacked(*old), files)) widened.push_back(id);
    if (!widened.empty()) facts["widened"] = std::move(widened);
    return facts;
}

}  // namespace hearth::cli
