// The table of directions: what an overlay may move, and which way.
#include <algorithm>
#include <charconv>
#include <optional>

#include "procedure/text/differing.hpp"
#include "procedure/text/overlay.hpp"

namespace hearth::procedure::text {

namespace {

enum class Direction { fixed, any, smaller, larger, more_closed, only_true, only_false, longer, shorter };

constexpr std::string_view k_words[] = {"is fixed and may not change", "may become anything",         "may only become smaller",
                                        "may only become larger",      "may only become more closed", "may only become true",
                                        "may only become false",       "may only become longer",      "may only become shorter"};

bool is_persons_act(const Procedure& procedure, const std::string& id) {
    const ActRule* act = procedure.act(id);
    return act != nullptr && act->actor != ActorKind::post;
}

std::optional<Direction> direction_of_number(const Path& path, const Procedure& procedure) {
    if (matches(path, {"states", "*", "deadline", "n"})) {
        const State* state = procedure.state(path[1]);
        return state != nullptr && state->owner == Owner::body ? Direction::smaller : Direction::larger;
    }
    if (matches(path, {"acts", "*", "limit"})) return is_persons_act(procedure, path[1]) ? Direction::larger : Direction::smaller;
    if (matches(path, {"states", "*", "deadline", "extend", "n"}) ||
        matches(path, {"states", "*", "deadline", "extend", "times"}) ||
        matches(path, {"states", "*", "deadline", "pause", "*", "n"}) || matches(path, {"acts", "*", "publish", "withdraw", "n"}) ||
        matches(path, {"forms", "*", "*", "keep", "n"})) {
        return Direction::smaller;
    }
    if (matches(path, {"acts", "*", "appeal", "n"}) || matches(path, {"acts", "*", "guards", "after", "n"}) ||
        matches(path, {"assisted", "undo", "n"}) || matches(path, {"acts", "*", "assisted", "undo", "n"}) ||
        matches(path, {"acts", "*", "publish", "days"})) {
        return Direction::larger;
    }
    return std::nullopt;
}

std::optional<Direction> direction_of_list(const Path& path) {
    if (matches(path, {"forms", "*", "*", "readers"}) || matches(path, {"forms", "*", "*", "for"})) return Direction::shorter;
    if (matches(path, {"notices", "*", "prints"}) || matches(path, {"stand_aside"}) || matches(path, {"other_routes"}) ||
        matches(path, {"opens", "who"}) || matches(path, {"opens", "channels", "*"}) || matches(path, {"figures", "*"}) ||
        matches(path, {"acts", "*", "publish", "what"}) || matches(path, {"basis"}) || matches(path, {"acts", "*", "notices"}) ||
        matches(path, {"acts", "*", "notices", "*"}) || matches(path, {"states", "*", "on_expire", "notices"}) ||
        matches(path, {"states", "*", "on_expire", "notices", "*"})) {
        return Direction::longer;
    }
    return std::nullopt;
}

Direction direction_of(const Path& path, const Procedure& procedure) {
    if (std::ranges::find(path, "title") != path.end()) return Direction::any;
    if (const auto direction = direction_of_number(path, procedure)) return *direction;
    if (const auto direction = direction_of_list(path)) return *direction;
    if (matches(path, {"forms", "*", "*", "class"})) return Direction::more_closed;
    if (matches(path, {"acts", "*", "publish", "masked"})) return Direction::only_true;
    if (matches(path, {"acts", "*", "bulk"})) return Direction::only_false;
    return Direction::fixed;
}

std::optional<int> number(const YamlNode* node) {
    if (node == nullptr || node->kind != YamlNode::Kind::scalar) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(node->text.data(), node->text.data() + node->text.size(), value);
    return error == std::errc() && end == node->text.data() + node->text.size() ? std::optional(value) : std::nullopt;
}

int closedness(const YamlNode* node) {
    constexpr std::string_view k_classes[] = {"public", "parties", "body", "sealed"};
    return node == nullptr ? -1 : static_cast<int>(std::ranges::find(k_classes, node->text) - std::begin(k_classes));
}

/// A limit that is new binds a post more closely; a person it may never bind. Everything else has to have been there.
bool is_smaller(const Leaf& leaf) {
    const auto now = number(leaf.after);
    if (leaf.before == nullptr) return now && leaf.path.back() == "limit";
    const auto old = number(leaf.before);
    return now && old && *now < *old;
}

bool is_larger(const Leaf& leaf) {
    const auto now = number(leaf.after);
    const auto old = number(leaf.before);
    return now && old && *now > *old;
}

/// A new entry makes a map longer; a list is longer when it holds all it held.
bool is_longer(const Leaf& leaf) {
    if (leaf.before == nullptr) return true;
    return leaf.after != nullptr && leaf.before->kind == YamlNode::Kind::list && holds_all(*leaf.after, *leaf.before);
}

bool is_shorter(const Leaf& leaf) {
    return leaf.before != nullptr && leaf.after != nullptr && leaf.before->kind == YamlNode::Kind::list &&
           holds_all(*leaf.before, *leaf.after);
}

bool is_lawful(const Leaf& leaf, Direction direction) {
    switch (direction) {
        case Direction::fixed: return false;
        case Direction::any: return leaf.after != nullptr;
        case Direction::smaller: return is_smaller(leaf);
        case Direction::larger: return is_larger(leaf);
        case Direction::more_closed: return closedness(leaf.after) > closedness(leaf.before);
        case Direction::only_true: return leaf.after != nullptr && leaf.after->text == "true";
        case Direction::only_false: return leaf.after == nullptr || leaf.after->text == "false";
        case Direction::longer: return is_longer(leaf);
        case Direction::shorter: return is_shorter(leaf);
    }
    return false;
}

}  // namespace

Judgement judge_changes(const YamlNode& old_text, const YamlNode& new_text, const Procedure& before) {
    Judgement judgement;
    for (const Leaf& leaf : differing_leaves(old_text, new_text)) {
        const Direction direction = direction_of(leaf.path, before);
        const std::string path = joined(leaf.path);
        if (is_lawful(leaf, direction)) {
            judgement.changes.push_back(path + ": " + shown(leaf.before) + " -> " + shown(leaf.after));
            continue;
        }
        judgement.moved.push_back({leaf.mark, path + ": " + shown(leaf.before) + " " +
                                                  std::string(k_words[static_cast<std::size_t>(direction)]) + ", not " +
                                                  shown(leaf.after)});
    }
    return judgement;
}

}  // namespace hearth::procedure::text
