#include <gmock/gmock.h>

#include "base/bytes.hpp"
#include "store/sign_in_store.hpp"
#include "tests/support/authenticator.hpp"
#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// A desk at an address that has a name, and a device for passkeys.
class DeskPasskey : public DeskVisitor {
protected:
    DeskPasskey() { town_.site.offices[0].origin = "hearth.test/o/village"; }

    static std::string challenge_on(const std::string& page) {
        std::smatch found;
        if (!std::regex_search(page, found, std::regex("data-challenge=\"([^\"]*)\""))) return {};
        return base::from_base64url(found[1].str()).value();
    }
    static std::string field(const char* name, std::string_view bytes) {
        return std::string("&") + name + "=" + base::base64url(bytes);
    }

    /// The page with the challenge, once name and password were sent.
    std::string begin_adding(const std::string& password = k_password, const std::string& name = "telephone") {
        const std::string token = token_on(see("/en/o/village/desk/account"));
        return send("/en/o/village/desk/account/passkey", "token=" + token + "&name=" + name + "&now=" + password);
    }
    std::string finish_adding(const std::string& page, const Authenticator& device) {
        const std::string challenge = challenge_on(page);
        const auto made = device.make(challenge);
        return send("/en/o/village/desk/account/passkey/made",
                    "token=" + token_on(page) + "&name=telephone" + field("challenge", challenge) +
                        field("client_data", made.client_data) + field("attestation", made.attestation_object));
    }
    std::string add(const Authenticator& device) { return finish_adding(begin_adding(), device); }

    /// Signing in on this page, which a browser without a cookie was shown.
    std::string use_on(const std::string& page, const Authenticator& device, const std::string& holder = "aa11",
                       const std::string& more = {}) {
        const std::string challenge = challenge_on(page);
        const clerk::Assertion said = device.sign(challenge);
        return send("/en/o/village/desk/sign-in/passkey",
                    "x=" + field("challenge", challenge) + field("credential", device.credential) +
                        field("client_data", said.client_data) + field("authenticator_data", said.authenticator_data) +
                        field("signature", said.signature) + field("holder", holder) + more);
    }
    std::string use(const Authenticator& device, const std::string& holder = "aa11") {
        cookie_.clear();
        return use_on(see("/en/o/village/desk"), device, holder);
    }
    bool is_signed_in() { return see("/en/o/village/desk").find("Sign in to the desk") == std::string::npos; }
    record::Frame last_act() {
        record::Store& store = *town_.site.offices[0].store;
        return record::open_frame(store.entries(store.size() - 1, 1, false).at(0).frame).value();
    }

    Authenticator device_;
};

}  // namespace

TEST_F(DeskPasskey, IsAddedOnOnesOwnPageAndStandsOnTheRecord) {
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk/account"), HasSubstr("You have none yet"));
    const std::string page = begin_adding();
    EXPECT_THAT(page, HasSubstr("<script src=\"/script/passkey.js?"));
    EXPECT_THAT(page, AllOf(HasSubstr("data-rp=\"hearth.test\""), HasSubstr("Make the passkey")));
    EXPECT_EQ(status_in(finish_adding(page, device_)), 303);
    EXPECT_THAT(see("/en/o/village/desk/account"),
                AllOf(HasSubstr("telephone"), HasSubstr("Tuesday 24 November 2026"), HasSubstr("not yet")));
    const record::Frame act = last_act();
    EXPECT_EQ(act.act, "passkey_added");
    EXPECT_EQ(act.by.post.text, "handler");
    EXPECT_EQ(act.facts, (base::Json{{"account", "aa11"}})) << "no name, no passkey";
    EXPECT_THAT(see("/en/o/village/desk/account"), HasSubstr("A passkey was added"));
}

