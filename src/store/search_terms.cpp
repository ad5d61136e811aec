#include "store/search_terms.hpp"

#include <algorithm>
#include <cstdint>

namespace hearth::store {
namespace {

struct Character {
    std::string_view bytes;
    bool han = false;
    bool blank = false;  // ends a word of a question
};

bool is_han(std::uint32_t point) {
    return (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) || (point >= 0xF900 && point <= 0xFAFF) ||
           (point >= 0x20000 && point <= 0x323AF) || point == 0x3005 || point == 0x3007;
}

/// Punctuation beyond ASCII, as the word splitter of the index sees it.
bool is_punctuation(std::uint32_t point) {
    return (point >= 0x80 && point <= 0xBF) || (point >= 0x2000 && point <= 0x206F) ||
           (point >= 0x3000 && point <= 0x303F && !is_han(point)) || (point >= 0xFF00 && point <= 0xFF0F) ||
           (point >= 0xFF1A && point <= 0xFF20) || (point >= 0xFF3B && point <= 0xFF40) || (point >= 0xFF5B && point <= 0xFF65);
}

/// The next character of well-formed UTF-8; of malformed text one byte, which is nothing that can be searched.
Character next_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length > text.size()) return {text.substr(0, 1), false, true};
    std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    const bool is_word_byte =
        lead >= 0x80 || (lead >= '0' && lead <= '9') || (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z');
    return {text.substr(0, length), is_han(point), !is_word_byte || is_punctuation(point)};
}

/// ASCII letters made small, as the word splitter of an index does.
std::string small(std::string word) {
    std::ranges::transform(word, word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return word;
}

bool holds(const std::vector<std::string>& words, const Phrase& phrase) {
    if (phrase.prefix)
        return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(phrase.words[0]); });
    return !std::ranges::search(words, phrase.words, {}, {}, small).empty();
}

std::vector<std::string> pairs_of(const std::vector<std::string_view>& run) {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i + 1 < run.size(); ++i) pairs.push_back(std::string(run[i]) + std::string(run[i + 1]));
    return pairs;
}

}  // namespace

std::string cut_for_index(std::string_view text) {
    std::string cut;
    std::vector<std::string_view> run;
    const auto end_run = [&] {
        if (run.empty()) return;
        for (const std::string& pair : pairs_of(run)) cut.append(" ").append(pair);
        cut.append(" ").append(run.back()).append(" ");
        run.clear();
    };
    while (!text.empty()) {
        const Character character = next_character(text);
        text.remove_prefix(character.bytes.size());
        if (character.han) {
            run.push_back(character.bytes);
        } else {
            end_run();
            cut.append(character.bytes);
        }
    }
    end_run();
    return cut;
}

std::vector<Phrase> cut_question(std::string_view question) {
    std::vector<Phrase> phrases;
    std::vector<std::string_view> run;
    std::string word;
    const auto end_both = [&] {
        if (run.size() == 1) phrases.push_back({{std::string(run[0])}, true});
        if (run.size() > 1) phrases.push_back({pairs_of(run), false});
        if (!word.empty()) phrases.push_back({{word}, false});
        run.clear();
        word.clear();
    };
    while (!question.empty()) {
        const Character character = next_character(question);
        question.remove_prefix(character.bytes.size());
        if (character.han ? !word.empty() : !run.empty() || character.blank) end_both();
        if (character.han) run.push_back(character.bytes);
        if (!character.han && !character.blank) word.append(character.bytes);
    }
    end_both();
    return phrases;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (const Phrase& phrase : cut_question(cut_for_index(text))) words.push_back(small(phrase.words.front()));
    return words;
}

bool hold_all(const std::vector<std::string>& words, const std::vector<Phrase>& phrases) {
    return !phrases.empty() && std::ranges::all_of(phrases, [&](const Phrase& phrase) { return holds(words, phrase); });
}

bool answers(std::string_view text, std::string_view question) { return hold_all(words_of(text), cut_question(question)); }

}  // namespace hearth::store
