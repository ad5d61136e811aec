#include "cli/staff.hpp"

#include <gmock/gmock.h>

#include <CLI/CLI.hpp>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "clerk/keys.hpp"
#include "clerk/openid/id_token.hpp"
#include "clerk/passwords.hpp"
#include "clerk/totp.hpp"
#include "cli/commands.hpp"
#include "store/people_store.hpp"
#include "store/sign_in_store.hpp"
#include "tests/support/founded_village.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

using Change = store::SignInStore::Change;

class Staff : public testing::Test {
protected:
    Staff() {
        tests::found_village(paths_);
        run("give", {"gaoyun", "--post", "handler", "--from", "2026-01-01"});
    }

    /// What `hearth staff` prints. Throws what it throws.
    std::string run(const std::string& what, std::vector<std::string> more) {
        CLI::App app;
        int exit_code = 0;
        add_staff(app, exit_code);
        std::vector<std::string> words(more.rbegin(), more.rend());
        for (const std::string& word : {paths_.root.string(), what, std::string("staff")}) words.push_back(word);
        testing::internal::CaptureStdout();
        try {
            app.parse(words);
        } catch (...) {
            testing::internal::GetCapturedStdout();
            throw;
        }
        return testing::internal::GetCapturedStdout();
    }
    [[nodiscard]] record::Frame last_act() const {
        const auto store = open_store(paths_);
        return record::open_frame(store->entries(store->size() - 1, 1, false).at(0).frame).value();
    }

    /// What gaoyun is told of how she signs in, the latest first.
    [[nodiscard]] std::vector<Change::What> changes() const {
        store::PeopleStore kept(paths_.people());
        std::vector<Change::What> kinds;
        for (const Change& change : kept.sign_in().changes(kept.account_of("gaoyun")->id, clerk::SystemClock().now()))
            kinds.push_back(change.what);
        return kinds;
    }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
};

TEST_F(Staff, SayWhatTheHolderOfAGuardedPostStillLacks) {
    OfficeConfig config = read_office_config(paths_.config());
    config.second_factor = {{"reviewer"}};
    write_office_config(paths_.config(), config);
    EXPECT_THAT(run("give", {"gaoyun", "--post", "agent_on_behalf"}), testing::Not(HasSubstr("A password alone")));
    EXPECT_THAT(run("give", {"gaoyun", "--post", "reviewer"}), HasSubstr("A password alone does not open this post"));
    run("totp", {"gaoyun"});
    EXPECT_THAT(run("give", {"gaoyun", "--post", "reviewer"}), testing::Not(HasSubstr("A password alone")));
}

TEST_F(Staff, GiveOneTimeCodesWhoseSecretIsShownOnceAndLiesSealed) {
    const std::string shown = run("totp", {"gaoyun"});
    EXPECT_THAT(shown, AllOf(HasSubstr("otpauth://totp/village:gaoyun?secret="), HasSubstr("\u2588")));
    store::PeopleStore kept(paths_.people());
    const auto account = kept.account_of("gaoyun");
    ASSERT_TRUE(account);
    const clerk::BoxKey box(clerk::read_key_file(paths_.box_key(), clerk::k_box_kind));
    const auto secret = box.open(base::from_base64(account->totp).value());
    ASSERT_TRUE(secret);
    EXPECT_THAT(shown, HasSubstr(clerk::totp_uri(*secret, "village", "gaoyun")));
    EXPECT_EQ(last_act().act, "second_factor_renewed");
    EXPECT_EQ(last_act().facts, (base::Json{{"account", account->id.text}})) << "never the secret";
    EXPECT_THAT(run("list", {}), HasSubstr("gaoyun, with one-time codes"));
    run("totp", {"gaoyun"});
    EXPECT_NE(kept.account_of("gaoyun")->totp, account->totp);
    EXPECT_EQ(kept.sign_in().session_round(account->id), 2) << "sessions of before are over";
    EXPECT_EQ(changes(), (std::vector{Change::What::one_time_codes, Change::What::one_time_codes}));
}

TEST_F(Staff, RemoveThePasskeyOfALostDeviceAndPutItOnTheRecord) {
    store::PeopleStore kept(paths_.people());
    const auto account = kept.account_of("gaoyun");
    for (const char* name : {"telephone", "key", "laptop"})
        kept.sign_in().add_passkey({name, account->id, name, -7, "bytes", 0, base::parse_date("2026-11-01").value()});
    EXPECT_THAT(run("list", {}), HasSubstr("gaoyun, passkeys: 3"));
    EXPECT_THAT(run("passkeys", {"gaoyun"}), HasSubstr("2  key, added 2026-11-01, never used"));
    EXPECT_THAT(run("passkeys", {"gaoyun", "--remove", "2"}), HasSubstr("The passkey key of gaoyun opens nothing any more"));
    EXPECT_FALSE(kept.sign_in().passkey("key"));
    EXPECT_EQ(last_act().act, "passkey_removed");
    EXPECT_EQ(last_act().facts, (base::Json{{"account", account->id.text}}));
    for (const char* which : {"0", "3", "key", "1x"})
        EXPECT_THROW(run("passkeys", {"gaoyun", "--remove", which}), base::Fault) << which;
    run("passkeys", {"gaoyun", "--remove", "all"});
    EXPECT_TRUE(kept.sign_in().passkeys(account->id).empty());
    EXPECT_EQ(run("passkeys", {"gaoyun"}), "gaoyun has no passkey.\n");
    EXPECT_EQ(changes(),
              (std::vector{Change::What::passkey_removed, Change::What::passkey_removed, Change::What::passkey_removed}));
}

