#include "clerk/passwords.hpp"

#include <future>

#include <gtest/gtest.h>

namespace hearth::clerk {
namespace {

TEST(Password, IsKnownByItsHashOnly) {
    const std::string hash = hash_password("three willows by the ditch");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_TRUE(is_password("three willows by the ditch", hash));
    EXPECT_FALSE(is_password("three willows by the ditcH", hash));
    EXPECT_NE(hash, hash_password("three willows by the ditch"));
}

TEST(Password, OfNobodyIsAlwaysWrong) { EXPECT_FALSE(is_password("", "")); }

TEST(Password, IsWrongAgainstADamagedHash) { EXPECT_FALSE(is_password("x", "$argon2id$v=19$m=19456")); }

TEST(Password, IsEasilyGuessedWhenItIsWhatPeopleTryFirst) {
    for (const char* poor :
         {"passwordpassword", "123456789012", "qwertyuiopasdf", "gaoyungaoyun", "Summer2026!!", "iloveyou1234", ""})
        EXPECT_TRUE(is_easily_guessed(poor, "gaoyun")) << poor;
    for (const char* good : {"three willows by the ditch", "another long one", "我在村里放羊三十年"})
        EXPECT_FALSE(is_easily_guessed(good, "gaoyun")) << good;
}

TEST(PasswordChecker, AnswersEachFromItsOwnThread) {
    const std::string hash = hash_password("right");
    PasswordChecker checker;
    std::promise<bool> right;
    std::promise<bool> wrong;
    ASSERT_TRUE(checker.check("right", hash, [&](bool told) { right.set_value(told); }));
    ASSERT_TRUE(checker.check("wrong", hash, [&](bool told) { wrong.set_value(told); }));
    EXPECT_TRUE(right.get_future().get());
    EXPECT_FALSE(wrong.get_future().get());
}

}  // namespace
}  // namespace hearth::clerk
