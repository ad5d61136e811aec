#pragma once

#include <map>
#include <string>
#include <string_view>

/// Words that an office begins an answer with, so that nobody types the same sentence forty times. Never an answer by itself: every
/// text of it leaves a gap, and what still has a gap is not sent.
namespace hearth::web {

struct AnswerTemplate {
    std::string procedure;
    std::string act;
    std::string title;                          // as the desk chooses by
    std::map<std::string, std::string> fields;  // field id of the act's form -> text as it would be typed
};

/// As on paper: three low lines in a row, or more.
inline constexpr std::string_view k_gap = "___";

inline bool has_gap(std::string_view text) { return text.find(k_gap) != std::string_view::npos; }

}  // namespace hearth::web
