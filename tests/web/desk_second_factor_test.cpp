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

/// A village whose handlers need more than a password.
class DeskSecondFactor : public DeskVisitor {
protected:
    DeskSecondFactor() {
        town_.site.offices[0].second_factor = {{"handler"}};
        town_.site.offices[0].open_box = [this](std::string_view sealed) { return box_.open(sealed); };
        town_.site.log = [this](const web::LogEntry& entry) {
            log_.push_back(entry.office + " " + entry.event + " " + entry.words);
        };
        raise();
    }

    void give_codes() { people_.set_totp({"aa11"}, base::base64(clerk::seal_to(box_.public_key(), k_secret))); }
    std::string sign_in_with_code() {
        const std::string page = sign_in();
        const std::string code = clerk::totp_code(k_secret, town_.site.clock->now().ms / 30'000);
        return send("/en/o/village/desk/sign-in", "token=" + token_on(page) + "&code=" + code);
    }
    [[nodiscard]] std::uint64_t acts() const { return town_.site.offices[0].store->size(); }

    static constexpr const char* k_secret = "12345678901234567890";
    clerk::BoxKey box_{clerk::Secret()};
    std::vector<std::string> log_;
};

}  // namespace

TEST_F(DeskSecondFactor, IsNeededToSeeAndToDoWhatThePostDoes) {
    EXPECT_EQ(status_in(sign_in()), 303) << "the password is right";
    EXPECT_THAT(see("/en/o/village/desk"),
                AllOf(HasSubstr("Not open in this session: Handler"), HasSubstr("no post open"), Not(HasSubstr("culvert"))));
    EXPECT_EQ(status_in(see("/en/o/village/desk/matter/1")), 404);
    const std::uint64_t before = acts();
    const std::string token = token_on(see("/en/o/village/desk"));
    EXPECT_EQ(status_in(send("/en/o/village/desk/matter/1", "token=" + token + "&act=accept&go=send")), 404);
    EXPECT_THAT(send("/en/o/village/desk/together", "token=" + token + "&do=request%2Faccept&m1=1"), Not(HasSubstr("Recorded")));
    EXPECT_EQ(acts(), before);
}

TEST_F(DeskSecondFactor, IsTheOneTimeCode) {
    give_codes();
    EXPECT_EQ(status_in(sign_in_with_code()), 303);
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("culvert"), Not(HasSubstr("Not open in this session"))));
    EXPECT_EQ(status_in(act("accept", "&go=send")), 200);
}

TEST_F(DeskSecondFactor, ClosesThatPostAloneAndSaysSoInTheLanguageOfThePage) {
    people_.give({{"aa11"}, {"reviewer"}, day_of("2026-01-01"), {}});
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("gaoyun · Reviewer<"), HasSubstr("Not open in this session: Handler.")));
    EXPECT_THAT(see("/zh/o/village/desk"), HasSubstr("本次登录没有打开的岗位"));
}

TEST_F(DeskSecondFactor, IsNotMadeByAPasswordAlone) {
    people_.give({{"aa11"}, {"reviewer"}, day_of("2026-01-01"), {}});
    town_.site.offices[0].origin = "hearth.test:8443/o/village";
    sign_in();
    const std::string token = token_on(see("/en/o/village/desk/account"));
    const std::string page =
        send("/en/o/village/desk/account/passkey", "token=" + token + "&name=telephone&now=" + std::string(k_password));
    EXPECT_EQ(status_in(page), 400);
    EXPECT_THAT(page, HasSubstr("sign in with your one-time code or a passkey first"));
    EXPECT_TRUE(people_.sign_in().passkeys({"aa11"}).empty());
}

TEST_F(DeskSecondFactor, OfSigningInTheLogTellsHowItWentAndOfNobody) {
    sign_in("gaoyun", "wrong");
    sign_in();
    give_codes();
    const std::string page = sign_in();
    send("/en/o/village/desk/sign-in", "token=" + token_on(page) + "&code=000000");
    sign_in_with_code();
    EXPECT_THAT(log_, testing::ElementsAre("village sign_in sign_in.wrong", "village sign_in opened.password",
                                           "village sign_in code.wrong", "village sign_in opened.code"));
}
