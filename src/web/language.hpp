#pragma once

#include <string>
#include <string_view>

/// In which language a page answers.
namespace hearth::web {

struct Addressed {
    std::string_view language;  // "en" or "zh-Hans"; empty: the address names none
    std::string path;           // what is left, "/" at least
};

/// "/zh/o/village" -> zh-Hans, "/o/village". An address without a language keeps its path.
Addressed addressed(std::string_view path);

/// The better liked of our two languages by Accept-Language (RFC 9110, section 12.5.4); English when it says nothing of either.
std::string_view preferred(std::string_view accept_language);

}  // namespace hearth::web