TEST_F(Staff, LinkALoginToAProviderAndPutItOnTheRecord) {
    EXPECT_THROW(run("link", {"gaoyun", "gao 7"}), base::Fault) << "office.yaml names none";
    OfficeConfig config = read_office_config(paths_.config());
    config.openid = {"https://id.example", "village", "openid.secret", {{"en", "County sign-in"}}};
    write_office_config(paths_.config(), config);
    run("link", {"gaoyun", "gao 7"});
    store::PeopleStore kept(paths_.people());
    const auto account = kept.account_of("gaoyun");
    EXPECT_EQ(kept.sign_in().account_linked(clerk::openid::identity_of("https://id.example", "gao 7")), account->id);
    EXPECT_EQ(last_act().act, "identity_linked");
    EXPECT_EQ(last_act().facts, (base::Json{{"account", account->id.text}})) << "never who she is there";
    EXPECT_THAT(run("list", {}), HasSubstr("gaoyun, linked to a provider"));
    run("give", {"heping", "--post", "handler", "--from", "2026-01-01"});
    EXPECT_THROW(run("link", {"heping", "gao 7"}), base::Fault) << "somebody else";
    EXPECT_THROW(run("unlink", {"heping"}), base::Fault);
    run("unlink", {"gaoyun"});
    EXPECT_EQ(last_act().act, "identity_unlinked");
    EXPECT_FALSE(kept.sign_in().identity(account->id));
    EXPECT_EQ(kept.sign_in().session_round(account->id), 1) << "sessions of before are over";
    EXPECT_EQ(changes(), (std::vector{Change::What::identity_unlinked, Change::What::identity_linked}));
}

TEST_F(Staff, PutOnTheRecordThatAPasswordWasRenewed) {
    const std::string shown = run("password", {"gaoyun"});
    store::PeopleStore kept(paths_.people());
    const auto account = kept.account_of("gaoyun");
    EXPECT_TRUE(account->must_change);
    EXPECT_EQ(last_act().act, "password_renewed");
    EXPECT_EQ(last_act().facts, (base::Json{{"account", account->id.text}}));
    const std::string password = shown.substr(shown.rfind(": ") + 2);
    EXPECT_TRUE(clerk::is_password(password.substr(0, password.size() - 1), account->secret));
    EXPECT_EQ(changes(), (std::vector{Change::What::password}));
}

TEST_F(Staff, GiveAnAccountBackByTheOperatorAloneOnlyWhereNobodyElseHoldsAPost) {
    EXPECT_THROW(run("recover", {"gaoyun"}), base::Fault);
    run("give", {"heping", "--post", "handler", "--from", "2026-01-01"});
    EXPECT_THROW(run("password", {"gaoyun"}), base::Fault);
    EXPECT_THAT(run("recover", {"gaoyun"}), HasSubstr("somebody else who holds a post confirms"));
    store::PeopleStore kept(paths_.people());
    const auto open = kept.sign_in().recoveries(clerk::SystemClock().now());
    ASSERT_EQ(open.size(), 1U);
    EXPECT_TRUE(open[0].begun_by.empty());
    EXPECT_EQ(last_act().act, "recovery_begun");
    EXPECT_EQ(last_act().facts, (base::Json{{"account", open[0].account.text}}));
}

TEST_F(Staff, GiveAPostToADeputyForAWhile) {
    run("give", {"batu", "--post", "handler", "--in-place-of", "gaoyun", "--from", "2026-11-01", "--until", "2026-11-30"});
    store::PeopleStore kept(paths_.people());
    const auto away = kept.account_of("gaoyun");
    const auto deputy = kept.account_of("batu");
    ASSERT_TRUE(deputy);
    const record::Frame act = last_act();
    EXPECT_EQ(act.act, "post_given");
    EXPECT_EQ(act.facts.at("account"), deputy->id.text);
    EXPECT_EQ(act.facts.at("in_place_of"), away->id.text);
    EXPECT_EQ(act.facts.at("until"), "2026-11-30");
    EXPECT_EQ(kept.holdings(deputy->id).at(0).in_place_of, away->id);
    EXPECT_THAT(run("list", {}), HasSubstr("handler from 2026-11-01 until 2026-11-30, in the place of gaoyun"));
}

TEST_F(Staff, GiveNoDeputyWithoutALastDayOrForOneWhoDoesNotHoldThePost) {
    const std::vector<std::vector<std::string>> refused = {
        {"batu", "--post", "handler", "--in-place-of", "gaoyun"},
        {"batu", "--post", "unit_head", "--in-place-of", "gaoyun", "--until", "2026-12-31"},
        {"batu", "--post", "handler", "--in-place-of", "gaoyun", "--from", "2025-01-01", "--until", "2026-12-31"},
        {"batu", "--post", "handler", "--in-place-of", "nobody", "--until", "2026-12-31"},
        {"gaoyun", "--post", "handler", "--in-place-of", "gaoyun", "--until", "2026-12-31"}};
    const auto size = open_store(paths_)->size();
    for (const auto& words : refused) EXPECT_THROW(run("give", words), base::Fault) << testing::PrintToString(words);
    EXPECT_EQ(open_store(paths_)->size(), size);
    EXPECT_FALSE(store::PeopleStore(paths_.people()).account_of("batu"));
}

}  // namespace
}  // namespace hearth::cli
