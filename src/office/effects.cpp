#include "office/effects.hpp"

#include "office/consents.hpp"
#include "office/linked.hpp"
#include "office/money.hpp"
#include "office/parties.hpp"
#include "office/publications.hpp"
#include "office/resolution.hpp"
#include "office/standing_aside.hpp"

namespace hearth::office {

base::Result<base::Done> work_out_effects(Step& step) {
    note_consents(step);
    note_matter_type(step);
    HEARTH_TRY(party, note_party(step));
    HEARTH_TRY(annulled, note_annulment(step));
    HEARTH_TRY(objected, note_objection(step));
    HEARTH_TRY(money, note_money(step));
    HEARTH_TRY(links, note_links(step));
    note_publication(step);
    if (step.rule.has_effect("confirm")) step.noted["confirmed"] = true;
    if (step.rule.has_effect("settle")) step.noted["settled"] = true;
    if (!step.command.imported && is_remembered(step.procedure, step.rule)) step.noted["doer"] = true;
    return base::Done{};
}

base::Result<base::Done> effects_are_carried(const procedure::ActRule& rule) {
    for (const char* word : {"vote", "proxy"}) {
        if (rule.has_effect(word)) return base::Refusal{base::Reason::not_permitted, "office/effect_not_carried", {}, word};
    }
    return base::Done{};
}

}  // namespace hearth::office
