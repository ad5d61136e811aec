#include "procedure/text/differing.hpp"

#include <algorithm>

namespace hearth::procedure::text {

namespace {

bool same(const YamlNode& a, const YamlNode& b) { return a.kind == b.kind && shown(&a) == shown(&b); }

std::string key_of_item(const YamlNode& item) {
    return item.kind == YamlNode::Kind::map && item.entries.size() == 1 ? item.entries.front().key.text : std::string();
}

class Differences {
public:
    std::vector<Leaf> leaves;

    void compare(Path path, const YamlNode& before, const YamlNode& after) {
        if (before.kind != after.kind || before.kind == YamlNode::Kind::scalar) {
            if (!same(before, after)) leaves.push_back({std::move(path), &before, &after, after.mark});
        } else if (before.kind == YamlNode::Kind::map) {
            compare_maps(path, before, after);
        } else {
            compare_lists(std::move(path), before, after);
        }
    }

private:
    void compare_maps(const Path& path, const YamlNode& before, const YamlNode& after) {
        const auto below = [&](const std::string& key) {
            Path longer = path;
            longer.push_back(key);
            return longer;
        };
        for (const auto& [key, value] : before.entries) {
            const YamlNode* now = after.find(key.text);
            if (now == nullptr)
                leaves.push_back({below(key.text), &value, nullptr, after.mark});
            else
                compare(below(key.text), value, *now);
        }
        for (const auto& [key, value] : after.entries) {
            if (before.find(key.text) == nullptr) leaves.push_back({below(key.text), nullptr, &value, value.mark});
        }
    }

    /// Guards and pauses keep their places, so that the terms in them are compared; other lists are compared as sets.
    void compare_lists(Path path, const YamlNode& before, const YamlNode& after) {
        const bool is_ordered = path.back() == "guards" || path.back() == "pause";
        if (!is_ordered || before.items.size() != after.items.size()) {
            if (!holds_all(before, after) || !holds_all(after, before))
                leaves.push_back({std::move(path), &before, &after, after.mark});
            return;
        }
        for (std::size_t i = 0; i < before.items.size(); ++i) {
            Path longer = path;
            const std::string key = key_of_item(before.items[i]);
            if (key.empty() || key != key_of_item(after.items[i])) {
                longer.push_back(std::to_string(i));
                compare(std::move(longer), before.items[i], after.items[i]);
            } else {
                longer.push_back(key);
                compare(std::move(longer), before.items[i].entries.front().value, after.items[i].entries.front().value);
            }
        }
    }
};

}  // namespace

std::string shown(const YamlNode* node) {
    if (node == nullptr) return "nothing";
    if (node->kind == YamlNode::Kind::scalar) return node->text;
    std::string text;
    for (const YamlNode& item : node->items) text += (text.empty() ? "" : ", ") + shown(&item);
    for (const auto& [key, value] : node->entries) text += (text.empty() ? "" : ", ") + key.text + ": " + shown(&value);
    return node->kind == YamlNode::Kind::list ? "[" + text + "]" : "{" + text + "}";
}

bool holds_all(const YamlNode& list, const YamlNode& of) {
    return std::ranges::all_of(of.items, [&](const YamlNode& item) {
        return std::ranges::any_of(list.items, [&](const YamlNode& other) { return same(item, other); });
    });
}

std::string joined(const Path& path) {
    std::string text;
    for (const std::string& key : path) text += (text.empty() ? "" : ".") + key;
    return text;
}

bool matches(const Path& path, std::initializer_list<std::string_view> pattern) {
    return std::ranges::equal(path, pattern,
                              [](const std::string& key, std::string_view wanted) { return wanted == "*" || key == wanted; });
}

std::vector<Leaf> differing_leaves(const YamlNode& before, const YamlNode& after) {
    Differences differences;
    differences.compare({}, before, after);
    return std::move(differences.leaves);
}

}  // namespace hearth::procedure::text
