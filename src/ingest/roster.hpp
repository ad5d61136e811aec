#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

#include "base/refusal.hpp"
#include "people/roster.hpp"

namespace hearth::ingest {

inline constexpr std::size_t k_household_chars_max = 40;
inline constexpr std::size_t k_representative_chars_max = 100;

/// A roster of household representatives as CSV (`read_csv`): the columns `household` and `representative`, and `until` where there
/// are last days; no other, so that nothing about a household or a person comes along unseen. Labels as `people::household_label`
/// writes them. Everything that is wrong, with file, line and column, or the whole roster:
/// columns: `not_found` roster/no_column; `not_permitted` roster/forbidden_column (right 5; the word), roster/other_column;
/// rows: `malformed` roster/no_household, roster/letters (control characters), roster/until; `limit_exceeded` roster/too_long
/// (characters at most); `conflict` roster/twice (the line of the first); and what `read_csv` refuses. `malformed` roster/empty
/// when there is no row, since such a roster would end them all.
std::variant<std::vector<people::RosterLine>, std::vector<base::Refusal>> parse_roster(std::istream& in, const std::string& file);

}  // namespace hearth::ingest
