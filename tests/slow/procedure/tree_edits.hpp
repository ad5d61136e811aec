#pragma once

#include <string>
#include <vector>

#include "procedure/text/yaml_tree.hpp"

/// Small changes to the tree of a text. Each gives a changed copy; `path` is keys from the root down.
namespace hearth::tests {

using Path = std::vector<std::string>;

/// The node at `path`, or null.
procedure::text::YamlNode* at(procedure::text::YamlNode& root, const Path& path);
bool is_there(const procedure::text::YamlNode& text, const Path& path);

/// With the value `flow` (as YAML) at `path`, which may be new in its map.
procedure::text::YamlNode with(procedure::text::YamlNode text, const Path& path, const std::string& flow);
procedure::text::YamlNode without(procedure::text::YamlNode text, const Path& path);
/// One item more or less in the list at `path`.
procedure::text::YamlNode plus(procedure::text::YamlNode text, const Path& path, const std::string& flow);
procedure::text::YamlNode minus(procedure::text::YamlNode text, const Path& path, const std::string& item);

}  // namespace hearth::tests
