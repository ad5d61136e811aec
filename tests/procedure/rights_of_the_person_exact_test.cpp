// Section 9 of the language, clause by clause (rights 1 to 8): each edit of the sample breaks one clause. It must be told under its
// right, at the place of the offending key, and with a way there exactly when the space of all configurations shows it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/clause.hpp"

namespace hearth::procedure {
namespace {

using tests::Clause;
using tests::k_pack;
using tests::k_text;
using tests::Shown;

class ClausesOfThePerson : public testing::TestWithParam<Clause> {};

TEST_P(ClausesOfThePerson, AreToldUnderTheirRightAtTheirPlace) { expect_told(GetParam()); }

constexpr std::string_view k_reconsidered =
    "deadline: {n: 30, unit: cd, start: appeal}, on_expire: {to: late_above, notices: {resident: overdue}}";
constexpr std::string_view k_first_post = "posts:\n";

std::vector<Clause> appeals() {
    return {
        {"AppealWithoutATerm",
         1,
         {{k_text, "n: 15, unit: cd, start: served, how", "start: served, how"}},
         k_text,
         "appeal: {to: court"},
        {"AppealThatStartsEarly",
         1,
         {{k_text, "n: 15, unit: cd, start: served, how", "n: 15, unit: cd, start: received, how"}},
         k_text,
         "appeal: {to: court"},
        {"AppealWithoutAWay", 1, {{k_text, "how: in_writing, ", ""}}, k_text, "appeal: {to: court"},
        {"AppealWithTwoWays", 1, {{k_text, "by: appeal, stay", "by: appeal, how: online, stay"}}, k_text, "appeal: {to: next"},
        {"AppealSilentAboutAStay",
         1,
         {{k_text, "how: in_writing, stay: no_effect", "how: in_writing"}},
         k_text,
         "appeal: {to: court"},
        {"AppealAtASecondNameOfTheDesk",
         1,
         {{k_pack, std::string(k_first_post), "  counter: {as: handling_body, title: {en: Counter, zh-Hans: Counter}}\nposts:\n"},
          {k_text, "appeal: {to: court", "appeal: {to: next_higher(counter)"}},
         k_text,
         "appeal: {to: next_higher(counter)"},
        {"LetterWithoutOtherRoutes", 1, {{k_text, "appeal_first, other_routes]", "appeal_first]"}}, k_text, "refuse:   {"},
        {"LetterSilentAboutWhatComesFirst", 1, {{k_text, "appeal_first, ", ""}}, k_text, "refuse:   {"},
        {"AppealOnlyWithinAShorterTime",
         1,
         {{k_text, "form: words, effects: [statement], notices: {resident: receipt}}\n  look_in",
           "form: words, guards: [{within: {n: 59, unit: cd, from: served}}], effects: [statement], notices: {resident: "
           "receipt}}\n  "
           "look_in"}},
         k_text,
         "appeal:   {"},
        {"AppealThatWaits",
         1,
         {{k_text, "form: words, effects: [statement], notices: {resident: receipt}}\n  look_in",
           "form: words, guards: [{after: {n: 1, unit: cd, from: served}}], effects: [statement], notices: {resident: receipt}}\n  "
           "look_in"}},
         k_text,
         "appeal:   {"},
        {"AppealBackToWhoDecided",
         1,
         {{k_text, "from: [refused], to: reconsidered", "from: [refused], to: received"}},
         k_text,
         "appeal:   {"},
        {"AppealMadeByAPost",
         1,
         {{k_text, "to: reconsidered, by: resident", "to: reconsidered, by: reviewer"}},
         k_text,
         "appeal:   {"},
        {"AppealCutOffByAPost",
         1,
         {{k_text, "from: [reminded], to: dormant", "from: [reminded, refused], to: dormant"}},
         k_text,
         "appeal:   {",
         Shown::by_path},
    };
}

std::vector<Clause> closings() {
    return {
        {"TheClockCloses",
         2,
         {{k_text,
           "late_above:   {kind: open, owner: supervision, title: {en: Reconsideration overdue, zh-Hans: 复议逾期}, deadline: {n: "
           "10, unit: wd, start: entry}, on_expire: {",
           "late_above:   {kind: open, owner: supervision, title: {en: Reconsideration overdue, zh-Hans: 复议逾期}, deadline: {n: "
           "10, unit: wd, start: entry}, on_expire: {to: closed, "}},
         k_text,
         "on_expire: {to: closed",
         Shown::by_path},
        {"ARestThatDoesNotSayHowItIsUndone",
         2,
         {{k_text, "prints: [number, undo_how, other_routes]", "prints: [number, other_routes]"}},
         k_text,
         "rest:     {",
         Shown::by_path},
        {"ARestThatOnlySomeoneMayUndo",
         2,
         {{k_text, "from: [dormant], to: given, by: resident", "from: [dormant], to: given, by: handler"}},
         k_text,
         "rest:     {",
         Shown::by_path},
        {"ARestThatIsUndoneSoOften",
         2,
         {{k_text, "from: [dormant], to: given, by", "from: [dormant], to: given, limit: 3, by"}},
         k_text,
         "rest:     {",
         Shown::by_path},
        {"AWaitThatCountsFromReceipt",
         2,
         {{k_text, "{after: {n: 30, unit: cd, from: entry}}", "{after: {n: 30, unit: cd, from: received}}"}},
         k_text,
         "rest:     {",
         Shown::by_path},
        {"AHandlerWhoWithdraws",
         2,
         {{k_text, "from: [any_open], to: closed, by: resident", "from: [any_open], to: closed, by: handler"}},
         k_text,
         "withdraw: {"},
        {"NewFactsThatWait",
         2,
         {{k_text, "guards: [new_facts]", "guards: [new_facts, {after: {n: 1, unit: cd, from: entry}}]"}},
         k_text,
         "closed:       {"},
        {"NewFactsByAllTogether",
         2,
         {{k_text, "from: [any_quiet, upheld], to: received, by: resident",
           "from: [any_quiet, upheld], to: received, by: each_party"}},
         k_text,
         "dormant:      {"},
        {"NoWayBackToABody",
         2,
         {{k_text, "from: [given, reminded], to: received", "from: [given], to: received"}},
         k_text,
         "reminded:     {"},
    };
}

std::vector<Clause> terms() {
    return {
        {"ATermWithoutAStart",
         3,
         {{k_text, "deadline: {n: 30, unit: cd, start: appeal}", "deadline: {n: 30, unit: cd}"}},
         k_text,
         "deadline: {n: 30, unit: cd}"},
        {"APauseWithoutATerm",
         3,
         {{k_text, "start: appeal}", "start: appeal, pause: [{on: order, until: uphold}]}"}},
         k_text,
         "deadline: {n: 30, unit: cd, start: appeal, pause"},
        {"AnExtensionWithoutALetter",
         3,
         {{k_text, "by: unit_head, notice: delay", "by: unit_head"}},
         k_text,
         "deadline: {n: 20, unit: wd"},
        {"ALetterOfExtensionWithoutADate",
         3,
         {{k_text, "prints: [number, reasons, next_date]", "prints: [number, reasons]"}},
         k_text,
         "deadline: {n: 20, unit: wd"},
        {"AnOwnerWhoCannotAct",
         3,
         {{k_text, "from: [late], to: same, by: reviewer", "from: [late_above], to: same, by: reviewer"}},
         k_text,
         "late:         {"},
        {"AnExpiryThatOnlyTheBodyHearsOf",
         3,
         {{k_text, std::string(k_reconsidered),
           "deadline: {n: 30, unit: cd, start: appeal}, on_expire: {to: late_above, notices: {body: overdue}}"}},
         k_text,
         "on_expire: {to: late_above, notices: {body"},
        {"NothingFollows",
         3,
         {{k_text, std::string(k_reconsidered), "deadline: {n: 30, unit: cd, start: appeal}"}},
         k_text,
         "reconsidered: {"},
        {"ALastStopAtTheFirstDesk",
         3,
         {{k_text, "deadline: {n: 20, unit: wd, start: [received, contest, reopen]}, on_expire: {to: late, notices",
           "deadline: {n: 20, unit: wd, start: [received, contest, reopen]}, on_expire: {notices"}},
         k_text,
         "on_expire: {notices: {resident: overdue}}}\n  late:"},
        {"ALastStopThatHidesTheOtherRoutes",
         3,
         {{k_text, "prints: [number, owner, next_step, next_date, other_routes]", "prints: [number, owner, next_step, next_date]"}},
         k_text,
         "on_expire: {notices: {resident: overdue}}}\n  given:"},
        {"ATermOfThePersonThatRunsUnseen",
         3,
         {{k_text, "deadline: {n: 5, unit: wd, start: served}, on_expire: {to: deciding",
           "deadline: {n: 5, unit: wd, start: entry}, on_expire: {to: deciding"}},
         k_text,
         "deadline: {n: 5, unit: wd, start: entry}, on_expire: {to: deciding"},
        {"ATermOfThePersonThatEndsUnseen",
         3,
         {{k_text, "on_expire: {to: deciding, notices: {resident: reminder}}", "on_expire: {to: deciding}"}},
         k_text,
         "heard:        {"},
        {"AStateThatNothingReaches",
         3,
         {{k_text, "  closed:       {kind",
           "  island:       {kind: open, owner: resident, title: {en: Island, zh-Hans: Island}}\n  closed:       {kind"}},
         k_text,
         "island:       {"},
        {"AStateWithoutAWayToRest",
         3,
         {{k_text, "  closed:       {kind",
           "  pit:          {kind: open, owner: supervision, title: {en: Pit, zh-Hans: Pit}, deadline: {n: 1, unit: wd, start: "
           "entry}, on_expire: {notices: {resident: overdue}}}\n  closed:       {kind"},
          {k_text, "from: [late_above], to: same, by: supervisor", "from: [late_above, pit], to: pit, by: supervisor"},
          {k_text, "from: [any_open], to: closed", "from: [received], to: closed"}},
         k_text,
         "pit:          {",
         Shown::by_path},
        {"ARoundWithoutThePerson",
         3,
         {{k_text, "from: [late], to: same, by: reviewer", "from: [late], to: deciding, by: reviewer"}},
         k_text,
         "deciding:     {",
         Shown::by_path},
        {"AQuestionWithoutEnd",
         3,
         {{k_text, "form: decision, limit: 2, notices: {resident: intent}", "form: decision, notices: {resident: intent}"}},
         k_text,
         "intend:   {",
         Shown::by_path},
    };
}

std::vector<Clause> own_cause() {
    return {
        {"OwnActsThatNeedNotStandAside", 4, {{k_text, "interested, own_act]", "interested]"}}, k_text, "stand_aside:"},
        {"AnAccusationReceivedByTheAccused",
         4,
         {{k_text, "from: [start], to: received, by: resident, form",
           "from: [start], to: received, accuses: true, at: accused_unit, by: resident, form"}},
         k_text,
         "ask:      {"},
        {"AnAccusationReceivedByWhoHandles",
         4,
         {{k_text, "from: [start], to: received, by: resident, form",
           "from: [start], to: received, accuses: true, by: resident, form"}},
         k_text,
         "ask:      {"},
        {"AnAccusedUnitThatNeedNotStandAside",
         4,
         {{k_text, "from: [start], to: received, by: resident, form",
           "from: [start], to: received, accuses: true, at: next_higher(accused_unit), by: resident, form"}},
         k_text,
         "stand_aside:"},
        {"ARecheckByTheSame",
         4,
         {{k_text, "to: same, by: supervisor", "to: same, effects: [recheck], by: supervisor"}},
         k_text,
         "look_in:  {"},
    };
}

std::vector<Clause> people() {
    return {
        {"AForbiddenAnswer",
         5,
         {{k_text, "  words:\n    words:",
           "  words:\n    group: {type: choice, options: {a: {en: A, zh-Hans: 汉族}}, title: {en: Group, zh-Hans: Group}, class: "
           "parties, for: [give], readers: [handler], keep: {n: 1, unit: y, from: closed}}\n    words:"}},
         k_text,
         "汉族"},
        {"AFormThatNobodyFillsIn",
         6,
         {{k_text, "  decision:\n", "  spare: {note: {type: text, title: {en: Note, zh-Hans: Note}, class: body}}\n  decision:\n"}},
         k_text,
         "spare: {"},
        {"AReaderWhoIsMissing",
         6,
         {{k_text, "for: [give, refuse, uphold], readers: [handler, reviewer], keep: {n: 5, unit: y, from: closed}}\n    name",
           "for: [give, refuse, uphold], readers: [handler], keep: {n: 5, unit: y, from: closed}}\n    name"}},
         k_text,
         "points:  {"},
        {"HealthWithoutAConsent", 6, {{k_text, "type: person.address", "type: person.health"}}, k_text, "address: {"},
        {"AKeepWithoutAStart", 6, {{k_text, "keep: {n: 1, unit: y, from: closed}", "keep: {n: 1, unit: y}"}}, k_text, "address: {"},
        {"NoWhy",
         7,
         {{k_text, "because: {en: The regulation asks for the name, zh-Hans: 条例要求姓名}, ", ""}},
         k_text,
         "identity:"},
        {"AnAccusationInTheOpen",
         7,
         {{k_text, "from: [start], to: received, by: resident, form",
           "from: [start], to: received, accuses: true, at: next_higher(accused_unit), by: resident, form"}},
         k_text,
         "points:  {"},
        {"ASealOpenedByTheAccused",
         7,
         {{k_pack, std::string(k_first_post), "posts:\n  accused: {of: accused_unit, title: {en: Accused, zh-Hans: Accused}}\n"},
          {k_text, "to: same, by: supervisor, notices", "to: same, form: decision, effects: [unseal], by: accused, notices"}},
         k_text,
         "look_in:  {"},
        {"ASealOpenedInSilence",
         7,
         {{k_text, "to: same, by: supervisor, notices", "to: same, form: decision, effects: [unseal], by: supervisor, notices"}},
         k_text,
         "look_in:  {"},
        {"FiguresWithoutCounts", 8, {{k_text, "counts: [received, given, refused], ", ""}}, k_text, "figures:"},
    };
}

const auto k_name = [](const auto& info) { return info.param.name; };
INSTANTIATE_TEST_SUITE_P(Appeals, ClausesOfThePerson, testing::ValuesIn(appeals()), k_name);
INSTANTIATE_TEST_SUITE_P(Closings, ClausesOfThePerson, testing::ValuesIn(closings()), k_name);
INSTANTIATE_TEST_SUITE_P(Terms, ClausesOfThePerson, testing::ValuesIn(terms()), k_name);
INSTANTIATE_TEST_SUITE_P(OwnCause, ClausesOfThePerson, testing::ValuesIn(own_cause()), k_name);
INSTANTIATE_TEST_SUITE_P(People, ClausesOfThePerson, testing::ValuesIn(people()), k_name);

}  // namespace
}  // namespace hearth::procedure
