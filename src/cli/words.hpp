#pragma once

#include <string>

#include "base/json.hpp"

namespace hearth::cli {

/// A refusal as JSON ({"reason", "rule", "field", "detail"}) in plain words for the operator, with the rule that said no behind.
std::string words_of(const base::Json& refusal);

}  // namespace hearth::cli
