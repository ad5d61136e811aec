#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearth::procedure {

/// The word in `text` by which it would hold what Hearth never holds of a person (right 5; procedures-and-rights, end of 3.2),
/// if there is one. English and Mongolian: whole words, whatever stands between them ("Risk-Score" is "risk_score", "trace" is
/// not "race"). Chinese: as part of the text, after the reviewed exceptions are taken out ("案情报告" is a report of facts).
std::optional<std::string> forbidden_word(std::string_view text);

}  // namespace hearth::procedure
