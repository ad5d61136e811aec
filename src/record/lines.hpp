#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// The small readers that the C2SP text formats share.
namespace hearth::record {

/// Takes the next line off `rest`, without its newline; nothing when no newline is left.
std::optional<std::string_view> take_line(std::string_view& rest);

/// Takes the rest of a line that begins with "<word> ".
std::optional<std::string_view> after_word(std::string_view line, std::string_view word);

/// An ASCII decimal number below 2^63 without sign or leading zeros.
std::optional<std::uint64_t> parse_decimal(std::string_view text);

}  // namespace hearth::record
