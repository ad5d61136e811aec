#include "clerk/receipt_code.hpp"

#include <gtest/gtest.h>

#include <set>

#include "clerk/effects.hpp"

namespace hearth::clerk {
namespace {

class Given final : public base::Randomness {
public:
    explicit Given(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string bytes(std::size_t count) override { return bytes_.substr(0, count); }

private:
    std::string bytes_;
};

TEST(ReceiptCode, IsCrockfordBase32OfEightyBits) {
    Given zeros(std::string(10, '\0'));
    EXPECT_EQ(draw_receipt_code(zeros), "0000-0000-0000-0000");
    Given ones(std::string(10, '\xff'));
    EXPECT_EQ(draw_receipt_code(ones), "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    Given first(std::string("\x84\x21\x08\x42\x10\x84\x21\x08\x42\x10", 10));  // 10000 sixteen times
    EXPECT_EQ(draw_receipt_code(first), "GGGG-GGGG-GGGG-GGGG");
    Given last(std::string("\0\0\0\0\0\0\0\0\0\x01", 10));
    EXPECT_EQ(draw_receipt_code(last), "0000-0000-0000-0001");
}

TEST(ReceiptCode, IsReadAsPeopleTypeIt) {
    EXPECT_EQ(*parse_receipt_code("K7QM-3F9T-XW2D-8HVA"), "K7QM-3F9T-XW2D-8HVA");
    EXPECT_EQ(*parse_receipt_code("k7qm3f9t xw2d8hva"), "K7QM-3F9T-XW2D-8HVA");
    EXPECT_EQ(*parse_receipt_code("oil0-0000-0000-0000"), "0110-0000-0000-0000");
}

TEST(ReceiptCode, RefusesWhatIsNoCode) {
    for (const char* typed :
         {"", "K7QM", "K7QM-3F9T-XW2D-8HVAA", "K7QM-3F9T-XW2D-8HV", "U7QM-3F9T-XW2D-8HVA", "K7QM_3F9T-XW2D-8HVA"}) {
        const auto read = parse_receipt_code(typed);
        ASSERT_FALSE(read) << typed;
        EXPECT_EQ(read.error().rule, "clerk/receipt_code");
    }
}

TEST(ReceiptCode, IsDrawnAnewEachTime) {
    SystemRandomness randomness;
    std::set<std::string> codes;
    for (int i = 0; i < 3000; ++i) codes.insert(draw_receipt_code(randomness));
    EXPECT_EQ(codes.size(), 3000U);
}

TEST(ReceiptCode, IsFoundByItsDigest) {
    EXPECT_EQ(receipt_code_digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace hearth::clerk
