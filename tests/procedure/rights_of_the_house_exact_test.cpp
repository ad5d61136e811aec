// Section 9 of the language, clause by clause (rights 9 to 24): each edit of the sample breaks one clause. It must be told under
// its right, at the place of the offending key, and with a way there exactly when the space of all configurations shows it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/clause.hpp"

namespace hearth::procedure {
namespace {

using tests::Clause;
using tests::Edit;
using tests::edited;
using tests::k_pack;
using tests::k_text;
using tests::Shown;
using tests::told;

class Clauses : public testing::TestWithParam<Clause> {};

TEST_P(Clauses, AreToldUnderTheirRightAtTheirPlace) { expect_told(GetParam()); }

/// A resolution with all its keys, of which a clause changes one.
std::string resolution(std::string_view old_text = "", std::string_view new_text = "") {
    std::string rule =
        "resolutions:\n  road: {body: handling_body, basis: [], about: matter, notice: {n: 10, unit: cd},\n    quorum: {base: "
        "households, share: 1/2}, pass: {base: present, more_than: 1/2}, proxies: none, online: true, ballot: open,\n    "
        "interested_out: true, tie: fails}\nposts:\n";
    if (!old_text.empty()) rule.replace(rule.find(old_text), old_text.size(), new_text);
    return rule;
}

std::vector<Clause> intake() {
    return {
        {"ADecisionBeforeTheReceipt",
         9,
         {{k_text, "form: request, notices", "form: request, outcome: [accepted], notices"}},
         k_text,
         "ask:      {"},
        {"AnOpeningThatLeadsToThePerson",
         9,
         {{k_text, "from: [start], to: received", "from: [start], to: reminded"}},
         k_text,
         "ask:      {"},
        {"NotAcceptedAndNotToldWhoseItIs",
         9,
         {{k_text, "outcome: [refused, partly_granted]", "outcome: [refused, not_accepted]"}},
         k_text,
         "refuse:   {"},
        {"PassedOnWithoutReasons",
         10,
         {{k_text, "from: [late], to: same, by: reviewer", "from: [late], to: same, limit: 2, effects: [pass_on], by: reviewer"}},
         k_text,
         "urge:     {"},
        {"PassedOnWithANewClock",
         10,
         {{k_text, "from: [late], to: same, by: reviewer",
           "from: [late], to: same, form: decision, limit: 2, effects: [pass_on], by: reviewer"},
          {k_text, "start: entry}, on_expire: {notices: {resident: overdue}}}\n  given",
           "start: served}, on_expire: {notices: {resident: overdue}}}\n  given"}},
         k_text,
         "urge:     {"},
        {"SentBackAtAnyTime",
         10,
         {{k_text, "from: [late], to: same, by: reviewer",
           "from: [late], to: same, form: decision, limit: 2, effects: [send_back], by: reviewer"}},
         k_text,
         "urge:     {"},
    };
}

std::vector<Clause> meetings() {
    const auto rule = [](std::string name, std::string_view old_text, std::string_view new_text) {
        return Clause{std::move(name), 11, {{k_pack, "posts:\n", resolution(old_text, new_text)}}, k_pack, "road: {"};
    };
    return {
        rule("AQuorumOfLessThanHalf", "share: 1/2}", "share: 49/100}"),
        rule("AMajorityOfJustHalf", "more_than: 1/2", "share: 1/2"),
        rule("ProxiesByWord", "proxies: none", "proxies: {who: any_voter, written: false, most: 1}"),
        rule("ProxiesWithoutACap", "proxies: none", "proxies: {who: any_voter, written: true}"),
        rule("PersonsInTheOpen", "about: matter", "about: persons"),
        rule("InterestedPersonsVote", "interested_out: true", "interested_out: false"),
        rule("NoBallot", "ballot: open,", ""),
        {"AMeetingThatIsNone",
         11,
         {{k_text, "to: same, by: supervisor", "to: same, resolves: road, by: supervisor"}},
         k_text,
         "look_in:  {"},
    };
}

std::vector<Clause> decisions() {
    return {
        {"ADecisionByUnpublishedRules",
         12,
         {{k_text, "outcome: [refused, partly_granted], guards: [points_answered, rules_in_force]",
           "outcome: [refused, partly_granted], guards: [points_answered]"}},
         k_text,
         "refuse:   {"},
        {"ANoWithoutAnAuthor",
         12,
         {{k_text, "outcome, author, date, appeal_body", "outcome, date, appeal_body"}},
         k_text,
         "refuse:   {"},
        {"ANoBeforeHearing",
         13,
         {{k_text, "from: [deciding], to: refused", "from: [deciding, late], to: refused"}},
         k_text,
         "refuse:   {",
         Shown::by_path},
        {"AConsentByAPost",
         14,
         {{k_text, "forms:\n",
           "consents: {c: {of: resident, scope: [give], given_by: [give], withdrawn_by: [withdraw], ends: {n: 1, unit: "
           "y}}}\nforms:\n"}},
         k_text,
         "give:     {"},
        {"AConsentTakenBackWithinATime",
         14,
         {{k_text, "forms:\n",
           "consents: {c: {of: resident, scope: [give], given_by: [ask], withdrawn_by: [reopen], ends: {n: 1, unit: "
           "y}}}\nforms:\n"}},
         k_text,
         "reopen:   {"},
        {"AConsentThatHoldsSomewhere",
         14,
         {{k_text, "forms:\n",
           "consents: {c: {of: resident, scope: [give], given_by: [ask], withdrawn_by: [confirm], ends: {n: 1, unit: "
           "y}}}\nforms:\n"}},
         k_text,
         "c: {of",
         Shown::by_path},
        {"AnAgentWithoutAMandate",
         14,
         {{k_pack, "supervisor: {of: supervision,", "supervisor: {of: supervision, agent: true,"}},
         k_text,
         "look_in:  {"},
        {"ASettlementByOne", 14, {{k_text, "effects: [confirm]", "effects: [settle]"}}, k_text, "confirm:  {"},
        {"AWithdrawalThatHidesTheOtherRoutes",
         14,
         {{k_text, "forms:\n",
           "consents: {c: {of: resident, scope: [give], given_by: [ask], withdrawn_by: [withdraw], ends: {n: 1, unit: "
           "y}}}\nrests_on: c\nforms:\n"}},
         k_text,
         "withdraw: {"},
        {"SilenceThatRefuses",
         15,
         {{k_text, "start: appeal}, on_expire: {to: late_above,", "start: appeal}, on_expire: {to: late_above, outcome: refused,"}},
         k_text,
         "on_expire: {to: late_above, outcome"},
    };
}

std::vector<Clause> house() {
    return {
        {"AChannelThatNobodyEnters", 17, {{k_text, "window: {entered_by: hall_clerk}", "window: {}"}}, k_text, "window: {}"},
        {"AFeeBeforeTheAnswer",
         17,
         {{k_text, "form: decision, limit: 2, notices: {resident: intent}",
           "form: decision, limit: 2, money: {step: charge, on: give}, notices: {resident: intent}"}},
         k_text,
         "intend:   {",
         Shown::by_path},
        {"APaymentWithoutAnApproval",
         18,
         {{k_text, "to: same, by: supervisor", "to: same, money: {step: pay, on: give}, by: supervisor"}},
         k_text,
         "look_in:  {",
         Shown::by_path},
        {"APaymentThatRestsOnNothing",
         18,
         {{k_text, "to: same, by: supervisor", "to: same, money: {step: pay}, by: supervisor"}},
         k_text,
         "look_in:  {"},
        {"AnEmergencyWithoutAnAuthor",
         19,
         {{k_pack, "retaliation: supervision\n",
           "retaliation: supervision\nemergency: {reasons: {en: Flood, zh-Hans: Flood}, n: 30, unit: cd, publish: true, suspends: "
           "[]}\n"}},
         k_pack,
         "emergency:"},
        {"AnEmergencyInSilence",
         19,
         {{k_pack, "retaliation: supervision\n",
           "retaliation: supervision\nemergency: {by: supervisor, reasons: {en: Flood, zh-Hans: Flood}, n: 30, unit: cd, publish: "
           "false, suspends: []}\n"}},
         k_pack,
         "emergency:"},
        {"APublicationForGood",
         20,
         {{k_text, "notices: {resident: given}}\n  intend",
           "notices: {resident: given}, publish: {what: [rules], masked: true, withdraw: {n: 3, unit: wd}}}\n  intend"}},
         k_text,
         "publish: {"},
        {"APublicationThatStaysTooLong",
         20,
         {{k_text, "notices: {resident: given}}\n  intend",
           "notices: {resident: given}, publish: {what: [rules], days: 20, masked: true, withdraw: {n: 4, unit: wd}}}\n  intend"}},
         k_text,
         "publish: {"},
        {"EnteredByNobody", 21, {{k_text, "receipt_code], by: hall_clerk, notice", "receipt_code], notice"}}, k_text, "assisted:"},
        {"UndoneForSixtyWorkingDays", 21, {{k_text, "undo: {n: 60, unit: cd}", "undo: {n: 60, unit: wd}"}}, k_text, "assisted:"},
        {"ManyClosedAtOnce",
         24,
         {{k_text, "to: dormant, by: handler", "to: dormant, bulk: true, by: handler"}},
         k_text,
         "rest:     {"},
    };
}

const auto k_name = [](const auto& info) { return info.param.name; };
INSTANTIATE_TEST_SUITE_P(Intake, Clauses, testing::ValuesIn(intake()), k_name);
INSTANTIATE_TEST_SUITE_P(Meetings, Clauses, testing::ValuesIn(meetings()), k_name);
INSTANTIATE_TEST_SUITE_P(Decisions, Clauses, testing::ValuesIn(decisions()), k_name);
INSTANTIATE_TEST_SUITE_P(House, Clauses, testing::ValuesIn(house()), k_name);

/// What looks like a breach and is none.
struct Kept {
    std::string name;
    std::vector<Edit> edits;
};

void PrintTo(const Kept& kept, std::ostream* out) { *out << kept.name; }

class NoFalseAlarm : public testing::TestWithParam<Kept> {};

TEST_P(NoFalseAlarm, WhereTheClauseIsKept) { EXPECT_EQ(told(breaches_of(check_folder(edited(GetParam().edits)))), ""); }

const Kept k_kept[] = {
    {"ALongerGuardOfAnAppeal",
     {{k_text, "form: words, effects: [statement], notices: {resident: receipt}}\n  look_in",
       "form: words, guards: [{within: {n: 60, unit: cd, from: served}}], effects: [statement], notices: {resident: receipt}}\n  "
       "look_in"}}},
    {"AnAppealToAnotherIndependentBody", {{k_text, "appeal: {to: court", "appeal: {to: supervision"}}},
    {"ARestAfterTwoWeeksOfWorkingDays",
     {{k_text, "{after: {n: 30, unit: cd, from: entry}}", "{after: {n: 10, unit: wd, from: served}}"}}},
    {"ASealOpenedAboveTheAccusedUnit",
     {{k_pack, "posts:\n", "posts:\n  above: {of: next_higher(accused_unit), title: {en: Above, zh-Hans: Above}}\n"},
      {k_text, "to: same, by: supervisor, notices: {resident: reminder}",
       "to: same, form: decision, effects: [unseal], by: supervisor, notices: {resident: letter}"},
      {k_text, "from: [late], to: same, by: reviewer, notices: {resident: reminder}}",
       "from: [late], to: same, by: reviewer, notices: {resident: reminder}}\n  open:     {title: {en: Open, zh-Hans: Open}, from: "
       "[late], to: same, form: decision, effects: [unseal], by: above, notices: {resident: letter}}"}}},
    {"OneMoreWhoStandsAside", {{k_text, "stand_aside: [party,", "stand_aside: [subject, party,"}}},
};

INSTANTIATE_TEST_SUITE_P(Text, NoFalseAlarm, testing::ValuesIn(k_kept), k_name);

TEST(RightsExact, AllBreachesOfOneProcedureAreTold) {
    const auto breaches = breaches_of(
        check_folder(edited({{k_text, "stand_aside: [party, near_relative, interested, own_act]", "stand_aside: [party]"},
                             {k_text, "by: [office, quarter]", "by: [office, requester]"},
                             {k_text, "to: upheld, by: reviewer", "to: upheld, by: handler"},
                             {k_text, "undo: {n: 60, unit: cd}", "undo: {n: 59, unit: cd}"}})));
    for (const int right : {4, 21, 22}) EXPECT_NE(std::ranges::find(breaches, right, &Breach::right), breaches.end()) << right;
}

}  // namespace
}  // namespace hearth::procedure
