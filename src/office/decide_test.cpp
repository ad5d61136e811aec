#include <gtest/gtest.h>

#include "office/office.hpp"
#include "tests/support/small_rules.hpp"

namespace hearth::office {
namespace {

using base::Reason;
using tests::ask;
using tests::at;
using tests::by_post;
using tests::by_resident;
using tests::decision_fields;

class Deciding : public ::testing::Test {
protected:
    /// Decides and, when lawful, applies.
    base::Result<record::Act> step(const Command& command) {
        auto acts = decide(office_, {}, command, command.received_at);
        if (!acts) return acts.error();
        apply(office_, acts->front().frame);
        return acts->front();
    }
    const matter::Matter& matter() const { return *office_.find({1}); }
    Command answer(base::Instant when) const {
        Command c = by_post("answer", "handler", "village", when);
        c.fields = decision_fields();
        return c;
    }
    Command refuse(base::Instant when) const {
        Command c = answer(when);
        c.act = "refuse";
        c.outcome = "refused";
        return c;
    }
    void expect_refused(const base::Result<record::Act>& result, Reason reason, const std::string& rule,
                        const std::string& field = {}) {
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().reason, reason) << base::to_string(result.error());
        EXPECT_EQ(result.error().rule, rule) << base::to_string(result.error());
        EXPECT_EQ(result.error().place.field, field) << base::to_string(result.error());
    }

    Office office_{tests::village(), tests::small_rules()};
    base::Instant monday_ = at("2026-03-02", 9);
};

/// Sealed words are counted before they are sealed: what is asked under a seal is answered point by point all the same.
TEST_F(Deciding, CountsWhatIsAskedUnderASeal) {
    auto rules = std::make_shared<procedure::Ruleset>(*tests::small_rules());
    for (procedure::Form& form : rules->pack.procedures.at(0).forms)
        for (procedure::Field& field : form.fields) field.klass = procedure::FieldClass::sealed;
    office_ = Office(tests::village(), rules);
    const auto sealed = [](Command command) {
        for (auto& [field, value] : command.fields)
            command.under_seal[field] = std::exchange(value, {{"sealed", "c2VhbGVk"}, {"to", {{"village", "Ym94"}}}});
        return command;
    };
    const auto opened = step(sealed(ask(monday_, 1)));
    ASSERT_TRUE(opened) << base::to_string(opened.error());
    EXPECT_EQ(matter().points, 2);
    EXPECT_EQ(opened->content.at(0).value.count("sealed"), 1U);
    Command command = answer(at("2026-03-03", 9));
    command.fields["reasons"] = base::Json::array({"one reason for two points"});
    expect_refused(step(sealed(command)), Reason::malformed, "borrow/answer", "reasons");
    const auto answered = step(sealed(answer(at("2026-03-03", 9))));
    EXPECT_TRUE(answered) << base::to_string(answered.error());
}

TEST_F(Deciding, ADeputySaysSoInTheAct) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    Command c = answer(monday_);
    c.deputy = true;
    const auto act = step(c);
    ASSERT_TRUE(act) << base::to_string(act.error());
    EXPECT_EQ(act->frame.facts.at("deputy"), true);
    EXPECT_EQ(act->frame.by.post.text, "handler");
}

TEST_F(Deciding, OpeningStartsTheClockOfTheOffice) {
    const auto act = step(ask(monday_, 1));
    ASSERT_TRUE(act);
    EXPECT_EQ(matter().state, "received");
    EXPECT_EQ(matter().owner.text, "village");
    EXPECT_EQ(matter().points, 2);
    EXPECT_EQ(matter().year, 2026);
    EXPECT_EQ(matter().due->last_day, "2026-03-16");
    EXPECT_EQ(act->frame.to, "received");
    EXPECT_EQ(act->date, *base::parse_date("2026-03-02"));
}

TEST_F(Deciding, ContentIsKeptAsTheFormSays) {
    const auto act = step(ask(monday_, 1));
    ASSERT_TRUE(act);
    ASSERT_EQ(act->content.size(), 2U);
    EXPECT_EQ(act->content[0].name, "request.points");
    EXPECT_EQ(act->content[0].erase_at, at("2027-03-03", 0));
    EXPECT_EQ(act->content[1].klass, "public");
}

