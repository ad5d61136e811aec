#include "cli/preview/foresight.hpp"

namespace hearth::cli::preview {

std::string text_of(const web::Foresight& foresight, const std::string& language) {
    const web::Catalogue say(language);
    const web::pages::Dates dates(say);
    const web::ForesightWords words = web::words_of(foresight, say, dates);
    std::string text = say("foresight.in_force") + say("list.colon") + words.in_force + "\n";
    if (!words.other.empty()) text += say("foresight.other") + say("list.colon") + words.other + "\n";
    if (!words.refused.empty()) text += say("foresight.refused") + say("list.colon") + words.refused + "\n";
    if (words.is_same) text += say("foresight.same") + "\n";
    for (const auto& [head, lines] : words.parts) {
        text += head + "\n";
        for (const std::string& line : lines) text += "  " + line + "\n";
    }
    return text;
}

}  // namespace hearth::cli::preview
