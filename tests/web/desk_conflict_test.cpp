#include <gmock/gmock.h>

#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// Gao Yun handles matters; a test may give her a colleague.
class DeskConflict : public DeskVisitor {
protected:
    void give_a_colleague() {
        people_.add({{"bb22"}, "batu", clerk::hash_password("another long one"), false});
        people_.give({{"bb22"}, {"handler"}, day_of("2026-01-01"), {}});
    }
    std::string declare(const std::string& ground) { return act("declare_conflict", "&go=send&key=c1&ground=" + ground); }
};

}  // namespace

TEST_F(DeskConflict, IsAskedForAGroundAndToldWhatFollows) {
    raise();
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk/matter/1"), HasSubstr("I stand aside"));
    EXPECT_THAT(act("declare_conflict"),
                AllOf(HasSubstr("Nobody else of your office can lead it on"), HasSubstr("near relative of a party")));
    give_a_colleague();
    EXPECT_THAT(act("declare_conflict"), HasSubstr("Others of your office go on with it"));
    const std::string unsaid = declare("");
    EXPECT_EQ(status_in(unsaid), 400);
    EXPECT_THAT(unsaid, AllOf(HasSubstr("href=\"#ground\""), HasSubstr("Choose what it is")));
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 1u);
}

TEST_F(DeskConflict, ShowsNothingMoreToWhoStandsAside) {
    const std::string code = raise();
    give_a_colleague();
    sign_in();
    EXPECT_THAT(declare("near_relative"), AllOf(HasSubstr("You stand aside in this matter"), HasSubstr("Recorded.")));
    EXPECT_THAT(see("/en/o/village/desk/matter/1"),
                AllOf(HasSubstr("You stand aside"), HasSubstr("SL-2026-0001"), Not(HasSubstr("culvert"))));
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("You stand aside"), Not(HasSubstr("culvert"))));
    EXPECT_THAT(act("accept", "&go=send&key=k1&seen=2"), HasSubstr("You stand aside"));
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 2u);
    EXPECT_THAT(ask(post("/en/o/village/matter", k_form, "code=" + code)),
                AllOf(HasSubstr("stands aside (conflict of interest)"), Not(HasSubstr("near relative"))));
    sign_in("batu", "another long one");
    EXPECT_THAT(act("accept", "&go=send&key=k2&seen=2"), HasSubstr("Recorded."));
}

TEST_F(DeskConflict, SendsTheMatterUpWhereNobodyIsLeft) {
    const std::string code = raise();
    sign_in();
    EXPECT_THAT(declare("interested"), HasSubstr("It goes on with"));
    const auto matter = town_.site.offices[0].store->matter({1});
    ASSERT_TRUE(matter);
    EXPECT_EQ(matter->owner, base::OfficeId{"township"});
    EXPECT_THAT(ask(post("/en/o/village/matter", k_form, "code=" + code)), HasSubstr("ownship"));
}
