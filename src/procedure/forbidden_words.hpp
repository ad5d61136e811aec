#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearth::procedure {

/// The forbidden word that a label holds. English and Mongolian words count as whole words, with `_`, `-` and case made equal;
/// Chinese words count as parts of a text, after the reviewed exceptions were taken out.
std::optional<std::string> forbidden_word(std::string_view label);

/// Whether the text of an option is, by itself, the name of an ethnic group, a religion or a mark of a party.
bool is_forbidden_value(std::string_view option);

}  // namespace hearth::procedure
