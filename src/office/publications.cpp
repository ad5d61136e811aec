#include "office/publications.hpp"

#include <algorithm>

#include "office/consents.hpp"
#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;

const matter::Publication* last_publication(const matter::Matter& matter) {
    const auto& all = matter.publications;
    const auto found = std::find_if(all.rbegin(), all.rend(), [](const auto& p) { return !p.withdrawn; });
    return found == all.rend() ? nullptr : &*found;
}

bool has_decided_or_published(const matter::Matter& matter, const std::string& act) {
    const bool published = std::ranges::any_of(matter.publications, [&](const auto& p) { return p.act == act && !p.withdrawn; });
    return published || std::ranges::find(matter.decisions, act, &matter::Decision::act) != matter.decisions.end();
}

/// The act that the form names, else the one that decided or published last.
std::string act_meant(const Step& step) {
    const base::Json* named = field_of_type(step.procedure.form(step.rule.form), step.command, "act");
    if (named != nullptr) return named->get<std::string>();
    const auto when = [&](const std::string& act) { return step.matter.last.at(act); };
    const matter::Publication* published = last_publication(step.matter);
    if (step.matter.decisions.empty()) return published == nullptr ? std::string() : published->act;
    const std::string& decided = step.matter.decisions.back().act;
    // Within one instant the publication is what followed.
    return published != nullptr && when(published->act) >= when(decided) ? published->act : decided;
}

}  // namespace

void note_publication(Step& step) {
    if (!step.rule.publish || step.command.imported) return;
    const procedure::Publication& publish = *step.rule.publish;
    if (!publish.consent.empty() && !is_in_force(step.matter, publish.consent, step.legal_at)) return;
    const auto& rules = step.office.rules();
    const procedure::Term days{publish.days, procedure::Unit::calendar_days};
    const auto due = procedure::due_date(days, step.legal_at, rules.calendar(), rules.zone(), false);
    step.noted["publishes"] = {{"ends", due.ends.ms}, {"last_day", base::to_string(due.last_day)}};
}

Result<Done> note_objection(Step& step) {
    if (!step.rule.has_effect("objection") || step.command.imported) return Done{};
    const matter::Publication* published = last_publication(step.matter);
    if (published == nullptr) return Refusal{Reason::out_of_order, "office/nothing_published", {}, {}};
    step.noted["objects_to"] = published->act;
    return Done{};
}

Result<Done> note_annulment(Step& step) {
    if (!step.rule.has_effect("annul") || step.command.imported) return Done{};
    const std::string act = act_meant(step);
    if (act.empty() || !has_decided_or_published(step.matter, act))
        return Refusal{Reason::out_of_order, "office/nothing_to_annul", {}, act.substr(0, 64)};
    step.noted["annuls"] = act;
    return Done{};
}

}  // namespace hearth::office
