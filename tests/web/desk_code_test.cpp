#include <gmock/gmock.h>

#include "base/bytes.hpp"
#include "clerk/keys.hpp"
#include "clerk/totp.hpp"
#include "store/sign_in_store.hpp"
#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// A clerk whose post asks for a one-time code too.
class DeskCode : public DeskVisitor {
protected:
    DeskCode() {
        town_.site.offices[0].open_box = [this](std::string_view sealed) { return box_.open(sealed); };
        people_.set_totp({"aa11"}, base::base64(clerk::seal_to(box_.public_key(), k_secret)));
    }

    [[nodiscard]] std::string code(std::int64_t off = 0) const {
        return clerk::totp_code(k_secret, town_.site.clock->now().ms / 30'000 + off);
    }
    /// The page that asked for the code, answered.
    std::string answer(const std::string& page, const std::string& typed, const std::string& more = {}) {
        return send("/en/o/village/desk/sign-in", "token=" + token_on(page) + "&code=" + typed + more);
    }

    static constexpr const char* k_secret = "12345678901234567890";
    clerk::BoxKey box_{clerk::Secret()};
};

}  // namespace

TEST_F(DeskCode, IsAskedForAfterThePasswordAndSignsInOnlyThen) {
    raise();
    const std::string asked = sign_in();
    EXPECT_EQ(status_in(asked), 200);
    EXPECT_THAT(asked, AllOf(HasSubstr("one-time code"), HasSubstr("autocomplete=\"one-time-code\"")));
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("Sign in to the desk"), Not(HasSubstr("culvert"))));
    const std::string again = sign_in();
    EXPECT_EQ(status_in(answer(again, code())), 303);
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("culvert"));
}

TEST_F(DeskCode, CountsOnceOnly) {
    EXPECT_EQ(status_in(answer(sign_in(), code())), 303);
    EXPECT_THAT(answer(sign_in(), code()), HasSubstr("it was used before"));
    EXPECT_THAT(answer(sign_in(), code(-1)), HasSubstr("it was used before")) << "overtaken by the one that was used";
    EXPECT_EQ(status_in(answer(sign_in(), code(1))), 303);
}

TEST_F(DeskCode, IsRefusedWhenWrongAndLeavesNobodySignedIn) {
    const std::string page = answer(sign_in(), "000000");
    EXPECT_EQ(status_in(page), 403);
    EXPECT_THAT(page, HasSubstr("This is not the code of now"));
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("Sign in to the desk"));
    EXPECT_EQ(status_in(answer(page, code().substr(0, 3) + "+" + code().substr(3))), 303) << "typed in two groups";
}

TEST_F(DeskCode, StandsStillAfterFiveWrongOnesThoughThePasswordIsRightEachTime) {
    for (int i = 0; i < 5; ++i) answer(sign_in(), "000000");
    EXPECT_THAT(sign_in(), HasSubstr("Too many wrong tries"));
}

TEST_F(DeskCode, IsOfNoUseWithoutThePasswordBefore) {
    EXPECT_THAT(answer("", code()), HasSubstr("Sign in to the desk"));
    const std::string page = sign_in();
    const std::string forged = send("/en/o/village/desk/sign-in", "token=other&code=" + code());
    EXPECT_THAT(forged, HasSubstr("Sign in to the desk"));
    town_.pass_days(1);
    EXPECT_THAT(answer(page, code()), HasSubstr("Sign in to the desk")) << "waited for too long";
}

TEST_F(DeskCode, IsOfNoUseWhenThePasswordWasRenewedMeanwhile) {
    const std::string page = sign_in();
    people_.sign_in().end_sessions({"aa11"});
    EXPECT_THAT(answer(page, code()), HasSubstr("Sign in to the desk"));
}

TEST_F(DeskCode, KeepsWhatWasTypedBeforeSigningIn) {
    raise();
    town_.act("accept", "handler");
    const std::string carried =
        "&then=%2Fo%2Fvillage%2Fdesk%2Fmatter%2F1&carried=act%3Dsupport%26go%3Dsend%26f.facts%3DHalfway%2Bwritten";
    const std::string asked = send("/en/o/village/desk/sign-in", std::string("login=gaoyun&password=") + k_password + carried);
    EXPECT_THAT(asked, HasSubstr("value=\"act=support&amp;go=send&amp;f.facts=Halfway+written\""));
    EXPECT_THAT(answer(asked, code(), carried), HasSubstr(">Halfway written</textarea>"));
}

TEST_F(DeskCode, LetsNobodyInWhenItsSecretCannotBeOpened) {
    people_.set_totp({"aa11"}, "rubbish");
    EXPECT_EQ(status_in(answer(sign_in(), code())), 403);
}