TEST_F(DeskPasskey, IsOneOfTenHoweverManyPagesForAddingWereOpen) {
    sign_in();
    std::vector<Authenticator> devices(11);
    std::vector<std::string> pages;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        devices[i].credential = "credential " + std::to_string(i);
        pages.push_back(begin_adding());
    }
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(status_in(finish_adding(pages[i], devices[i])), 303) << i;
    EXPECT_EQ(status_in(finish_adding(pages[10], devices[10])), 400);
    EXPECT_EQ(people_.sign_in().passkeys({"aa11"}).size(), 10U);
}

TEST_F(DeskPasskey, SignsInWithoutPasswordAndCode) {
    raise();
    sign_in();
    add(device_);
    people_.set_totp({"aa11"}, "sealed");
    device_.count = 1;
    EXPECT_EQ(status_in(use(device_)), 303);
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("culvert"));
    EXPECT_THAT(see("/en/o/village/desk/account"), Not(HasSubstr("not yet")));
}

TEST_F(DeskPasskey, OpensAPostThatAPasswordAloneDoesNot) {
    raise();
    sign_in();
    add(device_);
    town_.site.offices[0].second_factor = {{"handler"}};
    EXPECT_THAT(see("/en/o/village/desk"), Not(HasSubstr("culvert"))) << "the session of the password is not spared";
    device_.count = 1;
    EXPECT_EQ(status_in(use(device_)), 303);
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("culvert"));
}

TEST_F(DeskPasskey, SignsInThoughGuessesMadeTheLoginStandStill) {
    sign_in();
    add(device_);
    cookie_.clear();
    for (int i = 0; i < 6; ++i) sign_in("gaoyun", "wrong");
    EXPECT_THAT(sign_in(), HasSubstr("Too many wrong tries"));
    EXPECT_EQ(status_in(use(device_)), 303);
}

TEST_F(DeskPasskey, KeepsWhatWasTypedBeforeSigningIn) {
    raise();
    town_.act("accept", "handler");
    sign_in();
    add(device_);
    cookie_.clear();
    const std::string page = see("/en/o/village/desk");
    EXPECT_THAT(use_on(page, device_, "aa11",
                       "&then=%2Fo%2Fvillage%2Fdesk%2Fmatter%2F1&carried=act%3Dsupport%26go%3Dsend%26f.facts%3DHalfway%2Bwritten"),
                HasSubstr(">Halfway written</textarea>"));
}

TEST_F(DeskPasskey, OpensNothingTwiceForOneChallenge) {
    sign_in();
    add(device_);
    cookie_.clear();
    const std::string page = see("/en/o/village/desk");
    EXPECT_EQ(status_in(use_on(page, device_)), 303);
    cookie_.clear();
    const std::string again = use_on(page, device_);
    EXPECT_EQ(status_in(again), 403);
    EXPECT_THAT(again, HasSubstr("was sent twice"));
    EXPECT_FALSE(is_signed_in());
}

TEST_F(DeskPasskey, OpensNothingOnAPageThatStoodForTooLong) {
    sign_in();
    add(device_);
    cookie_.clear();
    const std::string page = see("/en/o/village/desk");
    town_.pass_days(1);
    EXPECT_THAT(use_on(page, device_), HasSubstr("more than five minutes"));
    EXPECT_FALSE(is_signed_in());
}

TEST_F(DeskPasskey, OpensNothingFromElsewhereOrUnverified) {
    sign_in();
    add(device_);
    device_.origin = "https://hearth.test.evil.test";
    EXPECT_THAT(use(device_), HasSubstr("opens nothing here"));
    EXPECT_FALSE(is_signed_in());
    device_.origin = "https://hearth.test";
    device_.verifies = false;
    EXPECT_THAT(use(device_), HasSubstr("did not ask for its PIN"));
    EXPECT_FALSE(is_signed_in());
}

