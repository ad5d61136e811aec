#include "base/bytes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <utility>

namespace hearth::base {
namespace {

// RFC 4648 section 10.
constexpr std::pair<std::string_view, std::string_view> k_rfc4648[] = {
    {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"},
};

TEST(Base64, GivesTheVectorsOfTheStandard) {
    for (const auto& [bytes, text] : k_rfc4648) {
        EXPECT_EQ(base64(bytes), text);
        EXPECT_EQ(*from_base64(text), bytes);
    }
}

TEST(Base64, RefusesEveryOtherSpelling) {
    for (const std::string_view text :
         {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm-v", "Zm_v", "Z=g=", "====", "Zg==Zg=="}) {
        const auto decoded = from_base64(text);
        ASSERT_FALSE(decoded) << text;
        EXPECT_EQ(decoded.error(), (Refusal{Reason::malformed, "base/base64"}));
    }
}

TEST(Base64Url, UsesTheUrlAlphabetWithoutPadding) {
    EXPECT_EQ(base64url("\xfb\xff\xfe"), "-__-");
    EXPECT_EQ(base64("\xfb\xff\xfe"), "+//+");
    EXPECT_EQ(base64url("f"), "Zg");
    EXPECT_EQ(*from_base64url("-__-"), "\xfb\xff\xfe");
}

TEST(Base64Url, RefusesPaddingOtherAlphabetAndLooseBits) {
    for (const std::string_view text : {"Zg==", "+//+", "Z", "Zh", "Zm9vY", "Zm9v ", "Zm9="}) {
        const auto decoded = from_base64url(text);
        ASSERT_FALSE(decoded) << text;
        EXPECT_EQ(decoded.error().rule, "base/base64url");
    }
}

TEST(Hex, WritesSmallLettersAndReadsBoth) {
    EXPECT_EQ(hex(std::string_view("\x00\x7f\xff", 3)), "007fff");
    EXPECT_EQ(*from_hex("DEADbeef"), "\xde\xad\xbe\xef");
    for (const std::string_view text : {"0", "0g", " 0", "0x"}) EXPECT_FALSE(from_hex(text)) << text;
}

TEST(Bytes32, TakesExactlyThirtyTwo) {
    const std::string exact(32, 'k');
    ASSERT_TRUE(to_bytes32(exact));
    EXPECT_EQ(view(*to_bytes32(exact)), exact);
    EXPECT_EQ(to_bytes32(std::string(31, 'k')).error().rule, "base/bytes32");
    EXPECT_FALSE(to_bytes32(std::string(33, 'k')));
}

TEST(Utf8, AcceptsBothEndsOfEveryLength) {
    for (const std::string_view text : {"", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                                        "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "村民小组 үндэс"}) {
        EXPECT_TRUE(is_utf8(text)) << hex(text);
    }
    EXPECT_TRUE(is_utf8(std::string_view("\0", 1)));
}

TEST(Utf8, RefusesOverlongSurrogateTruncatedAndBeyond) {
    for (const std::string_view text :
         {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf4\x90\x80\x80",
          "\xf5\x80\x80\x80", "\xff", "\xe6\x9d", "\xc3", "\xe6\x9d\x41", "a\xf0\x9f\x98"}) {
        EXPECT_FALSE(is_utf8(text)) << hex(text);
    }
}

RC_GTEST_PROP(Base64, EveryTextComesBack, (const std::string& bytes)) {
    RC_ASSERT(*from_base64(base64(bytes)) == bytes);
    RC_ASSERT(*from_base64url(base64url(bytes)) == bytes);
    RC_ASSERT(*from_hex(hex(bytes)) == bytes);
}

// A decoder that takes two spellings of the same bytes would let two receipts look different and mean the same.
RC_GTEST_PROP(Base64, WhatIsDecodedHasOneSpelling, ()) {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("AQgZ_-09=")));
    if (const auto bytes = from_base64url(text)) RC_ASSERT(base64url(*bytes) == text);
    if (const auto bytes = from_base64(text)) RC_ASSERT(base64(*bytes) == text);
}

}  // namespace
}  // namespace hearth::base
