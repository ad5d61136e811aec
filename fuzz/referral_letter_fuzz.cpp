// Whatever the readers of letters between offices take, has one spelling; what came along belongs to an act of the letter.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "matter/matter.hpp"
#include "referral/envelope.hpp"

using namespace hearth;

namespace {

void read_letter(std::string_view text) {
    const auto letter = office::parse_letter(text);
    if (!letter) return;
    HEARTH_CHECK(office::to_text(*letter) == text);
    if (letter->kind == office::LetterKind::custody) HEARTH_CHECK(matter::load(letter->folded).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_letter(text);
    if (const auto matter = matter::load(text)) HEARTH_CHECK(matter::load(matter::save(*matter)).has_value());
    if (const auto envelope = referral::parse_envelope(text)) {
        const auto again = referral::parse_envelope(referral::to_line(*envelope));
        HEARTH_CHECK(again && again->letter == envelope->letter && again->receipt == envelope->receipt);
        HEARTH_CHECK(again->sealed == envelope->sealed);
        read_letter(envelope->letter);
    }
    // A letter in the first line, what comes along in the second.
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return 0;
    const auto letter = office::parse_letter(text.substr(0, end));
    if (!letter) return 0;
    if (const auto copies = referral::parse_copies(text.substr(end + 1), letter->acts)) {
        for (const office::CopiedField& copy : *copies) HEARTH_CHECK(copy.place < letter->acts.size());
    }
    return 0;
}
