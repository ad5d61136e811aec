#include "record/lines.hpp"

#include <charconv>

namespace hearth::record {

std::optional<std::string_view> take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

std::optional<std::string_view> after_word(std::string_view line, std::string_view word) {
    if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ') return std::nullopt;
    return line.substr(word.size() + 1);
}

std::optional<std::uint64_t> parse_decimal(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    if (text.front() == '-' || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    return static_cast<std::uint64_t>(number);
}

}  // namespace hearth::record
