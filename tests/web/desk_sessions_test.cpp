#include <gmock/gmock.h>

#include "store/sign_in_store.hpp"
#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_account = "/en/o/village/desk/account";

/// A clerk with a browser at the office and one on her telephone.
class DeskSessions : public DeskVisitor {
protected:
    /// Does something with the other browser.
    template <class F>
    auto on_the_telephone(F what) {
        std::swap(cookie_, telephone_);
        auto answer = what();
        std::swap(cookie_, telephone_);
        return answer;
    }
    bool is_signed_in() { return see("/en/o/village/desk").find("Sign in to the desk") == std::string::npos; }

    std::string telephone_;
};

}  // namespace

TEST_F(DeskSessions, AreShownToTheirOwnerAndEndedByHer) {
    sign_in();
    EXPECT_THAT(see(k_account), AllOf(HasSubstr("this browser"), Not(HasSubstr("End it<span"))));
    on_the_telephone([&] { return sign_in(); });
    const std::string page = see(k_account);
    EXPECT_THAT(page, HasSubstr("End it<span"));
    std::smatch session;
    ASSERT_TRUE(std::regex_search(page, session, std::regex("name=\"session\" value=\"([^\"]*)\"")));
    EXPECT_THAT(cookie_ + telephone_, Not(HasSubstr(session[1].str()))) << "what ends it must not open it";
    EXPECT_EQ(status_in(send(std::string(k_account) + "/session/end", "token=" + token_on(page) + "&session=" + session[1].str())),
              303);
    EXPECT_TRUE(is_signed_in());
    EXPECT_FALSE(on_the_telephone([&] { return is_signed_in(); }));
}

TEST_F(DeskSessions, AreNotEndedBySomebodyElse) {
    people_.add({{"bb22"}, "heping", clerk::hash_password("three willows by the ditch"), false});
    people_.give({{"bb22"}, {"handler"}, day_of("2026-01-01"), {}});
    sign_in();
    on_the_telephone([&] { return sign_in("heping"); });
    sign_in();  // anew, so that hers is listed twice over time and heping's never
    const std::string page = see(k_account);
    EXPECT_THAT(page, Not(HasSubstr("name=\"session\"")));
}

TEST_F(DeskSessions, AreAllOverOnceTheOperatorRenewedWhatTheySignedInWith) {
    sign_in();
    on_the_telephone([&] { return sign_in(); });
    people_.sign_in().end_sessions({"aa11"});  // as `hearth staff` does, from another process
    EXPECT_FALSE(is_signed_in());
    EXPECT_FALSE(on_the_telephone([&] { return is_signed_in(); }));
    sign_in();
    EXPECT_TRUE(is_signed_in());
}

// Whoever changed it: she herself in this session knows, and is told in the next one.
TEST_F(DeskSessions, OfAnotherDayTellHowSigningInWasChanged) {
    const auto change = [&](const std::string& now, const std::string& next) {
        const std::string token = "token=" + token_on(see("/en/o/village/desk/password"));
        return status_in(send("/en/o/village/desk/password", token + "&now=" + now + "&new=" + next + "&again=" + next));
    };
    sign_in();
    EXPECT_THAT(see(k_account), HasSubstr("Nothing was changed in the last ninety days."));
    ASSERT_EQ(change(k_password, "seven+grey+mice"), 303);
    EXPECT_THAT(see("/en/o/village/desk"), Not(HasSubstr("Your password is another one")));
    EXPECT_THAT(see(k_account), HasSubstr("Your password is another one<small>Tuesday 24 November 2026, 9:12</small>"));
    town_.pass_days(6);
    sign_in("gaoyun", "seven+grey+mice");
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("Changes to how you sign in"), HasSubstr("Your password is another one"),
                                                 HasSubstr("Was it not you?")));
    EXPECT_THAT(see("/zh/o/village/desk"), HasSubstr("换了密码"));
    town_.pass_days(1);
    sign_in("gaoyun", "seven+grey+mice");
    EXPECT_THAT(see("/en/o/village/desk"), Not(HasSubstr("Changes to how you sign in"))) << "a week later";
    EXPECT_THAT(see(k_account), HasSubstr("Your password is another one"));
}

TEST_F(DeskSessions, TellEveryKindOfChangeToItsOwnerAndNobodyElse) {
    using Change = store::SignInStore::Change;
    people_.add({{"bb22"}, "heping", clerk::hash_password("three willows by the ditch"), false});
    people_.give({{"bb22"}, {"handler"}, day_of("2026-01-01"), {}});
    const base::Instant before = base::parse_rfc3339("2026-11-23T01:00:00.000Z").value();
    for (int what = 0; what <= static_cast<int>(Change::What::recovered); ++what)
        people_.sign_in().note_change({{"aa11"}, static_cast<Change::What>(what), before});
    sign_in();
    const std::vector<std::string> kinds = {"Your password is another one",
                                            "A passkey was added",
                                            "A passkey was removed",
                                            "Your one-time codes come from another secret",
                                            "Signing in elsewhere was allowed",
                                            "Signing in elsewhere was ended",
                                            "Your account was given back to you by two people"};
    const std::string desk = see("/en/o/village/desk");
    for (const std::string& words : kinds) EXPECT_THAT(desk, HasSubstr(words));
    on_the_telephone([&] { return sign_in("heping"); });
    const std::string hers = on_the_telephone([&] { return see("/en/o/village/desk") + see(k_account); });
    for (const std::string& words : kinds) EXPECT_THAT(hers, Not(HasSubstr(words)));
}
