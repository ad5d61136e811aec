#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 7;

bool is_identifying(const Field& field) {
    static const std::vector<std::string> k_types = {"person.name",      "person.phone",   "person.address",   "person.birth_date",
                                                     "person.id_number", "person.account", "person.signature", "person.household"};
    return has(k_types, field.type);
}

/// Fields by which somebody is looked up: only opening the seal may need them.
bool is_behind_the_seal(const Field& field) {
    static const std::vector<std::string> k_types = {"person.name", "person.phone", "person.address", "person.id_number"};
    return has(k_types, field.type);
}

void check_kind(const Subject& subject, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    const auto say = [&](const std::string& message) { findings.add(k_right, procedure.identity_mark, message); };
    if (procedure.identity_kind.empty()) say("the procedure does not say whether it needs to know who asks (identity)");
    if (procedure.identity_because.by_language.empty()) say("identity does not say why (because)");
    const bool cites = procedure.identity_citation && !procedure.identity_citation->article.empty();
    if (procedure.identity_kind == "named" && !cites) say("identity is named without citing the article that asks for it");
    if (procedure.identity_kind == "sealed" && procedure.unseal.empty())
        say("identity is sealed, but no act opens the seal (unseal)");
}

void check_field(const Subject& subject, const Field& field, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    if (!is_identifying(field) || procedure.identity_kind == "named") return;
    if (procedure.identity_kind == "none") {
        findings.add(k_right, field.mark, "*" + field.id + "* tells who asks, but the procedure needs nobody's identity");
    } else if (field.klass != FieldClass::sealed) {
        findings.add(k_right, field.mark, "*" + field.id + "* tells who asks and must be sealed");
    }
    if (procedure.identity_kind != "sealed" || !is_behind_the_seal(field)) return;
    for (const std::string& id : field.purposes) {
        const ActRule* act = procedure.act(id);
        if (act != nullptr && act->has_effect("unseal")) continue;
        findings.add(k_right, field.mark, "*" + field.id + "* is read by *" + id + "* without an act of unsealing");
    }
}

Body accused_unit() { return {std::string(k_accused_unit), 0, false}; }

void check_unsealing(const Subject& subject, const ActRule& act, Findings& findings) {
    const auto say = [&](const std::string& message) {
        findings.add(k_right, act.mark, "*" + act.id + "* opens the seal and " + message);
    };
    const Post* post = subject.post_of(act);
    if (post == nullptr || post->agent) say("must be the act of a post that is no agent");
    if (post != nullptr && post->of == accused_unit()) say("may not be done by the accused unit");
    if (!subject.form_has(act, "reasons")) say("must state its reasons");
    const auto missing = lacking({"author", "reasons"}, subject.letter(act));
    if (!missing.empty()) say("must tell the person its " + listed(missing));
    if (act.bulk) say("may not be done for several matters at once");
}

void check_accusation(const Subject& subject, const ActRule& act, Findings& findings) {
    const Form* form = subject.procedure().form(act.form);
    if (!act.accuses || form == nullptr) return;
    for (const Field& field : form->fields) {
        if (field.klass != FieldClass::sealed)
            findings.add(k_right, field.mark, "*" + field.id + "* of an accusation must be sealed");
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    check_kind(subject, findings);
    for (const Form& form : subject.procedure().forms) {
        for (const Field& field : form.fields) check_field(subject, field, findings);
    }
    const ActRule* named = subject.procedure().act(subject.procedure().unseal);
    if (named != nullptr && !named->has_effect("unseal")) {
        findings.add(k_right, named->mark, "*" + named->id + "* is named as the act of unsealing but has no effect unseal");
    }
    for (const ActRule& act : subject.procedure().acts) {
        if (act.has_effect("unseal")) check_unsealing(subject, act, findings);
        check_accusation(subject, act, findings);
    }
}

}  // namespace

Right right_07_pseudonym() {
    return {k_right,
            "A procedure says whether it needs to know who asks, and why; a name that is not asked for by law is sealed; opening a "
            "seal is an act with reasons, told to the person, never by the accused unit.",
            "Your name lies apart from your matter, and you are told when somebody opens it, who, and why.",
            false,
            check,
            {{"named without an article", "information.yaml", ", article: '29'}}", "}}", false},
             {"sealed without an act that opens", "information.yaml", "identity: {kind: named", "identity: {kind: sealed", false},
             {"none, and yet a name", "information.yaml", "identity: {kind: named", "identity: {kind: none", false},
             {"another article", "information.yaml", "article: '29'}}", "article: '29 (2)'}}", true}}};
}

}  // namespace hearth::procedure
