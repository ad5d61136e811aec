#include "procedure/load.hpp"

#include <algorithm>

#include "procedure/text/folder_reader.hpp"
#include "procedure/text/overlay.hpp"
#include "record/sha256.hpp"

namespace hearth::procedure {

namespace {

/// SHA-256 over the hashes of names and bytes in order of name, so that no two sets of files share it.
std::string digest_of(const std::vector<SourceFile>& files) {
    std::map<std::string_view, std::string_view> by_name;
    for (const SourceFile& file : files) by_name[file.name] = file.bytes;
    std::string hashes;
    for (const auto& [name, bytes] : by_name) {
        hashes += base::view(record::sha256(name));
        hashes += base::view(record::sha256(bytes));
    }
    return base::base64url(base::view(record::sha256(hashes)));
}

/// Packs over which no other one stands.
std::vector<const PackReading*> topmost(const FolderReading& reading) {
    std::vector<const PackReading*> tops;
    for (const PackReading& pack : reading.packs) {
        const auto stands_over = [&](const PackReading& other) { return other.rules.pack.over == pack.rules.pack.id; };
        if (std::ranges::none_of(reading.packs, stands_over)) tops.push_back(&pack);
    }
    return tops;
}

/// The new text under the old version, so that the version itself is no change.
text::YamlNode with_version_of(text::YamlNode changed, const text::YamlNode& old) {
    const text::YamlNode* version = old.find("version");
    for (auto& entry : changed.entries) {
        if (entry.key.text == "version" && version != nullptr) entry.value = *version;
    }
    return changed;
}

}  // namespace

FolderReading read_folder(const std::vector<SourceFile>& files) { return text::FolderReader(files).read(); }

std::variant<Ruleset, std::vector<TextError>> load_ruleset(const std::vector<SourceFile>& files) {
    FolderReading reading = read_folder(files);
    if (!reading.errors.empty()) return std::move(reading.errors);
    const auto tops = topmost(reading);
    if (tops.size() != 1) {
        return std::vector<TextError>{{{}, "an office runs under one pack, but none of these stands over all others"}};
    }
    Ruleset rules = tops.front()->rules;
    const base::Place pack_file{rules.pack.file, rules.pack.mark.line, rules.pack.mark.column, {}};
    if (!rules.zones.contains(rules.pack.zone)) {
        return std::vector<TextError>{{pack_file, "no file holds the zone rules of \"" + rules.pack.zone + "\""}};
    }
    rules.digest = digest_of(files);
    return rules;
}

std::vector<std::string> only_widened(const std::vector<SourceFile>& before, const std::vector<SourceFile>& after) {
    text::FolderReader old_reader(before);
    text::FolderReader new_reader(after);
    const FolderReading old_packs = old_reader.read();
    const FolderReading new_packs = new_reader.read();
    std::vector<std::string> widened;
    if (old_packs.packs.empty() || new_packs.packs.empty()) return widened;
    for (const auto& [id, old_text] : old_reader.texts()) {
        const Procedure* was = old_packs.packs.back().rules.pack.procedure(id);
        const Procedure* is = new_packs.packs.back().rules.pack.procedure(id);
        const auto new_text = new_reader.texts().find(id);
        if (was == nullptr || is == nullptr || new_text == new_reader.texts().end() || is->version <= was->version) continue;
        if (text::judge_changes(old_text, with_version_of(new_text->second, old_text), *was).moved.empty()) widened.push_back(id);
    }
    return widened;
}

void add_former(Ruleset& today, const Ruleset& former) {
    Pack& pack = today.pack;
    for (const Procedure& procedure : former.pack.procedures) {
        if (pack.procedure(procedure.id, procedure.version) == nullptr) pack.former.push_back(procedure);
    }
    for (const Post& post : former.pack.posts) {
        if (pack.post(post.id) == nullptr) pack.posts.push_back(post);
    }
    pack.bodies.insert(former.pack.bodies.begin(), former.pack.bodies.end());
    pack.body_titles.insert(former.pack.body_titles.begin(), former.pack.body_titles.end());
    today.calendars.insert(former.calendars.begin(), former.calendars.end());
}

const Calendar& Ruleset::calendar() const { return calendars.at(pack.calendars.front()); }
const ZoneRules& Ruleset::zone() const { return zones.at(pack.zone); }

}  // namespace hearth::procedure
