#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/text/yaml_tree.hpp"

namespace hearth::procedure::text {

/// A list of words that the language knows.
using Words = std::vector<std::string_view>;

/// The keys of one map, asked for by name; what nobody asked for is an unknown key. Asking a node that is no map says so once.
class Keys {
public:
    /// `what` names the map in errors: "state received".
    Keys(const YamlNode& node, std::string what, Reading& reading);

    /// The value of `key`, or null after an error was noted.
    const YamlNode* need(std::string_view key);
    /// The value of `key`, or null.
    const YamlNode* maybe(std::string_view key);
    /// Notes an error for every key that was never asked for. Call it last.
    void refuse_others();

    [[nodiscard]] const Mark& mark() const { return node_.mark; }
    /// Where `key` itself stands, else where the map does.
    [[nodiscard]] const Mark& mark_of(std::string_view key) const;
    [[nodiscard]] const std::string& what() const { return what_; }
    [[nodiscard]] Reading& reading() { return reading_; }

private:
    const YamlNode& node_;
    std::string what_;
    Reading& reading_;
    bool is_map_;
    std::vector<std::string_view> asked_;
};

/// The scalars of the language. Each notes an error when the node is something else and gives back an empty value.
std::string read_text(const YamlNode& node, const std::string& what, Reading& reading);
std::string read_word(const YamlNode& node, const Words& allowed, const std::string& what, Reading& reading);
int read_integer(const YamlNode& node, int min, const std::string& what, Reading& reading);
bool read_boolean(const YamlNode& node, const std::string& what, Reading& reading);
/// "2/3"; both parts positive and the fraction at most 1.
std::pair<int, int> read_fraction(const YamlNode& node, const std::string& what, Reading& reading);
/// Notes an error unless the text matches `[a-z][a-z0-9_-]*`.
void refuse_bad_id(const YamlNode& node, Reading& reading);

/// Calls `each` for the items of a list, after noting an error when the node is none.
void for_each_item(const YamlNode& node, const std::string& what, Reading& reading,
                   const std::function<void(const YamlNode&)>& each);
/// Calls `each` for the entries of a map whose keys are ids, after noting an error when the node is none.
void for_each_id(const YamlNode& node, const std::string& what, Reading& reading,
                 const std::function<void(const std::string& id, const YamlNode& key, const YamlNode& value)>& each);
std::vector<std::string> read_words(const YamlNode& node, const Words& allowed, const std::string& what, Reading& reading);

/// `n` and `unit` among other keys.
Term read_term(Keys& keys);
/// The word of `known` nearest to `word` when it is near enough to be meant: ` (did you mean "deadline"?)`, else nothing.
std::string did_you_mean(std::string_view word, const Words& known);

}  // namespace hearth::procedure::text
