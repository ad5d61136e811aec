#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 12;

void check_form(const Subject& subject, const ActRule& act, Findings& findings) {
    std::vector<std::string> missing;
    for (const char* type : {"facts", "evidence", "rules", "reasons"}) {
        if (!subject.form_has(act, type)) missing.emplace_back(type);
    }
    if (!missing.empty()) findings.add(k_right, act.mark, "*" + act.id + "* decides without written " + listed(missing));
}

void check_decision(const Subject& subject, const ActRule& act, Findings& findings) {
    check_form(subject, act, findings);
    for (const char* guard : {"points_answered", "rules_in_force"}) {
        if (!has_guard(act, guard)) findings.add(k_right, act.mark, "*" + act.id + "* decides without the guard " + guard);
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        if (decides(act)) check_decision(subject, act, findings);
        if (!is_adverse(act)) continue;
        const auto missing = lacking({"request", "facts", "rules", "reasons", "outcome", "author", "date"}, subject.letter(act));
        if (!missing.empty()) findings.add(k_right, act.mark, "the letter of *" + act.id + "* does not print " + listed(missing));
    }
}

}  // namespace

Right right_12_reasoned_acts() {
    return {
        k_right,
        "Whoever decides writes down facts, evidence, rules and reasons, answers every point, and applies only rules that were "
        "published and in force; the letter of a no prints them.",
        "Each point you raised has its answer, with the rule it rests on.",
        false,
        check,
        {{"no evidence", "information.yaml", "{type: evidence, title: {en: Evidence", "{type: text, title: {en: Evidence", false},
         {"points left open", "information.yaml", "outcome: [refused, partly_granted], guards: [points_answered, rules_in_force]",
          "outcome: [refused, partly_granted], guards: [rules_in_force]", false},
         {"a letter without reasons", "information.yaml", "rules, reasons, outcome, author, date, appeal_body",
          "rules, outcome, author, date, appeal_body", false},
         {"one more field", "information.yaml", "    evidence: {type: evidence,",
          "    seen_on: {type: date, title: {en: Seen on, zh-Hans: Seen on}, class: parties}\n    evidence: {type: evidence,",
          true}}};
}

}  // namespace hearth::procedure
