#include "office/letter.hpp"

#include <gtest/gtest.h>

namespace hearth::office {
namespace {

constexpr const char* k_present =
    R"({"from":"village","kind":"present","sequence":7,"to":"township","v":1,"written_at":1764000000000})";

std::string with(std::string_view what, std::string_view into) {
    std::string text = k_present;
    return text.replace(text.find(what), what.size(), into);
}

std::string rule_of(const std::string& text) {
    const auto letter = parse_letter(text);
    return letter ? "" : letter.error().rule + " " + letter.error().detail;
}

TEST(Letter, IsReadInItsOneSpellingOnly) {
    const auto letter = parse_letter(k_present);
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->sequence, 7U);
    EXPECT_EQ(to_text(*letter), k_present);
    EXPECT_EQ(rule_of(with("village\",", "village\", ")), "referral/letter spelling");
    EXPECT_EQ(rule_of(with("{", R"({"also":1,)")), "referral/letter spelling");
}

// Converted, -1 was a number beyond what canonical JSON holds, and writing it ended the process.
TEST(Letter, WithAMadeUpNumberIsRefused) {
    EXPECT_EQ(rule_of(with(":7", ":-1")), "referral/letter member");
    EXPECT_EQ(rule_of(with(":7", ":7.5")), "referral/letter member");
    EXPECT_EQ(rule_of(with("1764000000000", "1e300")), "referral/letter member");
}

}  // namespace
}  // namespace hearth::office
