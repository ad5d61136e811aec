#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearth::cli {

/// Milliseconds of "30d" or "12h"; nothing for any other text, for zero, and beyond 100 years.
std::optional<std::int64_t> parse_life(std::string_view text);

}  // namespace hearth::cli
