#include "web/language.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "web/catalogue.hpp"

namespace hearth::web {
namespace {

/// The weight of one range, "zh-CN;q=0.8" -> 800.
int weight_of(std::string_view range) {
    constexpr int k_full = 1000;
    const auto q = range.find("q=");
    if (q == std::string_view::npos) return k_full;
    const std::string number(range.substr(q + 2, 5));
    const double weight = std::strtod(number.c_str(), nullptr);
    return std::isfinite(weight) ? static_cast<int>(std::clamp(weight, 0.0, 1.0) * k_full) : 0;
}

bool is_of(std::string_view range, std::string_view tag) {
    if (range.size() < tag.size()) return false;
    const auto same = [](char a, char b) { return (a | 0x20) == b; };
    if (!std::ranges::equal(range.substr(0, tag.size()), tag, same)) return false;
    return range.size() == tag.size() || range[tag.size()] == '-' || range[tag.size()] == ';' || range[tag.size()] == ' ';
}

}  // namespace

Addressed addressed(std::string_view path) {
    for (const auto& [prefix, language] : {std::pair{std::string_view("/en"), k_english}, {std::string_view("/zh"), k_chinese}}) {
        if (!path.starts_with(prefix)) continue;
        const std::string_view rest = path.substr(prefix.size());
        if (rest.empty()) return {language, "/"};
        if (rest.starts_with('/')) return {language, std::string(rest)};
    }
    return {{}, std::string(path)};
}

std::string_view preferred(std::string_view accept_language) {
    int english = 0;
    int chinese = 0;
    while (!accept_language.empty()) {
        const auto comma = accept_language.find(',');
        std::string_view range = accept_language.substr(0, comma);
        range.remove_prefix(std::min(range.find_first_not_of(' '), range.size()));
        if (is_of(range, "en")) english = std::max(english, weight_of(range));
        if (is_of(range, "zh")) chinese = std::max(chinese, weight_of(range));
        accept_language.remove_prefix(comma == std::string_view::npos ? accept_language.size() : comma + 1);
    }
    return chinese > english ? k_chinese : k_english;
}

}  // namespace hearth::web
