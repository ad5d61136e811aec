#include "procedure/text/scope.hpp"

#include <algorithm>

namespace hearth::procedure::text {

Text read_title(const YamlNode& node, const std::string& what, Scope& scope) {
    Text text;
    if (node.kind != YamlNode::Kind::map) {
        scope.reading.error(node.mark, what + " must be a map with one text for every language");
        return text;
    }
    for (const auto& [key, value] : node.entries) {
        if (std::ranges::find(scope.languages, key.text) == scope.languages.end()) {
            scope.reading.error(key.mark, "\"" + key.text + "\" is not a language of the pack (" + what + ")");
        }
        text.by_language[key.text] = read_text(value, what, scope.reading);
    }
    for (const std::string& language : scope.languages) {
        if (!text.by_language.contains(language)) scope.untranslated.push_back({node.mark, what + " has no text in " + language});
    }
    return text;
}

Text need_title(Keys& keys, Scope& scope) {
    const YamlNode* node = keys.need("title");
    return node == nullptr ? Text{} : read_title(*node, "the title of " + keys.what(), scope);
}

Basis read_citation(const YamlNode& node, Scope& scope) {
    Keys keys(node, "the citation", scope.reading);
    Basis basis{need_text(keys, "text"), maybe_text(keys, "article"), false};
    keys.refuse_others();
    return basis;
}

std::vector<Basis> read_basis(const YamlNode& node, Scope& scope) {
    std::vector<Basis> all;
    for_each_item(node, "basis", scope.reading, [&](const YamlNode& item) {
        Keys keys(item, "an entry of basis", scope.reading);
        Basis basis{need_text(keys, "text"), need_text(keys, "article"), false};
        if (const YamlNode* checked = keys.need("checked")) basis.checked = read_boolean(*checked, "checked", scope.reading);
        keys.refuse_others();
        all.push_back(std::move(basis));
    });
    return all;
}

Term maybe_term(Keys& keys) {
    const bool has_n = keys.maybe("n") != nullptr;
    const bool has_unit = keys.maybe("unit") != nullptr;
    return has_n || has_unit ? read_term(keys) : Term{};
}

Term read_term_node(const YamlNode& node, const std::string& what, Reading& reading) {
    Keys keys(node, what, reading);
    const Term term = read_term(keys);
    keys.refuse_others();
    return term;
}

std::string maybe_text(Keys& keys, std::string_view key) {
    const YamlNode* node = keys.maybe(key);
    return node == nullptr ? std::string() : read_text(*node, std::string(key) + " of " + keys.what(), keys.reading());
}

std::string need_text(Keys& keys, std::string_view key) {
    (void)keys.need(key);
    return maybe_text(keys, key);
}

std::string maybe_word(Keys& keys, std::string_view key, const Words& allowed) {
    const YamlNode* node = keys.maybe(key);
    return node == nullptr ? std::string() : read_word(*node, allowed, std::string(key) + " of " + keys.what(), keys.reading());
}

std::string need_word(Keys& keys, std::string_view key, const Words& allowed) {
    (void)keys.need(key);
    return maybe_word(keys, key, allowed);
}

bool maybe_boolean(Keys& keys, std::string_view key) {
    const YamlNode* node = keys.maybe(key);
    return node != nullptr && read_boolean(*node, std::string(key) + " of " + keys.what(), keys.reading());
}

std::vector<std::string> maybe_words(Keys& keys, std::string_view key, const Words& allowed) {
    const YamlNode* node = keys.maybe(key);
    if (node == nullptr) return {};
    return read_words(*node, allowed, std::string(key) + " of " + keys.what(), keys.reading());
}

namespace {

bool is_title_of_law(std::string_view key) { return key == "basis" || key == "citation"; }

void gather(const YamlNode& node, bool in_options, std::vector<Label>& labels) {
    if (node.kind == YamlNode::Kind::scalar) labels.push_back({node.text, node.mark, in_options});
    for (const YamlNode& item : node.items) gather(item, in_options, labels);
    for (const auto& [key, value] : node.entries) {
        labels.push_back({key.text, key.mark, false});
        if (!is_title_of_law(key.text)) gather(value, in_options || key.text == "options", labels);
    }
}

}  // namespace

void gather_labels(const YamlNode& root, std::vector<Label>& labels) { gather(root, false, labels); }

}  // namespace hearth::procedure::text