TEST_F(Deciding, WhatIsUnknownIsNamed) {
    Command c = ask(monday_, 1);
    c.procedure = {"lend"};
    expect_refused(step(c), Reason::not_found, "office/procedure", "procedure");
    c = ask(monday_, 1);
    c.act = "beg";
    expect_refused(step(c), Reason::not_found, "office/act", "act");
    expect_refused(step(answer(monday_)), Reason::not_found, "office/matter", "matter");
}

TEST_F(Deciding, OnlyAnOpeningActOpens) {
    Command c = answer(monday_);
    c.matter.reset();
    expect_refused(step(c), Reason::out_of_order, "borrow/answer");
}

TEST_F(Deciding, FieldsAreChecked) {
    Command c = ask(monday_, 1);
    c.fields["colour"] = "red";
    expect_refused(step(c), Reason::malformed, "office/unknown_field", "colour");
    c = ask(monday_, 1);
    c.fields.erase("points");
    expect_refused(step(c), Reason::malformed, "office/missing_field", "points");
    c = ask(monday_, 1);
    c.fields["kind"] = "sky";
    expect_refused(step(c), Reason::malformed, "office/field_choice", "kind");
    c = ask(monday_, 1);
    c.fields["points"] = base::Json::array({std::string("a\0b", 3)});
    expect_refused(step(c), Reason::malformed, "office/field_points", "points");
    c.fields["points"] = base::Json::array({"\xff"});
    expect_refused(step(c), Reason::malformed, "office/field_points", "points");
    c.fields["points"] = base::Json::array({std::string(5'001, 'x')});
    expect_refused(step(c), Reason::limit_exceeded, "office/field_length", "points");
    c.fields["points"] = base::Json(std::vector<std::string>(21, "x"));
    expect_refused(step(c), Reason::limit_exceeded, "office/field_count", "points");
    c.fields["points"] = base::Json::array({"  \n"});
    expect_refused(step(c), Reason::malformed, "office/field_points", "points");
    c = ask(monday_, 1);
    c.fields["when"] = "2026-02-30";
    expect_refused(step(c), Reason::malformed, "office/field_date", "when");
    c = ask(monday_, 1);
    c.fields["place"] = {{"lat", 91}, {"long", 0}};
    expect_refused(step(c), Reason::malformed, "office/field_place", "place");
}

TEST_F(Deciding, ChannelsWithoutAScreenNeedWhoWroteItDown) {
    Command c = ask(monday_, 1);
    c.channel = "smoke";
    expect_refused(step(c), Reason::not_permitted, "office/channel", "channel");
    c.channel = "spoken";
    expect_refused(step(c), Reason::not_permitted, "office/entered_by", "entered_by");
    c.entered_by = record::Actor{record::Actor::Kind::post, {}, {"clerk"}, {"hall"}};
    expect_refused(step(c), Reason::not_permitted, "office/read_back", "read_back");
    c.read_back = true;
    EXPECT_TRUE(step(c));
}

TEST_F(Deciding, APostActsForTheOfficeItsBodyIs) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    Command c = answer(monday_);
    c.by.office = {"township"};
    expect_refused(step(c), Reason::not_permitted, "office/actor", "by");
    c = answer(monday_);
    c.by.post = {"head"};
    expect_refused(step(c), Reason::not_permitted, "office/actor", "by");
    EXPECT_TRUE(step(by_post("urge", "reviewer", "township", monday_)));
}

TEST_F(Deciding, AnotherPersonCannotConfirm) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    ASSERT_TRUE(step(answer(monday_)));
    expect_refused(step(by_resident("confirm", 2, monday_)), Reason::not_permitted, "office/actor", "by");
    Command clerk = by_resident("confirm", 1, monday_);
    clerk.by = {record::Actor::Kind::post, {}, {"handler"}, {"village"}};
    expect_refused(step(clerk), Reason::not_permitted, "office/actor", "by");
    ASSERT_TRUE(step(by_resident("confirm", 1, monday_)));
    EXPECT_TRUE(matter().quiet);
}

TEST_F(Deciding, AWordWrittenDownForSomebodyNeedsEvidence) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    ASSERT_TRUE(step(answer(monday_)));
    Command c = by_resident("confirm", 1, monday_);
    c.channel = "paper";
    c.entered_by = record::Actor{record::Actor::Kind::post, {}, {"handler"}, {"village"}};
    expect_refused(step(c), Reason::not_permitted, "office/entered_by", "entered_by");
    c.entered_by->post = {"clerk"};
    expect_refused(step(c), Reason::not_permitted, "office/evidence", "evidence");
    c.evidence = "signed_paper";
    EXPECT_TRUE(step(c));
}

