#pragma once

#include <string>
#include <vector>

#include "procedure/text/bodies.hpp"
#include "procedure/text/keys.hpp"

namespace hearth::procedure::text {

/// What the readers of one file share: where errors go, the languages and bodies of the pack, and what rights will ask about.
struct Scope {
    Reading& reading;
    const Bodies& bodies;
    const std::vector<std::string>& languages;
    std::vector<Remark>& untranslated;
};

/// A TEXT: one entry for every language. An unknown language is an error, a missing one a matter of right 17.
Text read_title(const YamlNode& node, const std::string& what, Scope& scope);
/// The same for the key `title` of a map, which must be there.
Text need_title(Keys& keys, Scope& scope);
/// `[{text, article, checked}]`: titles of law, in the words of the law.
std::vector<Basis> read_basis(const YamlNode& node, Scope& scope);
/// `{text, article}` of a citation.
Basis read_citation(const YamlNode& node, Scope& scope);
/// `n` and `unit` if either is there; a term of 0 says that there is none.
Term maybe_term(Keys& keys);
/// A map that holds nothing but a term.
Term read_term_node(const YamlNode& node, const std::string& what, Reading& reading);

std::string maybe_text(Keys& keys, std::string_view key);
std::string need_text(Keys& keys, std::string_view key);
std::string maybe_word(Keys& keys, std::string_view key, const Words& allowed);
std::string need_word(Keys& keys, std::string_view key, const Words& allowed);
bool maybe_boolean(Keys& keys, std::string_view key);
std::vector<std::string> maybe_words(Keys& keys, std::string_view key, const Words& allowed);

/// Gathers every id and text below `root` for right 5, leaving out titles of law.
void gather_labels(const YamlNode& root, std::vector<Label>& labels);

}  // namespace hearth::procedure::text
