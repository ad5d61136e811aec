#include "cli/life.hpp"

#include <charconv>

namespace hearth::cli {

std::optional<std::int64_t> parse_life(std::string_view text) {
    constexpr std::int64_t hour_ms = 3'600'000;
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (error != std::errc() || count <= 0 || (unit != "d" && unit != "h")) return std::nullopt;
    const std::int64_t unit_ms = unit == "d" ? 24 * hour_ms : hour_ms;
    if (count > 100LL * 366 * 24 * hour_ms / unit_ms) return std::nullopt;
    return count * unit_ms;
}

}  // namespace hearth::cli
