#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/text/reading.hpp"

namespace hearth::procedure::text {

/// One value of a text with its place. Only what the language allows can be in it: scalars, lists and maps with scalar keys.
struct YamlNode {
    enum class Kind { scalar, list, map };
    struct Entry;

    Kind kind = Kind::scalar;
    std::string text;    // of a scalar
    bool plain = false;  // a scalar without quotes: only such ones can be numbers and booleans
    std::vector<YamlNode> items;
    std::vector<Entry> entries;
    Mark mark;

    [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
    YamlNode key;
    YamlNode value;
};

/// The one document of `bytes`. Refuses, each with its place: what is not UTF-8, control characters and tabs, anchors, aliases,
/// tags, merge keys, several documents, a key twice, a key with nothing after it, and whatever YAML itself cannot read. Gives a
/// tree only when it has nothing to refuse. `file` is the number of the file within `reading`.
std::optional<YamlNode> parse_yaml(std::string_view bytes, int file, Reading& reading);

}  // namespace hearth::procedure::text
