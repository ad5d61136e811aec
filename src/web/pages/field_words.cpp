#include "web/pages/field_words.hpp"

#include <algorithm>

namespace hearth::web::pages {
namespace {

using base::Json;

std::string member(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string words_of_object(const Json& object, const Wording& words) {
    if (object.contains("sealed")) return words.say()("field.sealed");
    std::string text;
    for (const char* name : {"name", "text"}) {
        if (text.empty()) text = member(object, name);
    }
    if (const std::string article = member(object, "article"); !article.empty())
        text = words.say().with("field.article", text, article);
    if (object.contains("lat") && object.contains("long")) {
        text += (text.empty() ? "" : " ") + std::string("(") + object["lat"].dump() + ", " + object["long"].dump() + ")";
    }
    return text;
}

std::string words_of_one(const Json& value, const procedure::Field& field, const Wording& words) {
    if (value.is_boolean()) return words.say()(value.get<bool>() ? "field.yes" : "field.no");
    if (value.is_number()) return value.dump();
    if (value.is_object()) return words_of_object(value, words);
    if (!value.is_string()) return {};
    auto text = value.get<std::string>();
    const auto option = std::ranges::find(field.options, text, &std::pair<std::string, procedure::Text>::first);
    if (option != field.options.end()) return words.of(option->second);
    if (field.type.ends_with("date")) {
        if (const auto date = base::parse_date(text)) return words.dates().day(*date);
    }
    return text;
}

}  // namespace

std::string words_of(const Json& value, const procedure::Field& field, const Wording& words) {
    if (!value.is_array()) return words_of_one(value, field, words);
    std::string lines;
    int number = 0;
    for (const Json& item : value) {
        ++number;
        if (number > 1) lines += '\n';
        if (value.size() > 1) lines += std::to_string(number) + ". ";
        lines += words_of_one(item, field, words);
    }
    return lines;
}

std::string size_words(std::uint64_t bytes) {
    constexpr std::uint64_t k_kilo = 1'000;
    constexpr std::uint64_t k_mega = 1'000'000;
    if (bytes >= k_mega) return std::to_string((bytes + k_mega / 2) / k_mega) + " MB";
    return std::to_string(std::max<std::uint64_t>(1, (bytes + k_kilo / 2) / k_kilo)) + " KB";
}

std::string shortened(std::string_view text, std::size_t chars_max) {
    const std::string_view line = text.substr(0, text.find('\n'));
    std::size_t chars = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool begins_char = (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
        if (begins_char && chars++ == chars_max) return std::string(line.substr(0, at)) + "\u2026";
    }
    return std::string(line);
}

}  // namespace hearth::web::pages
