#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 15;

void check_expiry(const Subject& subject, const State& state, Findings& findings) {
    const Expiry& expiry = *state.on_expire;
    for (const std::string& outcome : expiry.outcome) {
        if (!is_for_person(outcome))
            findings.add(k_right, expiry.mark, "the clock may not answer \"" + outcome + "\" when *" + state.id + "* expires");
    }
    const State* to = subject.procedure().state(expiry.to);
    if (to == nullptr) return;
    const bool favours = std::ranges::any_of(expiry.outcome, is_for_person);
    if (is_bodys(state) && (to->quiet || (is_persons(*to) && !favours))) {
        findings.add(
            k_right, expiry.mark,
            "when " + words_of(state.owner_body) + " is silent, the matter goes to *" + to->id + "*: silence would answer");
    }
    if (is_persons(state) && to->quiet) {
        findings.add(k_right, expiry.mark,
                     "when the person is silent, the matter goes to *" + to->id + "*: silence would be consent");
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        if (!by_person(act) && act.post == "clock")
            findings.add(k_right, act.mark, "*" + act.id + "* is done by the clock, which only ends terms");
    }
    for (const State& state : subject.procedure().states) {
        if (state.on_expire) check_expiry(subject, state, findings);
    }
}

}  // namespace

Right right_15_no_harm_by_machine_or_silence() {
    return {k_right,
            "The clock does nothing but end terms; what follows is a notice, a higher owner, or an outcome in the person's favour; "
            "silence of either side never ends a matter.",
            "No machine and no silence says no to you.",
            true,
            check,
            {{"silence that answers", "information.yaml", "start: appeal}, on_expire: {to: late_above,",
              "start: appeal}, on_expire: {to: upheld,", false},
             {"silence that consents", "information.yaml", "deadline: {n: 30, unit: cd, start: served}, on_expire: {to: reminded",
              "deadline: {n: 30, unit: cd, start: served}, on_expire: {to: closed", false},
             {"an act of the clock", "information.yaml", "to: same, by: supervisor", "to: same, by: clock", false},
             {"silence that grants", "information.yaml", "start: appeal}, on_expire: {to: late_above,",
              "start: appeal}, on_expire: {to: late_above, outcome: granted,", true}}};
}

}  // namespace hearth::procedure
