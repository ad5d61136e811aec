#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How texts and questions are cut for searching. Chinese is written without spaces and most of its words have two characters, so
/// each run of Han characters becomes its overlapping pairs and the last character alone: 修路灯 -> 修路 路灯 灯. All else is left
/// to the word splitter of the index. The same cutting serves every store, so that all find the same.
namespace hearth::store {

/// The text with spaces between the pairs, ready for a splitter that cuts at spaces and punctuation.
std::string cut_for_index(std::string_view text);

/// One thing that must be found: words or pairs in this order; `prefix`: the last one only has to begin so.
struct Phrase {
    std::vector<std::string> words;
    bool prefix = false;

    bool operator==(const Phrase&) const = default;
};

/// What a question asks for; every phrase must be found. A run of Han characters is one phrase of its pairs (a single character
/// is asked as the beginning of a pair), every other word a phrase of its own.
std::vector<Phrase> cut_question(std::string_view question);

/// Words and pairs of a text as an index would hold them, ASCII letters made small.
std::vector<std::string> words_of(std::string_view text);
/// Whether words of a text hold every phrase; no phrases at all are not held by any.
bool hold_all(const std::vector<std::string>& words, const std::vector<Phrase>& phrases);
/// Whether a text holds what a question asks for.
bool answers(std::string_view text, std::string_view question);

}  // namespace hearth::store
