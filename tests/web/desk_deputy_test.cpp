#include <gmock/gmock.h>

#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

class DeskDeputy : public DeskVisitor {
protected:
    DeskDeputy() { people_.add({{"bb22"}, "batu", clerk::hash_password("another long one"), false}); }
    std::string hand_over(const std::string& more) {
        const std::string token = token_on(see("/en/o/village/desk/deputy"));
        return send("/en/o/village/desk/deputy", "token=" + token + "&key=h1" + more);
    }
    record::Frame last_act() {
        record::Store& store = *town_.site.offices[0].store;
        return record::open_frame(store.entries(store.size() - 1, 1, true).at(0).frame).value();
    }
};

}  // namespace

TEST_F(DeskDeputy, HoldsThePostBesideHerFromDayToDayAndItStandsOnTheRecord) {
    raise();
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("Hand over to a colleague"));
    EXPECT_THAT(hand_over("&post=handler&deputy=batu&from=2026-12-07&until=2026-12-11"),
                AllOf(HasSubstr("Handed over."), HasSubstr("batu: Handler, from"), HasSubstr("11 December 2026")));
    const auto holdings = people_.holdings({"bb22"});
    ASSERT_EQ(holdings.size(), 1U);
    EXPECT_EQ(holdings[0].in_place_of, people::AccountId{"aa11"});
    EXPECT_EQ(holdings[0].until, day_of("2026-12-11"));
    const record::Frame act = last_act();
    EXPECT_EQ(act.act, "post_given");
    EXPECT_EQ(act.by.post, base::PostId{"handler"});
    EXPECT_EQ(act.facts.at("account"), "bb22");
    EXPECT_EQ(act.facts.at("in_place_of"), "aa11");
    hand_over("&post=handler&deputy=batu&from=2026-12-07&until=2026-12-11");
    EXPECT_EQ(people_.holdings({"bb22"}).size(), 1U) << "sent twice";
}

TEST_F(DeskDeputy, IsAColleagueForSomeDaysAndAPostOfOnesOwn) {
    sign_in();
    const std::string wrong = hand_over("&post=reviewer&deputy=nobody&from=2020-01-01&until=soon");
    EXPECT_EQ(status_in(wrong), 400);
    EXPECT_THAT(wrong, AllOf(HasSubstr("href=\"#post\""), HasSubstr("href=\"#deputy\""), HasSubstr("href=\"#from\""),
                             HasSubstr("href=\"#until\"")));
    const std::string early = hand_over("&post=handler&deputy=batu&from=2026-12-07&until=2026-12-06");
    EXPECT_THAT(early, AllOf(HasSubstr("The last day is the first one or later"), HasSubstr("value=\"2026-12-07\"")));
    EXPECT_TRUE(people_.holdings({"bb22"}).empty());
    people_.end({"aa11"}, {"handler"}, day_of("2026-06-30"));
    people_.give({{"aa11"}, {"handler"}, day_of("2026-07-01"), day_of("2026-12-31"), {"bb22"}});
    EXPECT_THAT(see("/en/o/village/desk/deputy"), HasSubstr("There is nobody here to whom you could hand over"));
}
