#include <algorithm>
#include <set>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 6;

bool is_of_person(const Field& field) { return field.type.starts_with("person."); }

bool is_filled_by_person(const Procedure& procedure, const Form& form) {
    return std::ranges::any_of(procedure.acts, [&](const ActRule& act) { return act.form == form.id && by_person(act); });
}

std::string actor_of(const ActRule& act) {
    switch (act.actor) {
        case ActorKind::resident: return "resident";
        case ActorKind::any_party: return "any_party";
        case ActorKind::each_party: return "each_party";
        case ActorKind::post: break;
    }
    return act.post;
}

void check_readers(const Procedure& procedure, const Field& field, Findings& findings) {
    std::set<std::string> actors;
    for (const std::string& id : field.purposes) {
        if (const ActRule* act = procedure.act(id)) actors.insert(actor_of(*act));
    }
    const std::set<std::string> readers(field.readers.begin(), field.readers.end());
    for (const std::string& reader : readers) {
        if (!actors.contains(reader))
            findings.add(k_right, field.mark, "*" + field.id + "* is read by *" + reader + "*, whose acts do not need it");
    }
    for (const std::string& actor : actors) {
        if (!readers.contains(actor))
            findings.add(k_right, field.mark, "*" + field.id + "* is needed by *" + actor + "*, who is not among its readers");
    }
}

void check_field(const Procedure& procedure, const Field& field, Findings& findings) {
    if (field.purposes.empty()) findings.add(k_right, field.mark, "*" + field.id + "* has no purpose: no act needs it");
    check_readers(procedure, field, findings);
    if (!field.keep || !field.keep->complete)
        findings.add(k_right, field.mark, "*" + field.id + "* has no end: it would be kept for ever");
    const bool is_delicate = field.type == "person.health" || field.type == "person.family";
    if (is_delicate && field.consent.empty()) {
        findings.add(k_right, field.mark, "*" + field.id + "* needs a recorded consent of its own");
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    for (const Form& form : procedure.forms) {
        const auto fills_in = [&](const ActRule& act) { return act.form == form.id; };
        if (std::ranges::none_of(procedure.acts, fills_in))
            findings.add(k_right, form.mark, "form *" + form.id + "* is filled in by no act");
        const bool persons_form = is_filled_by_person(procedure, form);
        for (const Field& field : form.fields) {
            if (persons_form || is_of_person(field)) check_field(procedure, field, findings);
        }
    }
}

}  // namespace

Right right_06_purpose_and_end() {
    return {
        k_right,
        "What a person writes, and what is about a person, has acts that need it, exactly their authors as readers, and an end; "
        "health and family need a consent of their own.",
        "What you write is read only by those who need it for your matter, and is erased when its time is over.",
        false,
        check,
        {{"kept for ever", "information.yaml", "for: [give, refuse], readers: [handler], keep: {n: 1, unit: y, from: closed}",
          "for: [give, refuse], readers: [handler]", false},
         {"no purpose", "information.yaml", "class: body, for: [refuse], readers", "class: body, for: [], readers", false},
         {"a reader too many", "information.yaml", "for: [refuse], readers: [handler]",
          "for: [refuse], readers: [handler, reviewer]", false},
         {"kept for a shorter time", "information.yaml",
          "for: [give, refuse], readers: [handler], keep: {n: 1, unit: y, from: closed}",
          "for: [give, refuse], readers: [handler], keep: {n: 6, unit: mo, from: closed}", true}}};
}

}  // namespace hearth::procedure
