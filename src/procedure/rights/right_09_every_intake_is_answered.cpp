#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 9;

void check_opening(const Subject& subject, const ActRule& act, Findings& findings) {
    const auto say = [&](const std::string& message) { findings.add(k_right, act.mark, "*" + act.id + "* " + message); };
    if (!act.guards.empty()) say("screens before the receipt: an act that opens a matter has no guards");
    if (!act.outcome.empty()) say("decides before the receipt: an act that opens a matter has no outcome");
    const auto missing = lacking({"number", "owner", "next_step", "next_date"}, subject.letter(act));
    if (!missing.empty()) say("opens a matter, and its letter does not print " + listed(missing));
    const State* to = subject.procedure().state(act.to);
    if (to == nullptr || !is_bodys(*to)) say("opens a matter and must lead to a duty of a body");
}

/// Parallel work is no business between a body and a person.
void check_part(const Subject& subject, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    for (const ActRule& act : procedure.acts) {
        if (by_person(act))
            findings.add(k_right, act.mark, "*" + act.id + "* is an act of a person in a part, which no person enters");
        if (!act.outcome.empty())
            findings.add(k_right, act.mark, "*" + act.id + "* has an outcome in a part, which decides nothing for anybody");
    }
    for (const Form& form : procedure.forms) {
        for (const Field& field : form.fields) {
            if (field.type.starts_with("person."))
                findings.add(k_right, field.mark, "*" + field.id + "* is about a person, in a part");
        }
    }
    for (const State& state : procedure.states) {
        if (is_persons(state)) findings.add(k_right, state.mark, "*" + state.id + "* waits for a person, in a part");
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    if (subject.is_part()) return check_part(subject, findings);
    bool can_be_opened = false;
    for (const ActRule& act : subject.procedure().acts) {
        if (act.opens()) check_opening(subject, act, findings);
        can_be_opened |= act.opens();
        if (has(act.outcome, "not_accepted") && !subject.letter(act).contains("competent_body")) {
            findings.add(k_right, act.mark,
                         "*" + act.id + "* does not take the matter up, and its letter does not say whose it is (competent_body)");
        }
    }
    if (!can_be_opened) findings.add(k_right, subject.procedure().mark, "no act opens a matter (from: [start])");
}

}  // namespace

Right right_09_every_intake_is_answered() {
    return {
        k_right,
        "What comes in gets a number, an owner, a next step and a next date before anybody screens it; who does not take a matter "
        "up says whose it is; nothing is deleted or merged.",
        "Whatever you bring, you walk away with a receipt.",
        true,
        check,
        {{"a screen before the receipt", "information.yaml", "to: received, by: resident, form: request, notices",
          "to: received, by: resident, form: request, guards: [rules_in_force], notices", false},
         {"a receipt without a date", "information.yaml",
          "prints: [number, owner, next_step, next_date]}\n  intent:", "prints: [number, owner, next_step]}\n  intent:", false},
         {"a receipt that says more", "information.yaml", "prints: [number, owner, next_step, next_date]}\n  intent:",
          "prints: [date, number, owner, next_step, next_date]}\n  intent:", true}}};
}

}  // namespace hearth::procedure
