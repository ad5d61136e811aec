#pragma once

#include <string>

#include "procedure/text/yaml_tree.hpp"

namespace hearth::tests {

/// The tree of one file; fails the test when it cannot be read.
procedure::text::YamlNode yaml_tree(const std::string& bytes);
/// The tree written back as one flow map.
std::string yaml_text(const procedure::text::YamlNode& node);
/// A value written in flow style, as a tree.
procedure::text::YamlNode yaml_value(const std::string& flow);

}  // namespace hearth::tests
