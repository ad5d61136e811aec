#include "web/http/cookie.hpp"

#include <gtest/gtest.h>

namespace hearth::web::http {
namespace {

TEST(Cookie, IsFoundByItsWholeName) {
    EXPECT_EQ(cookie_in("a=1; hearth_village=abc; b=2", "hearth_village"), "abc");
    EXPECT_EQ(cookie_in("hearth_village=abc", "hearth_village"), "abc");
    EXPECT_EQ(cookie_in("hearth_village2=abc", "hearth_village"), "");
    EXPECT_EQ(cookie_in("xhearth_village=abc", "hearth_village"), "");
    EXPECT_EQ(cookie_in("", "hearth_village"), "");
    EXPECT_EQ(cookie_in(";;; =", "hearth_village"), "");
}

TEST(Cookie, IsSetForThisSiteAndNoScript) {
    EXPECT_EQ(set_cookie("s", "1", true), "s=1; Path=/; HttpOnly; SameSite=Strict; Secure");
    EXPECT_EQ(set_cookie("s", "", false), "s=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    EXPECT_EQ(set_cookie("s", "1", true, SameSite::lax), "s=1; Path=/; HttpOnly; SameSite=Lax; Secure");
}

}  // namespace
}  // namespace hearth::web::http
