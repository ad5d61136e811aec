#include "web/drawing/lines.hpp"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/fault.hpp"

namespace hearth::web::drawing {
namespace {

double ems_of(UChar32 point) {
    const auto kind = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    if (kind == U_EA_WIDE || kind == U_EA_FULLWIDTH) return 1;
    constexpr double k_capital = 0.7;
    constexpr double k_narrow = 0.54;
    return u_isupper(point) ? k_capital : k_narrow;
}

double ems_of(const icu::UnicodeString& text) {
    double ems = 0;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) ems += ems_of(text.char32At(i));
    return ems;
}

std::string utf8(icu::UnicodeString text) {
    std::string bytes;
    return text.trim().toUTF8String(bytes);
}

std::unique_ptr<icu::BreakIterator> breaks_in(const icu::UnicodeString& text, std::string_view language) {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createLineInstance(icu::Locale(std::string(language).c_str()), error));
    if (U_FAILURE(error) != 0) throw base::Fault(std::string("ICU has no rules for breaking lines: ") + u_errorName(error));
    breaks->setText(text);
    return breaks;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text, double width, std::string_view language) {
    const auto whole = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const auto breaks = breaks_in(whole, language);
    std::vector<std::string> lines;
    icu::UnicodeString line;
    for (std::int32_t from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
        const icu::UnicodeString piece(whole, from, to - from);
        const icu::UnicodeString seen = icu::UnicodeString(piece).trim();  // a blank at the end of a line takes no room
        if (!line.isEmpty() && ems_of(line) + ems_of(seen) > width) {
            lines.push_back(utf8(line));
            line.remove();
        }
        line += piece;
    }
    if (!line.isEmpty()) lines.push_back(utf8(line));
    return lines;
}

}  // namespace hearth::web::drawing
