#include "tests/slow/procedure/tree_edits.hpp"

#include <algorithm>

#include "tests/support/yaml_text.hpp"

namespace hearth::tests {

using procedure::text::YamlNode;

YamlNode* at(YamlNode& root, const Path& path) {
    YamlNode* here = &root;
    for (const std::string& key : path) {
        if (here == nullptr) return nullptr;
        const auto entry = std::ranges::find(here->entries, key, [](const auto& e) { return e.key.text; });
        here = entry == here->entries.end() ? nullptr : &entry->value;
    }
    return here;
}

bool is_there(const YamlNode& text, const Path& path) { return at(const_cast<YamlNode&>(text), path) != nullptr; }

YamlNode with(YamlNode text, const Path& path, const std::string& flow) {
    Path parent = path;
    parent.pop_back();
    YamlNode* map = at(text, parent);
    const auto entry = std::ranges::find(map->entries, path.back(), [](const auto& e) { return e.key.text; });
    if (entry != map->entries.end())
        entry->value = yaml_value(flow);
    else
        map->entries.push_back({yaml_value(path.back()), yaml_value(flow)});
    return text;
}

YamlNode without(YamlNode text, const Path& path) {
    Path parent = path;
    parent.pop_back();
    std::erase_if(at(text, parent)->entries, [&](const auto& e) { return e.key.text == path.back(); });
    return text;
}

YamlNode plus(YamlNode text, const Path& path, const std::string& flow) {
    if (!is_there(text, path)) return with(std::move(text), path, "[" + flow + "]");
    at(text, path)->items.push_back(yaml_value(flow));
    return text;
}

YamlNode minus(YamlNode text, const Path& path, const std::string& item) {
    std::erase_if(at(text, path)->items, [&](const YamlNode& i) {
        return i.text == item || (i.entries.size() == 1 && i.entries.front().key.text == item);
    });
    return text;
}

}  // namespace hearth::tests
