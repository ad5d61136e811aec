#include "procedure/load.hpp"

#include <algorithm>

#include "procedure/text/folder_reader.hpp"
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

const Calendar& Ruleset::calendar() const { return calendars.at(pack.calendars.front()); }
const ZoneRules& Ruleset::zone() const { return zones.at(pack.zone); }

}  // namespace hearth::procedure
