#include "store/people_store.hpp"

#include <gmock/gmock.h>

#include "store/sign_in_store.hpp"
#include "store/sqlite.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::store {
namespace {

base::CivilDate day(const char* text) { return base::parse_date(text).value(); }

class People : public testing::Test {
protected:
    tests::TemporaryFolder folder;
    std::optional<PeopleStore> store{folder.path() / "people.db"};
    const PeopleStore::Account gao{{"aa11"}, "gaoyun", "secret", true};

    void reopen() {
        store.reset();
        store.emplace(folder.path() / "people.db");
    }
};

TEST_F(People, KeepAccountsAndRefuseALoginThatIsTaken) {
    EXPECT_TRUE(store->add(gao));
    EXPECT_FALSE(store->add({{"bb22"}, "gaoyun", "other", false}));
    reopen();
    const auto found = store->account_of("gaoyun");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id.text, "aa11");
    EXPECT_TRUE(found->must_change);
    EXPECT_FALSE(store->account_of("nobody"));
}

TEST_F(People, KeepPasskeysByTheirBytes) {
    store->add(gao);
    const std::string id("\0\xff an id", 7);
    EXPECT_TRUE(store->sign_in().add_passkey({id, gao.id, "telephone", -7, std::string(64, '\0'), 3, day("2026-11-24")}));
    EXPECT_FALSE(store->sign_in().add_passkey({id, {"bb22"}, "taken", -7, "", 0, day("2026-11-24")}));
    reopen();
    const auto found = store->sign_in().passkey(id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->account, gao.id);
    EXPECT_EQ(found->key, std::string(64, '\0'));
    EXPECT_EQ(found->count, 3U);
    EXPECT_FALSE(found->used);
    EXPECT_EQ(store->sign_in().passkeys(gao.id).size(), 1U);
    EXPECT_FALSE(store->sign_in().remove_passkey({"bb22"}, id));
    EXPECT_TRUE(store->sign_in().remove_passkey(gao.id, id));
    EXPECT_FALSE(store->sign_in().passkey(id));
}

TEST_F(People, KeepOneIdentityEachAndGiveItToNobodyElse) {
    store->add(gao);
    store->add({{"bb22"}, "heping", "", false});
    EXPECT_TRUE(store->sign_in().link({gao.id, "digest", day("2026-11-24")}));
    EXPECT_FALSE(store->sign_in().link({{"bb22"}, "digest", day("2026-11-24")}));
    reopen();
    EXPECT_EQ(store->sign_in().account_linked("digest"), gao.id);
    EXPECT_EQ(store->sign_in().identity(gao.id)->linked, day("2026-11-24"));
    EXPECT_FALSE(store->sign_in().identity({"bb22"}));
    EXPECT_TRUE(store->sign_in().link({gao.id, "another", day("2026-11-25")})) << "in its place";
    EXPECT_FALSE(store->sign_in().account_linked("digest"));
    EXPECT_TRUE(store->sign_in().unlink(gao.id));
    EXPECT_FALSE(store->sign_in().unlink(gao.id));
}

TEST_F(People, KnowForNinetyDaysHowTheirSigningInWasChanged) {
    using Change = SignInStore::Change;
    constexpr std::int64_t k_day = 86'400'000;
    store->add(gao);
    store->add({{"bb22"}, "heping", "", false});
    store->sign_in().note_change({gao.id, Change::What::password, {k_day}});
    store->sign_in().note_change({gao.id, Change::What::passkey_added, {2 * k_day}});
    reopen();
    const auto both = store->sign_in().changes(gao.id, {2 * k_day});
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].what, Change::What::passkey_added) << "the latest first";
    EXPECT_EQ(both[1].at, base::Instant{k_day});
    EXPECT_TRUE(store->sign_in().changes({"bb22"}, {2 * k_day}).empty());
    EXPECT_EQ(store->sign_in().changes(gao.id, {91 * k_day}).size(), 1U);
    store->sign_in().forget_old_changes({91 * k_day});
    EXPECT_EQ(store->sign_in().changes(gao.id, {2 * k_day}).size(), 1U) << "the first one is gone, not hidden only";
}

