#include "web/desk/sessions.hpp"

#include <gtest/gtest.h>

namespace hearth::web::desk {
namespace {

const base::Instant k_start{1'800'000'000'000};
base::Instant later(std::int64_t ms) { return {k_start.ms + ms}; }

TEST(Sessions, AreFoundByTheirTokenOnly) {
    Sessions sessions;
    const std::string token = sessions.begin({{"village"}, {"a"}, "gaoyun", {}, false, {}, {}}, k_start);
    const auto found = sessions.find(token, later(1));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->login, "gaoyun");
    EXPECT_EQ(found->form_token.size(), 64u);
    EXPECT_FALSE(sessions.find("", k_start));
    EXPECT_FALSE(sessions.find(found->form_token, k_start));
    sessions.end(token);
    EXPECT_FALSE(sessions.find(token, later(2)));
}

TEST(Sessions, EndWhenTheyAreNotUsed) {
    Sessions sessions;
    const std::string token = sessions.begin({}, k_start);
    EXPECT_TRUE(sessions.find(token, later(Sessions::k_idle_ms)));
    EXPECT_FALSE(sessions.find(token, later(2 * Sessions::k_idle_ms + 1)));
}

TEST(Sessions, EndAfterADaysWorkHoweverBusy) {
    Sessions sessions;
    const std::string token = sessions.begin({}, k_start);
    for (std::int64_t ms = 0; ms <= Sessions::k_life_ms; ms += Sessions::k_idle_ms) EXPECT_TRUE(sessions.find(token, later(ms)));
    EXPECT_FALSE(sessions.find(token, later(Sessions::k_life_ms + 1)));
}

TEST(Sessions, OfOneAccountEndWithItsOldPassword) {
    Sessions sessions;
    const std::string here = sessions.begin({{"village"}, {"a"}, "gaoyun", {}, true, {}, {}}, k_start);
    const std::string elsewhere = sessions.begin({{"village"}, {"a"}, "gaoyun", {}, true, {}, {}}, k_start);
    const std::string another = sessions.begin({{"village"}, {"b"}, "heping", {}, false, {}, {}}, k_start);
    sessions.changed_password({"a"}, here);
    EXPECT_FALSE(sessions.find(here, k_start)->must_change);
    EXPECT_FALSE(sessions.find(elsewhere, k_start));
    EXPECT_TRUE(sessions.find(another, k_start));
}

TEST(Sessions, AreListedForTheirOwnerAndEndedOneByOne) {
    Sessions sessions;
    const std::string here = sessions.begin({{"village"}, {"a"}, "gaoyun", {}, false, {}, {}}, k_start);
    const std::string elsewhere = sessions.begin({{"village"}, {"a"}, "gaoyun", {}, false, {}, {}}, later(1));
    const std::string another = sessions.begin({{"village"}, {"b"}, "heping", {}, false, {}, {}}, k_start);
    sessions.begin({{"village"}, {"a"}, "gaoyun", {}, false, {}, {}, true}, k_start);
    EXPECT_TRUE(sessions.find(here, later(2)));
    const auto listed = sessions.of({"a"}, later(3));
    ASSERT_EQ(listed.size(), 2U) << "one that waits for its code is nobody's yet";
    EXPECT_EQ(listed[0].seen, later(2)) << "the latest first";
    EXPECT_NE(listed[0].id, listed[1].id);
    sessions.end_other({"b"}, listed[1].id);
    EXPECT_TRUE(sessions.find(elsewhere, later(3))) << "not by somebody else";
    sessions.end_other({"a"}, listed[1].id);
    EXPECT_FALSE(sessions.find(elsewhere, later(3)));
    EXPECT_TRUE(sessions.find(here, later(3)));
    EXPECT_TRUE(sessions.of({"a"}, later(Sessions::k_life_ms + 1)).empty());
}

TEST(SignInBrake, StandsAfterFiveWrongTriesAndLongerEachTime) {
    SignInBrake brake;
    for (int i = 0; i < 4; ++i) brake.wrong("gaoyun", k_start);
    EXPECT_FALSE(brake.is_standing("gaoyun", k_start));
    brake.wrong("gaoyun", k_start);
    EXPECT_TRUE(brake.is_standing("gaoyun", later(59'999)));
    EXPECT_FALSE(brake.is_standing("gaoyun", later(60'000)));
    EXPECT_FALSE(brake.is_standing("heping", k_start));
    brake.wrong("gaoyun", later(60'000));
    EXPECT_TRUE(brake.is_standing("gaoyun", later(179'999)));
    brake.right("gaoyun");
    EXPECT_FALSE(brake.is_standing("gaoyun", later(60'001)));
}

}  // namespace
}  // namespace hearth::web::desk
