#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 24;

bool closes_by_post(const Subject& subject, const ActRule& act) {
    const auto states = subject.targets(act);
    return !by_person(act) && act.to != "same" && std::ranges::any_of(states, [](const State* state) { return state->quiet; });
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        if (!act.bulk || (!is_adverse(act) && !closes_by_post(subject, act))) continue;
        findings.add(k_right, act.mark, "*" + act.id + "* would harm many at once");
    }
}

}  // namespace

Right right_24_no_bulk_harm() {
    return {k_right,
            "What goes against a person, or ends matters by the word of a post, is done for one matter at a time.",
            "A no to you is a no to you alone, thought about by itself.",
            true,
            check,
            {{"many refused at once", "information.yaml", "from: [deciding], to: refused, by: handler",
              "from: [deciding], to: refused, bulk: true, by: handler", false},
             {"many laid to rest at once", "information.yaml", "to: dormant, by: handler", "to: dormant, bulk: true, by: handler",
              false},
             {"many urged at once", "information.yaml", "to: same, by: reviewer", "to: same, bulk: true, by: reviewer", true}}};
}

}  // namespace hearth::procedure
