#include "cli/words.hpp"

namespace hearth::cli {

std::string words_of(const base::Json& refusal) {
    const auto text = [&](const char* name) { return refusal.value(name, std::string()); };
    std::string words = "refused " + text("reason") + " " + text("rule");
    if (!text("field").empty()) words += " (" + text("field") + ")";
    if (!text("detail").empty()) words += " " + text("detail");
    return words;
}

}  // namespace hearth::cli
