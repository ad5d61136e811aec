#include "web/pages/possible_words.hpp"

#include "base/check.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::pages {

bool is_word(const procedure::ActRule& act, const procedure::State& state) {
    return act.actor != procedure::ActorKind::post && act.is_possible_from(state);
}

std::string leads_words(const procedure::ActRule& act, const procedure::Procedure& procedure, const View& view) {
    const Catalogue& say = view.tongue.catalogue;
    const Wording& words = view.tongue.wording;
    if (act.to == "same") return say("word.stays");
    const procedure::State* to = procedure.state(act.to);
    HEARTH_CHECK(to != nullptr);
    if (to->quiet) return say.with("word.ends", words.of(to->title));
    const std::string owner = words.owner(*to, view.office->rules->pack);
    if (!to->deadline) return say.with("word.leads", owner, words.of(to->title));
    return say.with("word.leads", owner, words.of(to->title)) + say.with("word.term", words.term(to->deadline->term));
}

void fill_possible(ctemplate::TemplateDictionary& values, const procedure::ActRule& act, const procedure::Procedure& procedure,
                   const View& view) {
    auto* one = values.AddSectionDictionary("CAN");
    one->SetValue("ACT_ID", act.id);
    one->SetValue("TITLE_OF", view.tongue.wording.of(act.title));
    one->SetValue("LEADS", leads_words(act, procedure, view));
}

}  // namespace hearth::web::pages
