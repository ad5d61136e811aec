#include <gtest/gtest.h>

#include "office/office.hpp"
#include "tests/support/small_rules.hpp"

namespace hearth::office {
namespace {

using tests::ask;
using tests::at;

class Expiring : public ::testing::Test {
protected:
    void open(int serial, base::Instant when) {
        const auto acts = decide(office_, {}, ask(when, serial), when);
        ASSERT_TRUE(acts);
        apply(office_, acts->front().frame);
    }
    record::Frame expire_first(base::Instant now) {
        const auto ids = office_.expired(now, 1);
        EXPECT_EQ(ids.size(), 1U);
        const auto act = expire(office_, *office_.find(ids.front()), {"clock"}, now);
        EXPECT_TRUE(act);
        apply(office_, act->frame);
        return act->frame;
    }

    Office office_{tests::village(), tests::small_rules()};
    base::Instant monday_ = at("2026-03-02", 9);
};

TEST_F(Expiring, TheLastDayEndsAtMidnight) {
    open(1, monday_);
    EXPECT_TRUE(office_.expired({at("2026-03-17", 0).ms - 1}, 10).empty());
    EXPECT_EQ(office_.expired(at("2026-03-17", 0), 10).size(), 1U);
    EXPECT_EQ(office_.next_due(), at("2026-03-17", 0));
}

TEST_F(Expiring, ASilentOfficeLosesTheMatterToTheOneAbove) {
    open(1, monday_);
    const record::Frame f = expire_first(at("2026-03-17", 0));
    EXPECT_EQ(f.from, "received");
    EXPECT_EQ(f.to, "late");
    EXPECT_EQ(f.owner.text, "township");
    EXPECT_EQ(f.facts["time_missed"], true);
    EXPECT_EQ(office_.find({1})->due->last_day, "2026-03-24");
    const auto notices = notices_of(office_, f, 5);
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].notice, "overdue");
    EXPECT_EQ(notices[0].to, "resident");
}

TEST_F(Expiring, TheNextClockCountsFromWhereTheFirstEndedAlsoAfterASleep) {
    open(1, monday_);
    const base::Instant woke = at("2026-06-01", 12);
    expire_first(woke);
    EXPECT_EQ(office_.find({1})->due->last_day, "2026-03-24");
    const record::Frame last = expire_first(woke);
    EXPECT_EQ(last.to, "late");
    EXPECT_TRUE(office_.find({1})->overdue);
}

TEST_F(Expiring, TheLastStopStaysWithItsOwnerShownAsOverdueAndFiresOnce) {
    open(1, monday_);
    expire_first(at("2026-03-17", 0));
    expire_first(at("2026-03-25", 0));
    EXPECT_EQ(office_.find({1})->owner.text, "township");
    EXPECT_TRUE(office_.expired(at("2030-01-01", 0), 10).empty());
}

TEST_F(Expiring, BeyondTheHighestOfficeComesWhoStandsOutside) {
    OfficeProfile top;
    top.id = {"region"};
    Office region(top, tests::small_rules());
    Command c = ask(monday_, 1);
    c.office = top.id;
    const auto acts = decide(region, {}, c, monday_);
    ASSERT_TRUE(acts);
    apply(region, acts->front().frame);
    const auto act = expire(region, *region.find({1}), {"clock"}, at("2026-03-17", 0));
    ASSERT_TRUE(act);
    EXPECT_EQ(act->frame.owner.text, "supervision");
}

TEST_F(Expiring, BeforeItsTimeNothingExpires) {
    open(1, monday_);
    const auto early = expire(office_, *office_.find({1}), {"clock"}, monday_);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().reason, base::Reason::out_of_time);
}

TEST_F(Expiring, TheEarliestComesFirstAlsoAcrossAnOverlay) {
    open(1, monday_);
    open(2, at("2026-03-03", 9));
    Office over = Office::overlay(office_);
    const auto third = decide(over, {}, ask(at("2026-02-27", 9), 3), monday_);
    ASSERT_TRUE(third);
    apply(over, third->front().frame);
    const std::vector<base::MatterId> expected{{3}, {1}, {2}};
    EXPECT_EQ(over.expired(at("2026-04-01", 0), 10), expected);
    EXPECT_EQ(over.expired(at("2026-04-01", 0), 2).size(), 2U);
}

TEST(Overlay, IsSeenByNobodyUntilItIsMerged) {
    Office office(tests::village(), tests::small_rules());
    const base::Instant now = at("2026-03-02", 9);
    Office over = Office::overlay(office);
    const auto acts = decide(over, {}, ask(now, 1), now);
    ASSERT_TRUE(acts);
    apply(over, acts->front().frame);
    EXPECT_EQ(office.find({1}), nullptr);
    EXPECT_EQ(over.changed_rows().size(), 1U);
    office.merge(std::move(over));
    ASSERT_NE(office.find({1}), nullptr);
    EXPECT_EQ(office.matters_opened(), 1);
    EXPECT_EQ(office.last_recorded(), now);
}

TEST(Overlay, QuietMattersLeaveMemory) {
    Office office(tests::village(), tests::small_rules());
    const base::Instant now = at("2026-03-02", 9);
    const auto step = [&](Command c) {
        Office over = Office::overlay(office);
        const auto acts = decide(over, {}, c, now);
        ASSERT_TRUE(acts) << base::to_string(acts.error());
        apply(over, acts->front().frame);
        office.merge(std::move(over));
    };
    step(ask(now, 1));
    Command answer = tests::by_post("answer", "handler", "village", now);
    answer.fields = tests::decision_fields();
    step(answer);
    step(tests::by_resident("confirm", 1, now));
    EXPECT_EQ(office.find({1}), nullptr);
    EXPECT_EQ(office.open_count(), 0U);
    EXPECT_EQ(office.next_due(), std::nullopt);
    EXPECT_EQ(needs(office, tests::by_resident("reopen", 1, now)).size(), 1U);
}

TEST(OfficeState, SurvivesSavingAndRefusesWhatItIsNot) {
    Office office(tests::village(), tests::small_rules());
    office.note_recorded(at("2026-03-02", 9), {7});
    Office again(tests::village(), tests::small_rules());
    ASSERT_TRUE(again.load(office.save()));
    EXPECT_EQ(again.matters_opened(), 7);
    EXPECT_EQ(again.last_recorded(), at("2026-03-02", 9));
    EXPECT_FALSE(again.load("{}"));
    EXPECT_FALSE(again.load("nonsense"));
}

}  // namespace
}  // namespace hearth::office
