#include "procedure/text/overlay.hpp"

#include <algorithm>
#include <charconv>

#include "procedure/text/scope.hpp"

namespace hearth::procedure::text {

namespace {

std::vector<std::string> split(const std::string& path) {
    std::vector<std::string> keys(1);
    for (const char c : path) {
        if (c == '.')
            keys.emplace_back();
        else
            keys.back() += c;
    }
    return keys;
}

std::ptrdiff_t entry_of(const YamlNode& map, std::string_view key) {
    return std::ranges::find(map.entries, key, [](const YamlNode::Entry& entry) { return std::string_view(entry.key.text); }) -
           map.entries.begin();
}

/// The item of a list that a key means: its text, the one key of a map, or its number.
std::ptrdiff_t item_of(const YamlNode& list, const std::string& key) {
    const auto means = [&](const YamlNode& item) {
        if (item.kind == YamlNode::Kind::scalar) return item.text == key;
        return item.kind == YamlNode::Kind::map && item.entries.size() == 1 && item.entries.front().key.text == key;
    };
    const auto found = std::ranges::find_if(list.items, means);
    if (found != list.items.end()) return found - list.items.begin();
    std::size_t number = list.items.size();
    (void)std::from_chars(key.data(), key.data() + key.size(), number);
    return static_cast<std::ptrdiff_t>(std::min(number, list.items.size()));
}

YamlNode* child(YamlNode& node, const std::string& key) {
    if (node.kind == YamlNode::Kind::map) {
        const auto at = static_cast<std::size_t>(entry_of(node, key));
        return at < node.entries.size() ? &node.entries[at].value : nullptr;
    }
    const auto at = static_cast<std::size_t>(item_of(node, key));
    if (at >= node.items.size()) return nullptr;
    YamlNode& item = node.items[at];
    return item.kind == YamlNode::Kind::map && item.entries.size() == 1 && item.entries.front().key.text == key
               ? &item.entries.front().value
               : &item;
}

/// One overlay at work on one text.
class Editor {
public:
    Editor(YamlNode& root, Reading& reading) : root_(root), reading_(reading) {}

    void set(const YamlNode& path, const YamlNode& value) {
        const auto [parent, key] = parent_of(path);
        if (parent == nullptr) return;
        if (YamlNode* old = child(*parent, key))
            *old = value;
        else if (parent->kind == YamlNode::Kind::map)
            parent->entries.push_back({named(path, key), value});
        else
            nowhere(path);
    }

    void add(const YamlNode& path, const YamlNode& value) {
        const auto [parent, key] = parent_of(path);
        YamlNode* target = parent == nullptr ? nullptr : child(*parent, key);
        if (parent != nullptr && target == nullptr) return nowhere(path);
        if (target == nullptr) return;
        if (target->kind != value.kind || value.kind == YamlNode::Kind::scalar) {
            reading_.error(path.mark, "add at " + path.text + " needs a list for a list, a map for a map");
            return;
        }
        target->mark = path.mark;
        target->items.insert(target->items.end(), value.items.begin(), value.items.end());
        for (const auto& entry : value.entries) add_entry(*target, entry);
    }

    void remove(const YamlNode& path) {
        const auto [parent, key] = parent_of(path);
        if (parent == nullptr) return;
        if (child(*parent, key) == nullptr) return nowhere(path);
        parent->mark = path.mark;
        if (parent->kind == YamlNode::Kind::map)
            parent->entries.erase(parent->entries.begin() + entry_of(*parent, key));
        else
            parent->items.erase(parent->items.begin() + item_of(*parent, key));
    }

private:
    void nowhere(const YamlNode& path) { reading_.error(path.mark, "the path " + path.text + " leads nowhere in this procedure"); }

    std::pair<YamlNode*, std::string> parent_of(const YamlNode& path) {
        std::vector<std::string> keys = split(path.text);
        std::string last = std::move(keys.back());
        keys.pop_back();
        YamlNode* here = &root_;
        for (const std::string& key : keys) {
            here = child(*here, key);
            if (here == nullptr) break;
        }
        if (here == nullptr || here->kind == YamlNode::Kind::scalar) {
            nowhere(path);
            return {nullptr, {}};
        }
        return {here, std::move(last)};
    }

    static YamlNode named(const YamlNode& path, const std::string& key) {
        YamlNode name = path;
        name.text = key;
        return name;
    }

    void add_entry(YamlNode& map, const YamlNode::Entry& entry) {
        if (map.find(entry.key.text) == nullptr)
            map.entries.push_back(entry);
        else
            reading_.error(entry.key.mark, "\"" + entry.key.text + "\" is there already; use set");
    }

    YamlNode& root_;
    Reading& reading_;
};

}  // namespace

YamlNode apply_overlay(const YamlNode& overlay, YamlNode procedure, Reading& reading) {
    Keys keys(overlay, "the overlay", reading);
    (void)need_text(keys, "overlay");
    if (const YamlNode* version = keys.need("version")) (void)read_integer(*version, 1, "version", reading);
    Editor editor(procedure, reading);
    if (const YamlNode* set = keys.maybe("set")) {
        for (const auto& [path, value] : set->entries) editor.set(path, value);
    }
    if (const YamlNode* add = keys.maybe("add")) {
        for (const auto& [path, value] : add->entries) editor.add(path, value);
    }
    if (const YamlNode* remove = keys.maybe("remove")) {
        for_each_item(*remove, "remove", reading, [&](const YamlNode& path) { editor.remove(path); });
    }
    keys.refuse_others();
    return procedure;
}

}  // namespace hearth::procedure::text
