#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 21;
constexpr int k_undo_days_min = 60;

bool gives_consent(const Procedure& procedure, const ActRule& act) {
    return std::ranges::any_of(procedure.consents, [&](const Procedure::Consent& consent) {
        return has(consent.given_by, act.id) || has(consent.withdrawn_by, act.id);
    });
}

/// The person's own word, which nobody may put into her mouth.
bool is_own_word(const Subject& subject, const ActRule& act) {
    static const std::vector<std::string> k_effects = {"confirm", "withdraw", "settle", "waiver", "vote", "proxy"};
    const bool speaks = std::ranges::any_of(k_effects, [&](const std::string& effect) { return act.has_effect(effect); });
    const auto states = subject.targets(act);
    const bool ends = act.to != "same" && std::ranges::any_of(states, [](const State* state) { return state->quiet; });
    return by_person(act) && (speaks || ends || gives_consent(subject.procedure(), act));
}

/// Whether the body owes anything in this procedure or acts in it.
bool has_a_stake(const Subject& subject, const Body& body) {
    const Procedure& procedure = subject.procedure();
    const auto owns = [&](const State& state) { return is_bodys(state) && state.owner_body == body; };
    const auto acts = [&](const ActRule& act) { return !by_person(act) && subject.body_of(act) == body; };
    return std::ranges::any_of(procedure.states, owns) || std::ranges::any_of(procedure.acts, acts);
}

void check_assisted(const Subject& subject, const ActRule& act, const Assisted& assisted, Findings& findings) {
    const auto say = [&](const std::string& message) {
        findings.add(k_right, assisted.mark, "*" + act.id + "*, entered for the person, " + message);
    };
    if (assisted.evidence.empty()) say("needs evidence");
    const bool long_enough = assisted.undo.unit == Unit::calendar_days && assisted.undo.n >= k_undo_days_min;
    if (!long_enough) say("must be undone at her word for at least 60 cd");
    const Notice* notice = subject.procedure().notice(assisted.notice);
    const auto missing = notice == nullptr ? std::vector<std::string>{"author", "undo_how"}
                                           : lacking({"author", "undo_how"}, {notice->prints.begin(), notice->prints.end()});
    if (!missing.empty()) say("must be told to her with " + listed(missing));
    const Post* by = subject.pack().post(assisted.by);
    if (by == nullptr) return say("does not say who enters it (by)");
    if (has_a_stake(subject, by->of)) {
        findings.add(
            k_right, assisted.mark,
            "*" + act.id + "* may be entered by *" + by->id + "*, who belongs to a body that owes an answer or acts itself");
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        const Assisted* assisted = subject.assisted(act);
        if (is_own_word(subject, act) && assisted != nullptr) check_assisted(subject, act, *assisted, findings);
    }
}

}  // namespace

Right right_21_entered_for_another() {
    return {k_right,
            "What is a person's own word is entered for her only with evidence, by somebody whose body has no stake, is told to "
            "her, and "
            "is undone at her word for sixty days.",
            "Nobody can say yes in your name without your paper, and you have two months to take it back.",
            false,
            check,
            {{"the owing body enters it", "information.yaml", "receipt_code], by: hall_clerk", "receipt_code], by: handler", false},
             {"59 days to undo it", "information.yaml", "undo: {n: 60, unit: cd}", "undo: {n: 59, unit: cd}", false},
             {"no evidence", "information.yaml", "evidence: [signed_paper, receipt_code]", "evidence: []", false},
             {"she is not told how to undo it", "information.yaml", "prints: [number, author, date, undo_how]",
              "prints: [number, author, date]", false},
             {"more time to undo it", "information.yaml", "undo: {n: 60, unit: cd}", "undo: {n: 90, unit: cd}", true}}};
}

}  // namespace hearth::procedure
