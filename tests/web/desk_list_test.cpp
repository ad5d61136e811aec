#include <gmock/gmock.h>

#include <thread>

#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

class DeskList : public DeskVisitor {
protected:
    void raise_one(const std::string& point) { town_.raise({{"points", base::Json::array({point})}}); }
    void raise_many(int count) {
        for (int i = 1; i <= count; ++i) raise_one("Lamp number " + std::to_string(i) + " is out");
    }
    std::string list(const std::string& query = {}) { return see("/en/o/village/desk" + query); }

    /// The index follows the record from a thread of the clerk.
    void wait_for_search() {
        record::Store& store = *town_.site.offices[0].store;
        for (int i = 0; i < 200 && store.search_mark() < store.size(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        ASSERT_EQ(store.search_mark(), store.size());
    }

    /// Sends the list with these matters ticked as they stood there.
    std::string together(const std::string& act, const std::string& ticks) {
        const std::string page = list();
        return send("/en/o/village/desk/together", "token=" + token_on(page) + "&key=k1&do=" + act + ticks);
    }
    std::size_t acts_in(std::int64_t number) { return town_.site.offices[0].store->entries_of({number}).size(); }
};

}  // namespace

TEST_F(DeskList, IsGivenInPages) {
    raise_many(40);
    sign_in();
    EXPECT_THAT(list(), AllOf(HasSubstr("40 matters"), HasSubstr("Page 1 of 2"), HasSubstr("SL-2026-0025"),
                              Not(HasSubstr("SL-2026-0026")), HasSubstr("40 new matters")));
    EXPECT_THAT(list("?page=1"), AllOf(HasSubstr("Page 2 of 2"), HasSubstr("SL-2026-0040"), Not(HasSubstr("SL-2026-0025"))));
    EXPECT_THAT(list("?page=99"), HasSubstr("Page 2 of 2"));
}

TEST_F(DeskList, FiltersByDayAndByWhatHappened) {
    raise_one("Mend the culvert");
    town_.act("accept", "handler");
    town_.pass_days(3);
    raise_one("A lamp by the school");
    const auto days_later = [&](int days, const std::string& query) {
        town_.pass_days(days);
        sign_in();
        return list(query);
    };
    EXPECT_THAT(days_later(0, "?since=new"), AllOf(HasSubstr("1 matter,"), HasSubstr("lamp"), Not(HasSubstr("culvert"))));
    EXPECT_THAT(list("?since=changed"), AllOf(HasSubstr("1 matter,"), HasSubstr("lamp"), HasSubstr("new</span>")));
    EXPECT_THAT(days_later(8, "?due=week"), HasSubstr("0 matters"));
    EXPECT_THAT(days_later(1, "?due=week"), AllOf(HasSubstr("1 matter,"), HasSubstr("lamp"))) << "fifteen days, the last in six";
    EXPECT_THAT(list("?due=today"), HasSubstr("0 matters"));
    EXPECT_THAT(days_later(6, "?due=today"), AllOf(HasSubstr("1 matter,"), HasSubstr("lamp"), HasSubstr("1 matter due today")));
}

TEST_F(DeskList, SaysWhatHappenedLast) {
    raise_one("Mend the culvert");
    town_.pass_days(3);
    town_.act("accept", "handler");
    sign_in();
    EXPECT_THAT(list(),
                AllOf(HasSubstr("1 matter in which something happened"), Not(HasSubstr(">new<")), HasSubstr(">Take up</td>")));
}

TEST_F(DeskList, FindsWordsOfMattersInChineseToo) {
    raise_one("Mend the culvert");
    raise_one("修好学校旁边的路灯");
    wait_for_search();
    sign_in();
    EXPECT_THAT(list("?q=%E8%B7%AF%E7%81%AF"), AllOf(HasSubstr("1 matter,"), HasSubstr("SL-2026-0002")));
    EXPECT_THAT(list("?q=CULVERT"), AllOf(HasSubstr("1 matter,"), HasSubstr("SL-2026-0001"), HasSubstr("value=\"CULVERT\"")));
    EXPECT_THAT(list("?q=bridge"), HasSubstr("0 matters"));
}

TEST_F(DeskList, FindsWordsOnlyForPostsThatMayReadThem) {
    raise_one("Mend the culvert");
    wait_for_search();
    people_.end({"aa11"}, {"handler"}, day_of("2026-06-30"));
    people_.give({{"aa11"}, {"hall_clerk"}, day_of("2026-01-01"), {}});
    sign_in();
    EXPECT_THAT(list("?q=culvert"), HasSubstr("0 matters"));
    EXPECT_THAT(list("?q=1"), HasSubstr("1 matter,"));
}

TEST_F(DeskList, TakesUpSeveralMattersAtOnceEachWithAnActOfItsOwn) {
    raise_many(3);
    sign_in();
    EXPECT_THAT(list(), AllOf(HasSubstr("name=\"m1\" value=\"1\""), HasSubstr("value=\"request/accept\"")));
    const std::string page = together("request/accept", "&m1=1&m3=1");
    EXPECT_THAT(page, AllOf(HasSubstr("Recorded in 2 matters"), HasSubstr("SL-2026-0001"), HasSubstr("Lamp number 3"),
                            Not(HasSubstr("SL-2026-0002"))));
    EXPECT_EQ(acts_in(1), 2u);
    EXPECT_EQ(acts_in(2), 1u);
    EXPECT_EQ(acts_in(3), 2u);
    EXPECT_THAT(together("request/accept", "&m1=1&m3=1"), HasSubstr("Not in 2 matters"));
    EXPECT_EQ(acts_in(1), 2u);
}

TEST_F(DeskList, SaysOfEachMatterByItselfWhyItWasNotDone) {
    raise_many(2);
    town_.act("accept", "handler");
    sign_in();
    const std::string page = together("request/accept", "&m1=1&m2=2&m9=1");
    EXPECT_THAT(page, AllOf(HasSubstr("Recorded in 1 matter"), HasSubstr("Not in 1 matter"), HasSubstr("in its present step")));
    EXPECT_EQ(acts_in(1), 2u);
}

TEST_F(DeskList, DoesNothingInAMatterThatMovedOnMeanwhile) {
    raise_many(1);
    sign_in();
    EXPECT_THAT(together("request/accept", "&m1=7"), HasSubstr("Not in 1 matter"));
    EXPECT_EQ(acts_in(1), 1u);
}

TEST_F(DeskList, DoesNothingTogetherThatGoesAgainstSomebody) {
    raise_many(2);
    sign_in();
    for (const char* act : {"request/announce", "request/not_accept", "request/decline", "mediation/accept", "accept", ""}) {
        EXPECT_THAT(together(act, "&m1=1&m2=1"), Not(HasSubstr(">recorded<"))) << act;
    }
    EXPECT_EQ(acts_in(1) + acts_in(2), 2u);
    EXPECT_THAT(together("request/accept", ""), AllOf(HasSubstr("Select matters in the list first."), HasSubstr("SL-2026-0002")));
}

TEST_F(DeskList, TellsWhereMailToSomebodyConcernedCameBackAndNotToWhom) {
    const TemporaryFolder folder;
    store::SubscriptionStore news(folder.path() / "people.db");
    town_.site.offices[0].subscriptions = &news;
    raise_one("Mend the culvert");
    raise_one("A lamp by the school");
    news.begin({"t1", {1}, {"p"}, "ana@mail.example", "en", {}, {}});
    sign_in();
    EXPECT_THAT(list(), Not(HasSubstr("mail came back")));
    EXPECT_THAT(see("/en/o/village/desk/matter/1"), Not(HasSubstr("could not be delivered")));
    news.note_bounce("t1", "no such mailbox (550)");
    const std::string page = list();
    const std::size_t at = page.find("mail came back");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(page.find("mail came back", at + 1), std::string::npos) << "in one row only";
    EXPECT_THAT(page, AllOf(Not(HasSubstr("ana@mail.example")), Not(HasSubstr("no such mailbox"))));
    EXPECT_THAT(see("/en/o/village/desk/matter/1"), AllOf(HasSubstr("could not be delivered"), Not(HasSubstr("ana@mail.example"))));
    EXPECT_THAT(see("/en/o/village/desk/matter/2"), Not(HasSubstr("could not be delivered")));
    news.begin({"t2", {1}, {"p"}, "ana@post.example", "en", {}, {}});
    EXPECT_THAT(see("/en/o/village/desk/matter/1"), Not(HasSubstr("could not be delivered"))) << "another address";
    EXPECT_THAT(list(), Not(HasSubstr("mail came back")));
    town_.site.offices[0].subscriptions = nullptr;
}
