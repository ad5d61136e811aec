#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/text/yaml_tree.hpp"

/// Two texts of one procedure compared element by element.
namespace hearth::procedure::text {

using Path = std::vector<std::string>;

/// One element that differs; null where it was not there, or is no more.
struct Leaf {
    Path path;
    const YamlNode* before;
    const YamlNode* after;
    Mark mark;  // of what is there now
};

/// In the order of the texts; a map that is new or gone is one leaf. Points into both texts.
std::vector<Leaf> differing_leaves(const YamlNode& before, const YamlNode& after);

/// "[a, b]", "{n: 15, unit: cd}"; "nothing" for null.
std::string shown(const YamlNode* node);

/// Whether a list holds every item of another, in any order.
bool holds_all(const YamlNode& list, const YamlNode& of);

/// "states.accepted.deadline.n"
std::string joined(const Path& path);

/// A path against a pattern in which "*" stands for any one key.
bool matches(const Path& path, std::initializer_list<std::string_view> pattern);

}  // namespace hearth::procedure::text
