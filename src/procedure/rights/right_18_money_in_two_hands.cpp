#include <algorithm>
#include <set>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 18;

/// propose, approve, pay, audit in this order; a charge stands apart.
int rank(const ActRule& act) {
    static const std::vector<std::string> k_steps = {"propose", "approve", "pay", "audit"};
    return static_cast<int>(std::ranges::find(k_steps, act.money->step) - k_steps.begin());
}

bool is_step(const ActRule& act, std::string_view step) { return act.money && act.money->step == step; }

void check_hands(const Procedure& procedure, const ActRule& act, Findings& findings) {
    if (is_step(act, "charge")) return;
    for (const ActRule& earlier : procedure.acts) {
        if (!earlier.money || is_step(earlier, "charge") || rank(earlier) >= rank(act) || has(act.not_by, earlier.id)) continue;
        findings.add(k_right, act.mark, "*" + act.id + "* may be done by the same person as *" + earlier.id + "* (not_by)");
    }
}

void check_ground(const Procedure& procedure, const ActRule& act, Findings& findings) {
    const bool is_charge = is_step(act, "charge");
    if (!is_charge && !is_step(act, "approve") && !is_step(act, "pay")) return;
    const ActRule* on = procedure.act(act.money->on);
    const auto carries = [](const std::string& outcome) { return is_for_person(outcome) || outcome == "passed"; };
    const bool grounded =
        on != nullptr && (is_charge ? decides(*on) || has(on->outcome, "passed") : std::ranges::any_of(on->outcome, carries));
    if (!grounded) findings.add(k_right, act.mark, "*" + act.id + "* moves money and rests on no decision or resolution (on)");
}

void check_ledger(const Procedure& procedure, const ActRule& act, Findings& findings) {
    if (!is_step(act, "pay")) return;
    if (!act.publish || !has(act.publish->what, "ledger_line"))
        findings.add(k_right, act.mark, "*" + act.id + "* pays and publishes no ledger_line");
    const auto audits = [](const ActRule& other) { return is_step(other, "audit"); };
    if (std::ranges::none_of(procedure.acts, audits))
        findings.add(k_right, act.mark, "*" + act.id + "* pays and nothing audits it");
}

/// Whether an act of that step stands there and was not used up.
bool is_at_hand(const Procedure& procedure, const Space& space, const Configuration& here, std::string_view step) {
    return std::ranges::any_of(procedure.acts,
                               [&](const ActRule& act) { return is_step(act, step) && space.has_happened(act, here); });
}

void check_step(const Procedure& procedure, const Space& space, const Step& step, Findings& findings) {
    const ActRule& act = *step.act;
    const Configuration& here = space.at(step.from);
    for (const auto& [later, earlier] : {std::pair("approve", "propose"), std::pair("pay", "approve")}) {
        if (!is_step(act, later) || is_at_hand(procedure, space, here, earlier)) continue;
        findings.add(k_right, act.mark, "*" + act.id + "* can happen without a step *" + earlier + "* of its own",
                     space.path_over(step));
    }
    const ActRule* on = procedure.act(act.money->on);
    if (on != nullptr && !space.has_happened(*on, here)) {
        findings.add(k_right, act.mark, "*" + act.id + "* can happen before *" + on->id + "*, on which it rests",
                     space.path_over(step));
    }
}

void check(const Subject& subject, const Space& space, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    for (const ActRule& act : procedure.acts) {
        if (!act.money) continue;
        check_hands(procedure, act, findings);
        check_ground(procedure, act, findings);
        check_ledger(procedure, act, findings);
    }
    for (const Step& step : space.steps()) {
        if (step.act != nullptr && step.act->money) check_step(procedure, space, step, findings);
    }
}

}  // namespace

Right right_18_money_in_two_hands() {
    return {
        k_right,
        "Who proposes, approves, pays and audits are different people; each payment rests on a decision, uses up its own approval, "
        "and stands in the published ledger; what is paid is audited.",
        "No hand alone moves public money, and you can see each line.",
        true,
        check,
        {{"a payment out of nothing", "information.yaml", "to: same, by: supervisor, notices",
          "to: same, by: supervisor, money: {step: pay}, notices", false},
         {"an approval without a proposal", "information.yaml", "to: same, by: supervisor, notices",
          "to: same, by: supervisor, money: {step: approve, on: order}, notices", false},
         {"a proposal", "information.yaml", "to: same, by: supervisor, notices",
          "to: same, by: supervisor, money: {step: propose}, notices", true}}};
}

}  // namespace hearth::procedure