TEST_F(DeskPasskey, OpensNothingWhenItsCounterWentBack) {
    sign_in();
    device_.count = 5;
    add(device_);
    device_.count = 6;
    EXPECT_EQ(status_in(use(device_)), 303);
    for (const std::uint32_t count : {6U, 5U, 0U}) {
        device_.count = count;
        EXPECT_THAT(use(device_), HasSubstr("may have copied it")) << count;
        EXPECT_FALSE(is_signed_in());
    }
    device_.count = 7;
    EXPECT_EQ(status_in(use(device_)), 303);
}

TEST_F(DeskPasskey, OpensNothingWhenUnknownRemovedOrOfAnotherAccount) {
    people_.add({{"bb22"}, "heping", "", false});
    EXPECT_THAT(use(device_), HasSubstr("opens nothing here"));
    sign_in();
    add(device_);
    EXPECT_THAT(use(device_, "bb22"), HasSubstr("opens nothing here"));
    EXPECT_THAT(use(device_, ""), HasSubstr("opens nothing here"));
    Authenticator other;  // under the id of hers
    EXPECT_THAT(use(other), HasSubstr("opens nothing here"));
    EXPECT_FALSE(is_signed_in());
    EXPECT_EQ(status_in(use(device_)), 303);
    const std::string token = token_on(see("/en/o/village/desk/account"));
    const std::string hers = "token=" + token + field("credential", device_.credential);
    EXPECT_EQ(status_in(send("/en/o/village/desk/account/passkey/remove", hers)), 303);
    EXPECT_EQ(last_act().act, "passkey_removed");
    EXPECT_THAT(use(device_), HasSubstr("opens nothing here"));
}

TEST_F(DeskPasskey, OfSomebodyElseIsNotRemoved) {
    people_.sign_in().add_passkey(store::SignInStore::Passkey{"hers", {"bb22"}, "key", -7, "bytes", 0, day_of("2026-11-01")});
    sign_in();
    const auto size = town_.site.offices[0].store->size();
    const std::string token = token_on(see("/en/o/village/desk/account"));
    send("/en/o/village/desk/account/passkey/remove", "token=" + token + field("credential", "hers"));
    EXPECT_TRUE(people_.sign_in().passkey("hers"));
    EXPECT_EQ(town_.site.offices[0].store->size(), size);
}

TEST_F(DeskPasskey, IsNotAddedWithoutThePasswordANameOrAChallengeOfThisSession) {
    sign_in();
    EXPECT_THAT(begin_adding("wrong"), AllOf(HasSubstr("is not right"), Not(HasSubstr("data-challenge"))));
    EXPECT_THAT(begin_adding(k_password, "+"), HasSubstr("Give it a name"));
    const std::string page = begin_adding();
    cookie_.clear();
    sign_in();
    const std::string forged = "name=\"token\" value=\"" + token_on(see("/en/o/village/desk/account")) + "\" data-challenge=\"" +
                               base::base64url(challenge_on(page)) + "\"";
    EXPECT_THAT(finish_adding(forged, device_), HasSubstr("more than five minutes")) << "drawn for the session before";
    EXPECT_TRUE(people_.sign_in().passkeys({"aa11"}).empty());
}

TEST_F(DeskPasskey, IsAddedOnceAndTenAtMost) {
    sign_in();
    EXPECT_EQ(status_in(add(device_)), 303);
    EXPECT_THAT(add(device_), HasSubstr("is here already"));
    for (int i = 1; i < 10; ++i)
        people_.sign_in().add_passkey(
            store::SignInStore::Passkey{std::to_string(i), {"aa11"}, "key", -7, "bytes", 0, day_of("2026-11-01")});
    EXPECT_THAT(begin_adding(), HasSubstr("Ten passkeys are enough"));
}

TEST_F(DeskPasskey, IsNotOfferedWhereTheOfficeHasAnAddressOfNumbers) {
    town_.site.offices[0].origin = "127.0.0.1:8080/o/village";
    EXPECT_THAT(see("/en/o/village/desk"), Not(HasSubstr("data-passkey")));
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk/account"),
                AllOf(HasSubstr("an address of numbers"), Not(HasSubstr("Your password</label>"))));
}
