#include "web/language.hpp"

#include <gtest/gtest.h>

using hearth::web::addressed;
using hearth::web::preferred;

TEST(Language, IsReadFromTheAddress) {
    EXPECT_EQ(addressed("/zh/o/village").language, "zh-Hans");
    EXPECT_EQ(addressed("/zh/o/village").path, "/o/village");
    EXPECT_EQ(addressed("/en").path, "/");
    EXPECT_EQ(addressed("/en/").path, "/");
    EXPECT_EQ(addressed("/o/village").language, "");
    EXPECT_EQ(addressed("/o/village").path, "/o/village");
    EXPECT_EQ(addressed("/energy").language, "");
    EXPECT_EQ(addressed("/").path, "/");
}

TEST(Language, FollowsWhatThePersonPrefers) {
    EXPECT_EQ(preferred("zh-CN,zh;q=0.9,en;q=0.8"), "zh-Hans");
    EXPECT_EQ(preferred("en-GB,en;q=0.9, zh;q=0.8"), "en");
    EXPECT_EQ(preferred("en;q=0.1, ZH-hans;q=0.2"), "zh-Hans");
    EXPECT_EQ(preferred("mn, ru;q=0.5, zh;q=0.1"), "zh-Hans");
    EXPECT_EQ(preferred("zh;q=0"), "en");
    EXPECT_EQ(preferred("zhuang"), "en");
    EXPECT_EQ(preferred(""), "en");
    EXPECT_EQ(preferred(",,;q=,zh;q=nan"), "en");
}
