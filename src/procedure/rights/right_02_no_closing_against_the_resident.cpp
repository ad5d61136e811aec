#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 2;
constexpr double k_days_before_rest = 10;

bool is_unconditional(const ActRule& act) {
    return by_one_person(act) && act.guards.empty() && act.limit == 0 && act.consent.empty();
}

/// Into a rest that the word of one person undoes.
bool can_be_woken(const Subject& subject, const State& quiet) {
    return std::ranges::any_of(subject.acts_from(quiet), [&](const ActRule* act) {
        const State* to = subject.target(*act, &quiet);
        return is_unconditional(*act) && to != nullptr && !to->quiet;
    });
}

bool waits_long_enough(const ActRule& act) {
    return std::ranges::any_of(act.guards, [](const Guard& guard) {
        return guard.word == "after" && (guard.from == "entry" || guard.from == "served") &&
               shortest_days(guard.term) >= k_days_before_rest;
    });
}

bool lays_to_rest(const Subject& subject, const Configuration& from, const State& to, const ActRule& act) {
    return act.has_effect("rest") && is_persons(*from.state) && from.reminded && waits_long_enough(act) &&
           subject.letter(act).contains("undo_how") && can_be_woken(subject, to);
}

bool is_last_word_from_above(const Subject& subject, const Space& space, const Configuration& from, const ActRule& act) {
    if (!is_adverse(act) || by_person(act)) return false;
    const Body own = subject.body_of(act);
    std::vector<Body> others = space.bodies_that_decided(from);
    std::erase(others, own);
    return !others.empty() && std::ranges::all_of(others, [&](const Body& other) { return above(own, other); });
}

bool may_close(const Subject& subject, const Space& space, const Step& step) {
    if (step.act == nullptr) return false;
    const Configuration& from = space.at(step.from);
    return by_person(*step.act) || lays_to_rest(subject, from, *space.at(step.to).state, *step.act) ||
           is_last_word_from_above(subject, space, from, *step.act);
}

void check_closings(const Subject& subject, const Space& space, Findings& findings) {
    for (const Step& step : space.steps()) {
        const State* from = space.at(step.from).state;
        const State* to = space.at(step.to).state;
        if (from == nullptr || from->quiet || to == nullptr || !to->quiet || may_close(subject, space, step)) continue;
        const Mark mark = step.act == nullptr ? from->on_expire->mark : step.act->mark;
        const std::string who = step.act == nullptr ? "the clock" : "*" + step.act->id + "*";
        findings.add(k_right, mark, who + " closes the matter without the resident", space.path_over(step));
    }
}

bool leads_to_body(const Subject& subject, const ActRule& act, const State& from) {
    const State* to = subject.target(act, &from);
    return to != nullptr && is_bodys(*to);
}

bool brings_new_facts(const Subject& subject, const ActRule& act, const State& quiet) {
    return by_one_person(act) && act.limit == 0 && act.consent.empty() && act.guards.size() == 1 && has_guard(act, "new_facts") &&
           leads_to_body(subject, act, quiet);
}

void check_ways_out(const Subject& subject, Findings& findings) {
    for (const State& state : subject.procedure().states) {
        const auto acts = subject.acts_from(state);
        if (state.quiet && std::ranges::none_of(acts, [&](const ActRule* act) { return brings_new_facts(subject, *act, state); })) {
            findings.add(
                k_right, state.mark,
                "from *" + state.id + "* no act of one person with new_facts alone, and without a limit, leads back to a body");
        }
        const auto is_way = [&](const ActRule* act) { return by_person(*act) && leads_to_body(subject, *act, state); };
        if (is_persons(state) && std::ranges::none_of(acts, is_way)) {
            findings.add(k_right, state.mark, "in *" + state.id + "* the person has no act that puts a body to work again");
        }
    }
}

void check(const Subject& subject, const Space& space, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        for (const char* word : {"confirm", "withdraw"}) {
            if (!by_person(act) && act.has_effect(word)) {
                findings.add(k_right, act.mark, "*" + act.id + "* lets a post " + word + " for the person");
            }
        }
    }
    check_closings(subject, space, findings);
    check_ways_out(subject, findings);
}

}  // namespace

Right right_02_no_closing_against_the_resident() {
    return {
        k_right,
        "An open matter becomes quiet only by an act of the person, by a rest after a reminder that her word undoes, or by a "
        "reasoned act of a body above all that decided; new facts always lead out of quiet.",
        "Nobody closes your matter over your head, and silence is not consent.",
        false,
        check,
        {{"an official who closes", "information.yaml", "to: given, by: handler, form: decision",
          "to: closed, by: handler, form: decision", false},
         {"a rest without a reminder", "information.yaml", "from: [reminded], to: dormant", "from: [given], to: dormant", false},
         {"a rest after nine days", "information.yaml", "{after: {n: 30, unit: cd, from: entry}}",
          "{after: {n: 9, unit: cd, from: entry}}", false},
         {"a rest after ten days", "information.yaml", "{after: {n: 30, unit: cd, from: entry}}",
          "{after: {n: 10, unit: cd, from: entry}}", true},
         {"new facts only so often", "information.yaml", "from: [any_quiet, upheld], to: received, by: resident",
          "from: [any_quiet, upheld], to: received, limit: 3, by: resident", false},
         {"a handler who confirms", "information.yaml", "to: closed, by: resident, effects: [confirm]",
          "to: closed, by: handler, effects: [confirm]", false}}};
}

}  // namespace hearth::procedure
