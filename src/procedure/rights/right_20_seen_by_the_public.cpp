#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 20;
constexpr int k_withdraw_days_max = 3;

bool is_free_of_form(const Field& field) {
    static const std::vector<std::string> k_types = {"text", "long_text", "points", "paper", "photo", "place"};
    return has(k_types, field.type);
}

bool is_filled_by_person(const Procedure& procedure, const Form& form) {
    return std::ranges::any_of(procedure.acts, [&](const ActRule& act) { return act.form == form.id && by_person(act); });
}

void check_forms(const Procedure& procedure, Findings& findings) {
    for (const Form& form : procedure.forms) {
        const bool persons_form = is_filled_by_person(procedure, form);
        for (const Field& field : form.fields) {
            if (field.klass != FieldClass::open) continue;
            if (field.type.starts_with("person.")) {
                findings.add(k_right, field.mark, "*" + field.id + "* is about a person and would be public");
            } else if (persons_form && is_free_of_form(field)) {
                findings.add(k_right, field.mark, "*" + field.id + "* is written by a person and would be public");
            }
        }
    }
}

void check_publication(const ActRule& act, Findings& findings) {
    const Publication& publication = *act.publish;
    const auto say = [&](const std::string& message) {
        findings.add(k_right, publication.mark, "what *" + act.id + "* publishes " + message);
    };
    if (!publication.masked && publication.consent.empty()) say("shows names without the consent of the person (masked)");
    if (publication.days == 0) say("has no number of days");
    const Term& withdraw = publication.withdraw;
    const bool in_days = withdraw.unit == Unit::calendar_days || withdraw.unit == Unit::working_days;
    if (withdraw.n == 0 || withdraw.n > k_withdraw_days_max || !in_days)
        say("must be withdrawn within at most 3 days when it is annulled");
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    if (subject.procedure().figures.empty()) findings.add(k_right, subject.procedure().mark, "the procedure publishes no figures");
    check_forms(subject.procedure(), findings);
    for (const ActRule& act : subject.procedure().acts) {
        if (act.publish) check_publication(act, findings);
    }
    const Body& retaliation = subject.pack().retaliation;
    if (!above(retaliation, {std::string(k_handling_body), 0, false})) {
        findings.add(k_right, subject.pack().retaliation_mark,
                     "reports of retaliation go to " + words_of(retaliation) + ", which is not above *handling_body*");
    }
}

}  // namespace

Right right_20_seen_by_the_public() {
    return {
        k_right,
        "Each procedure publishes its figures; nothing about a person and nothing that a person wrote is public; publications are "
        "masked, have an end and are withdrawn within three days; retaliation is reported to another body.",
        "The town sees how its offices work, and nobody sees you.",
        false,
        check,
        {{"a name for all to read", "information.yaml", "class: body, for: [refuse]", "class: public, for: [refuse]", false},
         {"words for all to read", "information.yaml", "class: parties, for: [give, refuse, uphold]",
          "class: public, for: [give, refuse, uphold]", false},
         {"no figures", "information.yaml",
          "figures: {success: [confirmed, time_kept, overturned], counts: [received, given, refused], by: [office, quarter]}\n", "",
          false},
         {"retaliation told to the office itself", "pack.yaml", "retaliation: supervision", "retaliation: handling_body", false},
         {"a publication without a mask", "information.yaml", "notices: {resident: given}}\n  intend",
          "notices: {resident: given}, publish: {what: [rules], days: 20, masked: false, withdraw: {n: 3, unit: wd}}}\n  intend",
          false},
         {"a publication with a mask", "information.yaml", "notices: {resident: given}}\n  intend",
          "notices: {resident: given}, publish: {what: [rules], days: 20, masked: true, withdraw: {n: 3, unit: wd}}}\n  intend",
          true}}};
}

}  // namespace hearth::procedure
