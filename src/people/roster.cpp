#include "people/roster.hpp"

#include <map>

namespace hearth::people {

namespace {

/// A letter of three bytes of UTF-8 that begins at `at`; empty at the end of the text.
std::string_view wide_letter(std::string_view text, std::size_t at) {
    constexpr std::size_t k_bytes = 3;
    return at + k_bytes <= text.size() ? text.substr(at, k_bytes) : std::string_view();
}

/// The plain letter for a full-width one (U+FF01 to U+FF5E), a blank of the same width or a dash; 0 where it is none.
char plain_letter(std::string_view letter) {
    if (letter == "\u3000") return ' ';
    if (letter == "\u2010" || letter == "\u2011" || letter == "\u2012" || letter == "\u2013" || letter == "\u2014") return '-';
    if (letter < "\uFF01" || letter > "\uFF5E") return 0;
    constexpr int k_continuation = 0x40;
    const int below = static_cast<unsigned char>(letter[1]) - 0xBC;  // U+FF01 is EF BC 81
    return static_cast<char>('!' + below * k_continuation + static_cast<unsigned char>(letter[2]) - 0x81);
}

}  // namespace

std::string household_label(std::string_view typed) {
    std::string label;
    for (std::size_t at = 0; at < typed.size();) {
        const char plain = plain_letter(wide_letter(typed, at));
        label += plain == 0 ? typed[at] : plain;
        at += plain == 0 ? 1 : 3;
    }
    constexpr const char* k_blanks = " \t\r\n";
    const std::size_t begin = label.find_first_not_of(k_blanks);
    if (begin == std::string::npos) return {};
    return label.substr(begin, label.find_last_not_of(k_blanks) - begin + 1);
}

RosterChanges changes_between(const std::vector<RosterLine>& before, const std::vector<RosterLine>& after) {
    std::map<std::string_view, const RosterLine*> left;
    for (const RosterLine& line : before) left[line.household] = &line;
    RosterChanges changes;
    for (const RosterLine& line : after) {
        const auto found = left.find(line.household);
        if (found == left.end()) {
            changes.added.push_back(line.household);
            continue;
        }
        const bool is_same = found->second->representative == line.representative;
        if (!is_same) changes.changed.push_back(line.household);
        if (is_same && found->second->until != line.until) changes.dated.push_back(line.household);
        if (is_same) changes.same.insert(line.household);
        left.erase(found);
    }
    for (const RosterLine& line : before)
        if (left.contains(line.household)) changes.gone.push_back(line.household);
    return changes;
}

bool is_in_term(const std::optional<base::CivilDate>& until, base::CivilDate today) { return !until || today <= *until; }

}  // namespace hearth::people
