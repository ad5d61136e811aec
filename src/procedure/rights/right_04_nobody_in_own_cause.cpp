#include <algorithm>
#include <set>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 4;

void check_stand_aside(const Subject& subject, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    std::vector<std::string> wanted = {"party", "near_relative", "interested"};
    const auto appeals_by_act = [](const ActRule& act) { return act.appeal && !act.appeal->by.empty(); };
    if (std::ranges::any_of(procedure.acts, appeals_by_act)) wanted.emplace_back("own_act");
    if (std::ranges::any_of(procedure.acts, &ActRule::accuses)) wanted.emplace_back("accused_unit");
    const auto missing = lacking(wanted, {procedure.stand_aside.begin(), procedure.stand_aside.end()});
    if (!missing.empty()) findings.add(k_right, procedure.stand_aside_mark, "stand_aside lacks " + listed(missing));
}

/// Whoever decides where an appeal leads belongs to a body above the one appealed against.
void check_judges(const Subject& subject, const ActRule& act, Findings& findings) {
    const ActRule* appeal = act.appeal ? subject.procedure().act(act.appeal->by) : nullptr;
    if (appeal == nullptr) return;
    for (const State* state : subject.targets(*appeal)) {
        for (const ActRule* judge : subject.acts_from(*state)) {
            if (!decides(*judge) || above(subject.body_of(*judge), subject.body_of(act))) continue;
            findings.add(k_right, judge->mark,
                         "*" + judge->id + "* decides on the appeal against *" + act.id + "*, but *" + judge->post +
                             "* belongs to no body above the one that decided");
        }
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    if (!subject.is_part()) check_stand_aside(subject, findings);
    for (const ActRule& act : subject.procedure().acts) {
        check_judges(subject, act, findings);
        if (act.accuses && (!act.at || !above(*act.at, {std::string(k_accused_unit), 0, false}))) {
            findings.add(k_right, act.mark, "*" + act.id + "* accuses a unit and must be received above it (at)");
        }
        if (act.has_effect("recheck") && act.not_by.empty()) {
            findings.add(k_right, act.mark, "*" + act.id + "* may be rechecked by the same person; not_by is missing");
        }
    }
}

}  // namespace

Right right_04_nobody_in_own_cause() {
    return {k_right,
            "Parties, near relatives, interested persons, the author of an act under review and the accused unit stand aside; an "
            "appeal is decided by posts of a body above; what was repaired is rechecked by somebody else.",
            "Whoever decides on your appeal did not decide before, and has nothing to gain.",
            true,
            check,
            {{"relatives who need not stand aside", "information.yaml", "stand_aside: [party, near_relative, interested, own_act]",
              "stand_aside: [party, interested, own_act]", false},
             {"the handler who upholds himself", "information.yaml", "to: upheld, by: reviewer", "to: upheld, by: handler", false},
             {"more who stand aside", "information.yaml", "stand_aside: [party, near_relative, interested, own_act]",
              "stand_aside: [party, near_relative, interested, own_act, subject]", true}}};
}

}  // namespace hearth::procedure
