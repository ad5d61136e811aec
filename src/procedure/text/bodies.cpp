#include "procedure/text/bodies.hpp"

namespace hearth::procedure::text {

namespace {

constexpr std::string_view k_next_higher = "next_higher";
// Deeper than any chain of names in earnest: only a circle gets there.
constexpr int k_depth_max = 64;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// What stands in the brackets of `next_higher(..)`; nothing when `expression` is something else.
std::optional<std::string_view> inside_of_next_higher(std::string_view expression) {
    if (!expression.starts_with(k_next_higher)) return std::nullopt;
    const std::string_view rest = trimmed(expression.substr(k_next_higher.size()));
    if (!rest.starts_with('(') || !rest.ends_with(')')) return std::nullopt;
    return trimmed(rest.substr(1, rest.size() - 2));
}

}  // namespace

void Bodies::inherit(const std::map<std::string, Body>& known) { known_ = known; }

void Bodies::declare_root(const std::string& id, bool independent) { known_[id] = {id, 0, independent}; }

void Bodies::declare_alias(const std::string& id, std::string expression, const Mark& mark) {
    aliases_[id] = {std::move(expression), mark};
}

std::map<std::string, Body> Bodies::resolve_all(Reading& reading) {
    for (const auto& [id, alias] : aliases_) {
        const Body body = form_of(id, alias.mark, 0, reading);
        // After an error the name stands for itself, so that its uses are not told as errors too.
        known_[id] = body.root.empty() ? Body{id, 0, false} : body;
    }
    return known_;
}

Body Bodies::resolve(const YamlNode& node, Reading& reading) const {
    const std::string expression = read_text(node, "the body", reading);
    return expression.empty() ? Body{} : form_of(expression, node.mark, 0, reading);
}

Words Bodies::names() const {
    Words names = {k_handling_body, k_accused_unit};
    for (const auto& [id, body] : known_) names.push_back(id);
    for (const auto& [id, alias] : aliases_) names.push_back(id);
    return names;
}

Body Bodies::form_of(std::string_view expression, const Mark& mark, int depth, Reading& reading) const {
    expression = trimmed(expression);
    if (depth > k_depth_max) {
        reading.error(mark, "the bodies go round in a circle: each is named by the other");
        return {};
    }
    if (const auto inside = inside_of_next_higher(expression)) {
        Body body = form_of(*inside, mark, depth + 1, reading);
        if (!body.root.empty() && !body.independent) ++body.height;
        return body;
    }
    if (expression == k_handling_body || expression == k_accused_unit) return {std::string(expression), 0, false};
    if (const auto known = known_.find(std::string(expression)); known != known_.end()) return known->second;
    if (const auto alias = aliases_.find(std::string(expression)); alias != aliases_.end()) {
        return form_of(alias->second.expression, alias->second.mark, depth + 1, reading);
    }
    if (expression.empty())
        reading.error(mark, "next_higher of nothing: name a body in the brackets");
    else
        reading.error(mark, "unknown body \"" + std::string(expression) + "\"" + did_you_mean(expression, names()));
    return {};
}

}  // namespace hearth::procedure::text