TEST_F(Deciding, ActsHappenInTheirStatesOnly) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    expect_refused(step(by_resident("confirm", 1, monday_)), Reason::out_of_order, "borrow/confirm");
    ASSERT_TRUE(step(answer(monday_)));
    expect_refused(step(answer(monday_)), Reason::out_of_order, "borrow/answer");
}

TEST_F(Deciding, WhoLookedBeforeAnotherActedIsTold) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    Command c = refuse(monday_);
    c.seen = 1;
    ASSERT_TRUE(step(answer(monday_)));
    const auto result = step(c);
    expect_refused(result, Reason::conflict, "borrow/refuse");
    EXPECT_EQ(result.error().detail, "answer -> answered");
}

TEST_F(Deciding, LimitsCountInARound) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    ASSERT_TRUE(step(by_post("urge", "reviewer", "township", monday_)));
    ASSERT_TRUE(step(by_post("urge", "reviewer", "township", monday_)));
    expect_refused(step(by_post("urge", "reviewer", "township", monday_)), Reason::limit_exceeded, "borrow/urge");
    ASSERT_TRUE(step(answer(monday_)));
    ASSERT_TRUE(step(by_resident("confirm", 1, monday_)));
    Command again = by_resident("reopen", 1, monday_);
    again.fields = {{"words", "It fell in again."}};
    ASSERT_TRUE(step(again));
    EXPECT_TRUE(step(by_post("urge", "reviewer", "township", monday_)));
}

TEST_F(Deciding, ADecisionAnswersEveryPointByRulesInForce) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    Command c = answer(monday_);
    c.fields["reasons"] = base::Json::array({"One for both."});
    auto result = step(c);
    expect_refused(result, Reason::malformed, "borrow/answer", "reasons");
    EXPECT_EQ(result.error().detail, "points_answered 1/2");
    c = answer(monday_);
    c.fields["rules"] = base::Json::array({"A rule that nobody published"});
    expect_refused(step(c), Reason::malformed, "borrow/answer", "rules");
    const base::Json rule = {{"text", "Water rule"}, {"published", "2025-01-01"}, {"from", "2025-02-01"}, {"until", "2026-03-01"}};
    c.fields["rules"] = base::Json::array({rule});
    expect_refused(step(c), Reason::malformed, "borrow/answer", "rules");
    c.facts_date = *base::parse_date("2026-03-01");
    EXPECT_TRUE(step(c));
}

TEST_F(Deciding, AnAppealNeverMakesItWorse) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    Command c = refuse(monday_);
    c.outcome = "partly_granted";
    ASSERT_TRUE(step(c));
    Command appeal = by_resident("appeal", 1, monday_);
    appeal.fields = {{"words", "Not enough."}};
    ASSERT_TRUE(step(appeal));
    EXPECT_EQ(matter().owner.text, "township");
    Command uphold = by_post("uphold", "reviewer", "township", monday_);
    uphold.fields = decision_fields();
    uphold.outcome = "refused";
    expect_refused(step(uphold), Reason::not_permitted, "borrow/uphold", "outcome");
    uphold.outcome = "partly_granted";
    EXPECT_TRUE(step(uphold));
}

TEST_F(Deciding, AnOutcomeMustBeOneOfTheAct) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    Command c = refuse(monday_);
    c.outcome = "";
    expect_refused(step(c), Reason::malformed, "borrow/refuse", "outcome");
    c.outcome = "granted";
    expect_refused(step(c), Reason::malformed, "borrow/refuse", "outcome");
}

TEST_F(Deciding, TheHeadExtendsOnceWithReasons) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    Command c = by_post("extend", "handler", "village", monday_);
    c.fields = {{"reasons", "The bridge builder is ill."}};
    expect_refused(step(c), Reason::not_permitted, "office/actor", "by");
    c.by.post = {"head"};
    ASSERT_TRUE(step(c));
    EXPECT_EQ(matter().due->last_day, "2026-03-23");
    expect_refused(step(c), Reason::limit_exceeded, "borrow/extend");
    ASSERT_TRUE(step(answer(monday_)));
    expect_refused(step(c), Reason::out_of_order, "borrow/extend");
}

