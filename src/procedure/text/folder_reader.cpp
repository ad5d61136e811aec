#include "procedure/text/folder_reader.hpp"

#include <algorithm>

#include "procedure/text/calendar_reader.hpp"
#include "procedure/text/overlay.hpp"
#include "procedure/text/pack_reader.hpp"
#include "procedure/text/procedure_reader.hpp"

namespace hearth::procedure::text {

namespace {

constexpr std::string_view k_pack_file = "pack.yaml";

bool is_pack_file(std::string_view name) { return name == k_pack_file || name.ends_with("/pack.yaml"); }

std::string text_of(const YamlNode& root, std::string_view key) {
    const YamlNode* node = root.find(key);
    return node == nullptr ? std::string() : node->text;
}

}  // namespace

FolderReader::FolderReader(const std::vector<SourceFile>& files) { sort_into_packs(files); }

const std::map<std::string, YamlNode>& FolderReader::texts() const {
    static const std::map<std::string, YamlNode> k_none;
    return order_.empty() ? k_none : drafts_.at(order_.back()).trees;
}

FolderReading FolderReader::read() {
    // Each round reads the packs whose base is known; a round that reads none leaves packs that stand on nothing.
    std::vector<std::string> waiting = folders_;
    while (!waiting.empty()) {
        const auto ready = std::ranges::find_if(waiting, [&](const std::string& folder) { return is_ready(folder); });
        if (ready == waiting.end()) break;
        read_pack_of(*ready);
        waiting.erase(ready);
    }
    for (const std::string& folder : waiting) {
        const YamlNode& root = files_[folder].front().root;
        reading_.error(root.mark, "the pack \"" + text_of(root, "over") + "\" that this one stands over is not here");
    }
    FolderReading result;
    for (const std::string& id : order_) {
        Draft& draft = drafts_[id];
        draft.reading.rules.pack.files = reading_.files();
        result.packs.push_back(std::move(draft.reading));
    }
    result.errors = reading_.errors();
    return result;
}

void FolderReader::sort_into_packs(const std::vector<SourceFile>& files) {
    for (const SourceFile& file : files) {
        if (is_pack_file(file.name)) folders_.push_back(file.name.substr(0, file.name.size() - k_pack_file.size()));
    }
    std::ranges::sort(folders_);
    std::vector<const SourceFile*> by_name;
    for (const SourceFile& file : files) by_name.push_back(&file);
    std::ranges::sort(by_name, {}, [](const SourceFile* file) { return std::pair(!is_pack_file(file->name), file->name); });
    for (const SourceFile* file : by_name) {
        if (file->name.ends_with(".yaml")) place(*file, reading_.add_file(file->name));
    }
    if (folders_.empty()) reading_.error({}, "there is no pack.yaml here");
    std::erase_if(folders_, [&](const std::string& folder) { return !files_.contains(folder); });
}

/// Finds the nearest pack above the file, and by its first key what it is.
void FolderReader::place(const SourceFile& source, int number) {
    std::optional<YamlNode> root = parse_yaml(source.bytes, number, reading_);
    if (!root) return;
    static const std::map<std::string_view, Kind> k_kinds = {{"pack", Kind::pack},
                                                             {"procedure", Kind::procedure},
                                                             {"overlay", Kind::overlay},
                                                             {"calendar", Kind::calendar},
                                                             {"zone_rules", Kind::zone_rules}};
    const std::string first = root->entries.empty() ? std::string() : root->entries.front().key.text;
    const auto kind = k_kinds.find(first);
    if (kind == k_kinds.end() || (kind->second == Kind::pack) != is_pack_file(source.name)) {
        reading_.error(root->mark,
                       "the first key must say what this file is: pack (in pack.yaml and only there), procedure, overlay, "
                       "calendar or zone_rules");
        return;
    }
    std::string nearest;
    bool found = false;
    for (const std::string& folder : folders_) {
        if (!source.name.starts_with(folder) || (found && folder.size() < nearest.size())) continue;
        nearest = folder;
        found = true;
    }
    if (found)
        files_[nearest].push_back({source.name, kind->second, std::move(*root)});
    else if (!folders_.empty())
        reading_.error(root->mark, "this file lies below no pack.yaml");
}

bool FolderReader::is_ready(const std::string& folder) const {
    const File& file = files_.at(folder).front();
    if (file.kind != Kind::pack) return true;
    const std::string over = text_of(file.root, "over");
    return over.empty() || drafts_.contains(over);
}

void FolderReader::read_pack_of(const std::string& folder) {
    const std::vector<File>& files = files_[folder];
    if (files.front().kind != Kind::pack) return;  // its pack.yaml could not be read, which was told
    const File& file = files.front();
    const std::string id = text_of(file.root, "pack");
    if (drafts_.contains(id)) {
        reading_.error(file.root.mark, "there are two packs with the id \"" + id + "\"");
        return;
    }
    Draft draft;
    const auto base = drafts_.find(text_of(file.root, "over"));
    const bool over = base != drafts_.end();
    if (over) {
        draft.reading.rules = base->second.reading.rules;
        draft.trees = base->second.trees;
        draft.bodies.inherit(draft.reading.rules.pack.bodies);
    }
    Pack& pack = draft.reading.rules.pack;
    pack.file = file.name;
    pack.untranslated.clear();
    pack.moved.clear();
    pack.labels.clear();
    const Pack below = pack;
    read_pack(file.root, over ? &below : nullptr, draft.bodies, pack, reading_);
    read_calendars_and_zones(files, draft);
    if (over) read_again(file, below, draft);
    read_procedures(files, draft);
    read_overlays(files, draft);
    check_names(draft);
    order_.push_back(id);
    drafts_[id] = std::move(draft);
}

void FolderReader::read_calendars_and_zones(const std::vector<File>& files, Draft& draft) {
    Ruleset& rules = draft.reading.rules;
    for (const File& file : files) {
        if (file.kind == Kind::calendar) {
            Calendar calendar = read_calendar(file.root, reading_);
            if (rules.calendars.contains(calendar.id))
                reading_.error(file.root.mark, "there are two calendars \"" + calendar.id + "\"");
            rules.calendars[calendar.id] = std::move(calendar);
        }
        if (file.kind == Kind::zone_rules) {
            ZoneRules zone = read_zone(file.root, reading_);
            if (rules.zones.contains(zone.name)) reading_.error(file.root.mark, "there are two zones \"" + zone.name + "\"");
            rules.zones[zone.name] = std::move(zone);
        }
    }
}

Procedure FolderReader::read_one(const YamlNode& root, const std::string& file, Draft& draft) {
    const Pack& pack = draft.reading.rules.pack;
    Procedure procedure;
    procedure.file = file;
    ProcedureScope scope{{reading_, draft.bodies, pack.languages, procedure.untranslated}, pack, procedure};
    read_procedure(root, scope);
    draft.references.emplace_back(procedure.id, std::move(scope.references));
    return procedure;
}

void FolderReader::read_procedures(const std::vector<File>& files, Draft& draft) {
    for (const File& file : files) {
        if (file.kind != Kind::procedure) continue;
        Procedure procedure = read_one(file.root, file.name, draft);
        Pack& pack = draft.reading.rules.pack;
        if (pack.procedure(procedure.id) != nullptr) {
            reading_.error(file.root.mark, "there are two procedures \"" + procedure.id + "\"");
        }
        if (procedure.id.empty()) continue;  // told already
        draft.trees[procedure.id] = file.root;
        draft.reading.procedures.push_back({procedure.id, file.name});
        pack.procedures.push_back(std::move(procedure));
    }
}

void FolderReader::read_overlays(const std::vector<File>& files, Draft& draft) {
    for (const File& file : files) {
        if (file.kind != Kind::overlay) continue;
        std::vector<Procedure>& procedures = draft.reading.rules.pack.procedures;
        const auto procedure = std::ranges::find(procedures, text_of(file.root, "overlay"), &Procedure::id);
        if (draft.reading.rules.pack.over.empty()) {
            reading_.error(file.root.mark, "an overlay belongs into a pack that stands over another one (over)");
        } else if (procedure == procedures.end()) {
            reading_.error(file.root.mark, "there is no procedure \"" + text_of(file.root, "overlay") + "\" to lay this over");
        } else {
            lay_over(file, *procedure, draft);
        }
    }
}

void FolderReader::lay_over(const File& file, Procedure& procedure, Draft& draft) {
    const YamlNode before = draft.trees[procedure.id];
    YamlNode after = apply_overlay(file.root, before, reading_);
    Judgement judgement = judge_changes(before, after, procedure);
    Procedure changed = read_one(after, file.name, draft);
    changed.moved = std::move(judgement.moved);
    changed.changes = std::move(judgement.changes);
    draft.reading.procedures.push_back({procedure.id, file.name});
    draft.trees[procedure.id] = std::move(after);
    procedure = std::move(changed);
}

/// A pack with more languages than the one below asks its procedures for texts in them; one with lists of its own has them offer
/// those.
void FolderReader::read_again(const File& pack_file, const Pack& below, Draft& draft) {
    Pack& pack = draft.reading.rules.pack;
    draft.reading.procedures.clear();
    if (pack.languages == below.languages && pack_file.root.find("lists") == nullptr) return;
    for (Procedure& procedure : pack.procedures) {
        procedure = read_one(draft.trees[procedure.id], procedure.file, draft);
        draft.reading.procedures.push_back({procedure.id, procedure.file});
    }
}

/// Names that can be checked only when all of the pack is read.
void FolderReader::check_names(Draft& draft) {
    const Pack& pack = draft.reading.rules.pack;
    for (const std::string& calendar : pack.calendars) {
        if (!draft.reading.rules.calendars.contains(calendar)) {
            reading_.error(pack.mark, "the calendar \"" + calendar + "\" is named here, but no file holds it");
        }
    }
    for (const auto& [id, references] : draft.references) {
        const Procedure& procedure = *pack.procedure(id);
        references.check(pack, procedure, reading_);
        for (const auto& [part, name] : procedure.parts) {
            const Procedure* opened = pack.procedure(name);
            if (opened != nullptr && opened->starts.empty()) {
                reading_.error(procedure.mark, "part " + part + " of " + procedure.id + ": procedure " + name +
                                                   " has no key starts, so it is no part");
            }
        }
    }
}

}  // namespace hearth::procedure::text
