#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 10;
constexpr int k_returns_max = 2;

/// A body above can settle from here whose matter it is.
bool can_be_assigned(const Subject& subject, const ActRule& passed, const State& from) {
    return std::ranges::any_of(subject.acts_from(from), [&](const ActRule* act) {
        return act->has_effect("assign") && above(subject.body_of(*act), subject.body_of(passed));
    });
}

void check_clock(const Subject& subject, const ActRule& act, Findings& findings) {
    for (const State* to : subject.targets(act)) {
        // The letter of this act is served when it is done, so a term from service would begin anew as well.
        const auto starts_at = [&](std::string_view word) { return has(to->deadline->start, word); };
        if (to->deadline && !starts_at("entry") && !starts_at("served") && !starts_at(act.id)) continue;
        findings.add(k_right, act.mark, "*" + act.id + "* leads to *" + to->id + "* and its term starts anew");
    }
}

void check_assignment(const Subject& subject, const ActRule& act, Findings& findings) {
    std::vector<const State*> states = subject.sources(act);
    for (const State* to : subject.targets(act)) states.push_back(to);
    for (const State* state : states) {
        if (can_be_assigned(subject, act, *state)) continue;
        findings.add(k_right, act.mark,
                     "*" + act.id + "* passes the matter on, but in *" + state->id + "* no body above can assign it");
    }
}

void check_passing(const Subject& subject, const ActRule& act, bool back, Findings& findings) {
    const auto say = [&](const std::string& message) {
        findings.add(k_right, act.mark, "*" + act.id + "* passes the matter on " + message);
    };
    if (!subject.form_has(act, "reasons")) say("without reasons");
    if (act.limit == 0 || act.limit > k_returns_max) say("more often than twice: it needs a limit of at most 2");
    if (!subject.letter(act).contains("owner")) say("without telling the person who has it now (owner)");
    if (back && !has_guard(act, "within")) say("back without a term in which that must be done (within)");
    check_clock(subject, act, findings);
    check_assignment(subject, act, findings);
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    for (const State& state : subject.procedure().states) {
        if (!state.quiet && state.owner == Owner::none)
            findings.add(k_right, state.mark, "*" + state.id + "* is open and has no owner");
    }
    for (const ActRule& act : subject.procedure().acts) {
        const bool back = act.has_effect("send_back");
        if (back || act.has_effect("pass_on")) check_passing(subject, act, back, findings);
    }
}

}  // namespace

Right right_10_one_owner() {
    return {
        k_right,
        "Each open state has one owner; passing on and sending back have reasons and a limit, tell the person, and leave the clock "
        "running; a body above can always assign.",
        "At every moment one office owes you the next step, and handing your matter round gains nobody time.",
        true,
        check,
        {{"nobody owns it", "information.yaml", "received:     {kind: open, owner: handling_body,", "received:     {kind: open,",
          false},
         {"passing on as often as one likes", "information.yaml", "effects: [rest], guards", "effects: [rest, pass_on], guards",
          false},
         {"another owner", "information.yaml", "late:         {kind: open, owner: next_higher(handling_body)",
          "late:         {kind: open, owner: next_higher( handling_body )", true}}};
}

}  // namespace hearth::procedure
