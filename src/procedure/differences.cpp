#include "procedure/differences.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "procedure/text/differing.hpp"
#include "procedure/text/folder_reader.hpp"

namespace hearth::procedure {

namespace {

int version_in(const FolderReading& reading, const std::string& id) {
    const Procedure* procedure = reading.packs.empty() ? nullptr : reading.packs.back().rules.pack.procedure(id);
    return procedure == nullptr ? 0 : procedure->version;
}

/// The version is told by itself.
std::vector<Difference> between(const text::YamlNode& before, const text::YamlNode& after) {
    std::vector<Difference> all;
    for (const text::Leaf& leaf : text::differing_leaves(before, after)) {
        if (text::matches(leaf.path, {"version"})) continue;
        all.push_back(
            {leaf.path, text::shown(leaf.before), text::shown(leaf.after), leaf.before != nullptr, leaf.after != nullptr});
    }
    return all;
}

}  // namespace

std::vector<ChangedText> changed_texts(const std::vector<SourceFile>& before, const std::vector<SourceFile>& after) {
    text::FolderReader old_reader(before);
    text::FolderReader new_reader(after);
    const FolderReading old_packs = old_reader.read();
    const FolderReading new_packs = new_reader.read();
    const std::vector<std::string> widened = only_widened(before, after);
    std::set<std::string> ids;
    for (const text::FolderReader* reader : {&old_reader, &new_reader})
        for (const auto& [id, tree] : reader->texts()) ids.insert(id);
    std::vector<ChangedText> changed;
    for (const std::string& id : ids) {
        const auto was = old_reader.texts().find(id);
        const auto is = new_reader.texts().find(id);
        ChangedText text{id, version_in(old_packs, id), version_in(new_packs, id), {}, std::ranges::count(widened, id) > 0};
        const bool both = was != old_reader.texts().end() && is != new_reader.texts().end();
        if (both) text.differences = between(was->second, is->second);
        if (!text.differences.empty() || text.version_before != text.version_after) changed.push_back(std::move(text));
    }
    return changed;
}

}  // namespace hearth::procedure
