#include "store/people_store.hpp"

#include <gmock/gmock.h>

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