TEST_F(Deciding, APauseStandsStillButNotForEver) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    ASSERT_TRUE(step(by_post("hear", "handler", "village", at("2026-03-04", 9))));
    EXPECT_TRUE(office_.expired(at("2026-12-01", 0), 10).empty());
    ASSERT_TRUE(step(by_post("heard", "handler", "village", at("2026-03-09", 9))));
    EXPECT_EQ(matter().due->last_day, "2026-03-21");
    ASSERT_TRUE(step(by_post("hear", "handler", "village", at("2026-03-10", 9))));
    ASSERT_TRUE(step(by_post("heard", "handler", "village", at("2026-05-10", 9))));
    EXPECT_EQ(matter().due->last_day, "2026-04-10");
}

TEST_F(Deciding, AGuardAfterWaitsForItsTerm) {
    ASSERT_TRUE(step(ask(monday_, 1)));
    ASSERT_TRUE(step(answer(monday_)));
    const auto fired = expire(office_, matter(), {"x"}, at("2026-04-02", 0));
    ASSERT_TRUE(fired);
    apply(office_, fired->frame);
    ASSERT_EQ(matter().state, "reminded");
    expect_refused(step(by_post("rest", "handler", "village", at("2026-04-20", 0))), Reason::out_of_time, "borrow/rest");
    EXPECT_TRUE(step(by_post("rest", "handler", "village", at("2026-05-03", 0))));
}

TEST_F(Deciding, HistoryFiresNothingUntilSomebodyActs) {
    Command c = ask(monday_, 1);
    c.imported = true;
    c.by = {record::Actor::Kind::operator_, {}, {}, {}};
    c.effective_from = at("2015-01-05", 9);
    c.due = at("2015-01-10", 0);
    c.fields.erase("points");
    ASSERT_TRUE(step(c));
    EXPECT_TRUE(office_.expired(monday_, 10).empty());
    Command close = answer(monday_);
    close.imported = true;
    close.by = c.by;
    close.effective_from = at("2015-01-10", 0);
    close.fields.clear();
    const auto closed = step(close);
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->frame.facts["on_time"], true);
    EXPECT_TRUE(notices_of(office_, closed->frame, 1).empty());
    Command contest = by_resident("contest", 1, monday_);
    contest.fields = {{"words", "It is still broken."}};
    ASSERT_TRUE(step(contest));
    EXPECT_EQ(office_.expired(at("2026-03-17", 0), 10).size(), 1U);
}

TEST_F(Deciding, HistorySaysNothingThatItsSourceDoesNotSay) {
    Command c = ask(monday_, 1);
    c.imported = true;
    c.by = {record::Actor::Kind::operator_, {}, {}, {}};
    c.effective_from = at("2015-01-05", 9);
    ASSERT_TRUE(step(c));
    EXPECT_FALSE(matter().due) << "the term of today's procedure did not bind anybody then";
    Command refusal = refuse(monday_);
    refusal.imported = true;
    refusal.by = c.by;
    refusal.outcome.clear();
    refusal.effective_from = at("2015-03-10", 0);
    const auto decided = step(refusal);
    ASSERT_TRUE(decided);
    EXPECT_TRUE(decided->frame.outcome.empty());
    EXPECT_FALSE(decided->frame.facts.contains("on_time"));
    std::vector<std::string> counted;
    for (const auto& delta : figures_of(office_, decided->frame)) counted.push_back(delta.key);
    EXPECT_EQ(counted, std::vector<std::string>{"2015Q1/borrow/answered"});
}

TEST_F(Deciding, HistoryIsBroughtInByTheOperatorAlone) {
    Command c = ask(monday_, 1);
    c.imported = true;
    expect_refused(step(c), Reason::not_permitted, "office/import", "by");
    ASSERT_TRUE(step(ask(monday_, 1)));
    c = answer(monday_);
    c.imported = true;
    c.by = {record::Actor::Kind::operator_, {}, {}, {}};
    expect_refused(step(c), Reason::not_permitted, "office/import", "matter");
}

}  // namespace
}  // namespace hearth::office
