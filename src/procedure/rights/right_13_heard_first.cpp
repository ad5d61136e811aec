#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 13;

/// Whether an appeal leads to a state from which the act can be done.
bool decides_on_appeal(const Subject& subject, const ActRule& act) {
    return std::ranges::any_of(subject.procedure().acts, [&](const ActRule& contested) {
        const ActRule* appeal = contested.appeal ? subject.procedure().act(contested.appeal->by) : nullptr;
        if (appeal == nullptr) return false;
        const auto states = subject.targets(*appeal);
        return std::ranges::any_of(states, [&](const State* state) { return act.is_possible_from(*state); });
    });
}

void check(const Subject& subject, const Space& space, Findings& findings) {
    for (const Step& step : space.steps()) {
        if (step.act == nullptr || space.at(step.from).heard || !is_adverse(*step.act)) continue;
        findings.add(k_right, step.act->mark,
                     "*" + step.act->id + "* can go against the resident before he was told what is intended and could speak",
                     space.path_over(step));
    }
    for (const ActRule& act : subject.procedure().acts) {
        if (!is_adverse(act) || has_guard(act, "not_worse") || !decides_on_appeal(subject, act)) continue;
        findings.add(k_right, act.mark,
                     "*" + act.id + "* decides on an appeal and could make it worse for the person; not_worse is missing");
    }
}

}  // namespace

Right right_13_heard_first() {
    return {k_right,
            "An act goes against a person only after she was told what is intended, with reasons, and spoke, waived it, or let the "
            "term "
            "of the notice pass; an appeal never makes it worse.",
            "Before a no, you hear what is intended and why, and you are heard.",
            false,
            check,
            {{"a refusal at once", "information.yaml", "from: [deciding], to: refused", "from: [received, deciding], to: refused",
              false},
             {"a notice without reasons", "information.yaml", "prints: [number, intended, facts, reasons, speak_how, speak_by]",
              "prints: [number, intended, facts, speak_how, speak_by]", false},
             {"an appeal that may make it worse", "information.yaml", "guards: [points_answered, rules_in_force, not_worse]",
              "guards: [points_answered, rules_in_force]", false},
             {"words that count as a waiver", "information.yaml",
              "form: words, effects: [statement], notices: {resident: receipt}}\n  refuse",
              "form: words, effects: [waiver], notices: {resident: receipt}}\n  refuse", true}}};
}

}  // namespace hearth::procedure
