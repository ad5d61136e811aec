#include "web/pages/field_words.hpp"

#include <gtest/gtest.h>

using hearth::web::pages::shortened;

TEST(FieldWords, AreCutBetweenCharacters) {
    EXPECT_EQ(shortened("short", 10), "short");
    EXPECT_EQ(shortened("0123456789", 10), "0123456789");
    EXPECT_EQ(shortened("0123456789a", 10), "0123456789\u2026");
    EXPECT_EQ(shortened("\u4e95\u6c34\u5f88\u6d45", 2), "\u4e95\u6c34\u2026");
    EXPECT_EQ(shortened("first line\nsecond", 80), "first line");
    EXPECT_EQ(shortened("", 3), "");
}