TEST_F(People, TakeAUseOfAPasskeyOnlyWhenItsCounterGoesUp) {
    store->add(gao);
    store->sign_in().add_passkey({"counts", gao.id, "a", -7, "", 0, day("2026-11-24")});
    EXPECT_TRUE(store->sign_in().take_passkey_use("counts", 0, day("2026-11-24"))) << "does not count yet";
    EXPECT_TRUE(store->sign_in().take_passkey_use("counts", 4'000'000'000, day("2026-11-25")));
    EXPECT_EQ(store->sign_in().passkey("counts")->used, day("2026-11-25"));
    EXPECT_FALSE(store->sign_in().take_passkey_use("counts", 4'000'000'000, day("2026-11-26")));
    EXPECT_FALSE(store->sign_in().take_passkey_use("counts", 0, day("2026-11-26")));
    EXPECT_EQ(store->sign_in().passkey("counts")->used, day("2026-11-25"));
    EXPECT_FALSE(store->sign_in().take_passkey_use("unknown", 1, day("2026-11-26")));
}

TEST_F(People, CountHowOftenAllSessionsOfAnAccountWereEnded) {
    EXPECT_EQ(store->sign_in().session_round(gao.id), 0);
    store->sign_in().end_sessions(gao.id);
    store->sign_in().end_sessions(gao.id);
    reopen();
    EXPECT_EQ(store->sign_in().session_round(gao.id), 2);
    EXPECT_EQ(store->sign_in().session_round({"bb22"}), 0);
}

TEST_F(People, TellWithOneQuestionWhatEveryRequestOfASessionNeeds) {
    store->add(gao);
    EXPECT_EQ(store->standing(gao.id).session_round, 0);
    EXPECT_TRUE(store->standing(gao.id).holdings.empty());
    store->sign_in().end_sessions(gao.id);
    EXPECT_EQ(store->standing(gao.id).session_round, 1) << "also of one who holds nothing";
    store->give({gao.id, {"handler"}, day("2026-11-01"), {}});
    store->give({gao.id, {"reviewer"}, day("2026-11-01"), day("2026-12-01"), {"bb22"}});
    EXPECT_EQ(store->standing(gao.id).session_round, 1);
    EXPECT_EQ(store->standing(gao.id).holdings, store->holdings(gao.id));
}

TEST_F(People, TellWhoHoldsWhatAndWhetherMoreThanAPasswordOpensIt) {
    store->add(gao);
    store->add({{"bb22"}, "batu", "", false});
    store->give({gao.id, {"handler"}, day("2026-11-01"), day("2026-11-30")});
    store->give({{"bb22"}, {"reviewer"}, day("2026-12-01"), {}});
    store->sign_in().add_passkey({"key", {"bb22"}, "a", -7, "", 0, day("2026-11-24")});
    const auto held = store->held_from(day("2026-11-30"));
    ASSERT_EQ(held.size(), 2U);
    EXPECT_EQ(held[0].login, "batu");
    EXPECT_TRUE(held[0].second_factor);
    EXPECT_EQ(held[0].holding, (people::Holding{{"bb22"}, {"reviewer"}, day("2026-12-01"), {}}));
    EXPECT_FALSE(held[1].second_factor);
    EXPECT_EQ(store->held_from(day("2026-12-01")).size(), 1U);
    store->set_totp(gao.id, "sealed");
    EXPECT_TRUE(store->held_from(day("2026-11-30"))[1].second_factor);
}

TEST_F(People, ChangeASecret) {
    store->add(gao);
    store->set_secret(gao.id, "own", false);
    EXPECT_EQ(store->account(gao.id)->secret, "own");
    EXPECT_FALSE(store->account(gao.id)->must_change);
}

TEST_F(People, GiveAndEndPosts) {
    store->add(gao);
    const people::Holding holding{gao.id, {"handler"}, day("2026-11-01"), {}};
    store->give(holding);
    EXPECT_THAT(store->holdings(gao.id), testing::ElementsAre(holding));
    EXPECT_EQ(store->end(gao.id, {"handler"}, day("2026-12-31")), 1);
    EXPECT_EQ(store->end(gao.id, {"handler"}, day("2027-12-31")), 0);  // it ends no later than it did
    reopen();
    EXPECT_EQ(store->holdings(gao.id).front().until, day("2026-12-31"));
}

TEST_F(People, KeepInWhosePlaceAPostIsHeld) {
    store->add(gao);
    store->add({{"bb22"}, "batu", "secret", false});
    const people::Holding deputy{{"bb22"}, {"handler"}, day("2026-11-01"), day("2026-11-30"), gao.id};
    store->give(deputy);
    reopen();
    EXPECT_THAT(store->holdings({"bb22"}), testing::ElementsAre(deputy));
}

TEST_F(People, TakeTheCodeOfATimeStepOnce) {
    store->add(gao);
    EXPECT_EQ(store->account(gao.id)->totp, "");
    store->set_totp(gao.id, "sealed");
    EXPECT_TRUE(store->take_totp_step(gao.id, 100));
    reopen();
    EXPECT_EQ(store->account_of("gaoyun")->totp, "sealed");
    EXPECT_FALSE(store->take_totp_step(gao.id, 100));
    EXPECT_FALSE(store->take_totp_step(gao.id, 99)) << "a code that was overtaken";
    EXPECT_TRUE(store->take_totp_step(gao.id, 101));
    store->set_totp(gao.id, "renewed");
    EXPECT_TRUE(store->take_totp_step(gao.id, 100));
}

TEST_F(People, OpenAFileOfBeforeDeputiesAndOneTimeCodes) {
    store.reset();
    const auto file = folder.path() / "old.db";
    {
        Connection old(file, Connection::Mode::read_write);
        old.execute(
            "CREATE TABLE account (id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, secret TEXT NOT NULL, must_change INTEGER NOT "
            "NULL) STRICT; CREATE TABLE holding (account TEXT NOT NULL REFERENCES account, post TEXT NOT NULL, from_day TEXT NOT "
            "NULL, until_day TEXT) STRICT; INSERT INTO account VALUES ('aa11', 'gaoyun', 'secret', 0); "
            "INSERT INTO holding VALUES ('aa11', 'handler', '2026-11-01', NULL)");
    }
    store.emplace(file);
    EXPECT_EQ(store->account_of("gaoyun")->totp, "");
    EXPECT_EQ(store->holdings({"aa11"}).at(0).in_place_of, people::AccountId{});
}

TEST_F(People, TellOfOneMatterWhoReadItAndForgetAfterAWhile) {
    store->note({{1'000}, {7}, {"handler"}, gao.id});
    store->note({{2'000}, {8}, {"handler"}, gao.id});
    store->note({{3'000}, {7}, {"reviewer"}, gao.id});
    EXPECT_EQ(store->readings_noted(), 3u);
    ASSERT_EQ(store->readings_of({7}).size(), 2u);
    EXPECT_EQ(store->readings_of({7}).front().post.text, "reviewer");
    store->forget_readings_before({3'000});
    EXPECT_EQ(store->readings_of({7}).size(), 1u);
    EXPECT_TRUE(store->readings_of({8}).empty());
}

}  // namespace
}  // namespace hearth::store
