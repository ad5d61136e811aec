#include "procedure/forbidden_words.hpp"
#include "procedure/rights/right.hpp"
#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 5;

void check_labels(const std::vector<Label>& labels, Findings& findings) {
    for (const Label& label : labels) {
        if (const auto word = forbidden_word(label.text)) {
            findings.add(k_right, label.mark,
                         "\"" + label.text + "\" holds the word \"" + *word + "\", which no text of Hearth may hold");
        }
        if (label.is_option && is_forbidden_value(label.text)) {
            findings.add(k_right, label.mark, "the option " + label.text + " sorts people by a trait that Hearth does not hold");
        }
    }
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    check_labels(subject.procedure().labels, findings);
    check_labels(subject.pack().labels, findings);
    for (const Form& form : subject.procedure().forms) {
        for (const Field& field : form.fields) {
            if (text::contains(text::field_type_words(), field.type)) continue;
            findings.add(k_right, field.mark,
                         "field *" + field.id + "* has the type \"" + field.type + "\", which is not in the closed list of types");
        }
    }
}

}  // namespace

Right right_05_forbidden_fields() {
    return {
        k_right,
        "Fields have types of a closed list, and no id, title or option names ethnicity, religion, political view, opinion or risk "
        "scores, biometrics, tracks, histories of petitions or crimes, military or frontier data.",
        "Nobody here can ask you, or note of you, what you believe, where you come from or how often you complain.",
        false,
        check,
        {{"a field of a type that does not exist", "information.yaml", "type: person.name", "type: person.party", false},
         {"a title with a forbidden word", "information.yaml", "title: {en: Name,", "title: {en: Name and religion,", false},
         {"an id with a forbidden word", "information.yaml", "    name:    {type", "    risk_score:    {type", false},
         {"a word that only contains one", "information.yaml", "title: {en: Name,", "title: {en: Name on the surface,", true}}};
}

}  // namespace hearth::procedure
