#include "cli/housekeeping.hpp"

#include <gtest/gtest.h>

#include "store/people_store.hpp"
#include "store/sign_in_store.hpp"
#include "store/subscription_store.hpp"
#include "tests/cli/small_office.hpp"

namespace hearth::tests {
namespace {

constexpr std::int64_t k_day_ms = 86'400'000;

/// An office in which matter 1 has come to rest and matter 2 goes on.
class Housekeeping : public SmallOffice {
protected:
    Housekeeping() {
        submit(ask(clock_.now(), 1));
        auto answer = by_post("answer", "handler", "village", clock_.now());
        answer.fields = decision_fields();
        submit(std::move(answer));
        auto confirm = by_resident("confirm", 1, clock_.now());
        confirm.by.party = clerk_->matter({1})->party;
        submit(std::move(confirm));
        submit(ask(clock_.now(), 2));
    }
    void submit(office::Command command) {
        const auto outcome = clerk_->submit_and_wait(std::move(command));
        ASSERT_TRUE(outcome.answer()) << to_string(outcome.answer().error());
    }
    void keep_house_after(std::int64_t days) { cli::keep_house(paths_, store_, {clock_.now().ms + days * k_day_ms + 1}); }
};

TEST_F(Housekeeping, ForgetsWhoWantedNewsNinetyDaysAfterAMatterCameToRest) {
    store::SubscriptionStore news(paths_.people());
    for (const std::int64_t matter : {1, 2}) {
        const std::string number = std::to_string(matter);
        news.begin({"t" + number, {matter}, {"p"}, "ana@mail.example", "en", clock_.now(), {}});
        news.begin_feed({"digest " + number, {matter}, {"p"}, clock_.now()});
    }
    keep_house_after(89);
    EXPECT_EQ(news.of({1}).size(), 1U);
    keep_house_after(90);
    EXPECT_TRUE(news.of({1}).empty());
    EXPECT_FALSE(news.feed("digest 1"));
    keep_house_after(1000);
    EXPECT_EQ(news.of({2}).size(), 1U) << "it goes on, however long";
    EXPECT_TRUE(news.feed("digest 2"));
}

TEST_F(Housekeeping, ForgetsWhoReadAMatterAfterAYear) {
    store::PeopleStore people(paths_.people());
    people.note({clock_.now(), {2}, {"handler"}, {"aa11"}});
    keep_house_after(365);
    EXPECT_EQ(people.readings_of({2}).size(), 1U);
    keep_house_after(366);
    EXPECT_TRUE(people.readings_of({2}).empty());
}

TEST_F(Housekeeping, ForgetsAfterNinetyDaysHowSomebodysSigningInWasChanged) {
    store::PeopleStore people(paths_.people());
    people.add({{"aa11"}, "gaoyun", "none", false});
    people.sign_in().note_change({{"aa11"}, store::SignInStore::Change::What::password, clock_.now()});
    keep_house_after(89);
    EXPECT_EQ(people.sign_in().changes({"aa11"}, clock_.now()).size(), 1U);
    keep_house_after(90);
    EXPECT_TRUE(people.sign_in().changes({"aa11"}, clock_.now()).empty());
}

}  // namespace
}  // namespace hearth::tests
