#include "tests/support/yaml_text.hpp"

#include <gtest/gtest.h>

namespace hearth::tests {

using procedure::text::YamlNode;

YamlNode yaml_tree(const std::string& bytes) {
    procedure::text::Reading reading;
    auto root = procedure::text::parse_yaml(bytes, reading.add_file("text"), reading);
    if (root) return *root;
    ADD_FAILURE() << reading.errors().at(0).message << " in " << bytes;
    return {};
}

namespace {

std::string scalar(const YamlNode& node) {
    const bool is_number = !node.text.empty() && node.text.find_first_not_of("0123456789") == std::string::npos;
    if (node.plain && (is_number || node.text == "true" || node.text == "false")) return node.text;
    std::string text = "'";
    for (const char c : node.text) text += c == '\'' ? std::string("''") : std::string(1, c);
    return text + "'";
}

}  // namespace

std::string yaml_text(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::scalar) return scalar(node);
    const bool is_list = node.kind == YamlNode::Kind::list;
    std::string text = is_list ? "[" : "{";
    for (const YamlNode& item : node.items) text += (text.size() > 1 ? ",\n" : "") + yaml_text(item);
    for (const auto& [key, value] : node.entries) text += (text.size() > 1 ? ",\n" : "") + key.text + ": " + yaml_text(value);
    return text + (is_list ? "]" : "}");
}

YamlNode yaml_value(const std::string& flow) { return yaml_tree("v: " + flow).entries.at(0).value; }

}  // namespace hearth::tests
