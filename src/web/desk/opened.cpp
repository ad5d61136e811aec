#include "web/desk/opened.hpp"

#include <algorithm>

#include "office/bodies.hpp"
#include "office/consents.hpp"
#include "office/filed_acts.hpp"
#include "office/guards.hpp"
#include "office/standing_aside.hpp"

namespace hearth::web::desk {

using pages::OpenedMatter;
using pages::View;
using procedure::ActRule;

std::optional<OpenedMatter> opened_of(const Visit& visit, const record::MatterRow& row,
                                      const std::vector<record::StoredEntry>& stored) {
    auto folded = matter::load(row.folded);
    if (!folded) return std::nullopt;
    const procedure::Procedure* procedure = visit.view.office->rules->pack.procedure(row.procedure.text, folded->procedure_version);
    if (procedure == nullptr || procedure->state(folded->state) == nullptr) return std::nullopt;
    auto [entries, records] = office::filed_acts(stored, visit.view.office->origin);
    return OpenedMatter{*procedure, std::move(*folded), std::move(entries), std::move(records)};
}

bool stands_aside(const Visit& visit, const matter::Matter& matter) {
    return std::ranges::any_of(visit.posts, [&](const base::PostId& post) {
        const record::Actor actor{record::Actor::Kind::post, {}, post, visit.view.office->profile.id};
        return office::is_aside(matter, actor, visit.session.account.text);
    });
}

std::optional<OpenedMatter> opened_matter(const Visit& visit, base::MatterId id) {
    record::Store& store = *visit.view.office->store;
    const auto row = store.matter(id);
    if (!row || row->accused == visit.view.office->profile.id) return std::nullopt;
    auto opened = opened_of(visit, *row, store.entries_of(id));
    return opened && stands_aside(visit, opened->matter) ? std::nullopt : std::move(opened);
}

std::string heading_of(const Visit& visit, const OpenedMatter& opened) {
    const std::string words = first_words(opened, visit.reader());
    return words.empty() ? visit.view.tongue.wording.of(opened.procedure.title) : words;
}

/// Whether somebody of the visit may do this act now, as far as text and posts say; guards speak when it is sent.
bool may_do(const Visit& visit, const ActRule& act, const OpenedMatter& opened) {
    if (act.actor != procedure::ActorKind::post || !visit.holds(act.post)) return false;
    const procedure::Post* post = visit.view.office->rules->pack.post(act.post);
    if (post == nullptr || !act.is_possible_from(*opened.procedure.state(opened.matter.state))) return false;
    if (!act.consent.empty() && !office::is_in_force(opened.matter, act.consent, visit.now)) return false;
    const office::Office rules_only(visit.view.office->profile, visit.view.office->rules);
    return office::office_of(post->of, opened.matter.handling, rules_only, office::barred_in(opened.matter)) ==
           visit.view.office->profile.id;
}

std::vector<const ActRule*> done_together(const Visit& visit, const OpenedMatter& opened) {
    std::vector<const ActRule*> acts;
    for (const ActRule& act : opened.procedure.acts) {
        const bool is_plain =
            act.bulk && act.form.empty() && act.outcome.size() < 2 && std::ranges::none_of(act.outcome, office::is_adverse);
        if (is_plain && may_do(visit, act, opened)) acts.push_back(&act);
    }
    return acts;
}

office::Command command_by(const Visit& visit, const OpenedMatter& opened, const ActRule& act) {
    office::Command command;
    command.by.kind = record::Actor::Kind::post;
    command.by.post = {act.post};
    command.by.office = visit.view.office->profile.id;
    command.account = visit.session.account.text;
    command.deputy = visit.in_place_of.contains(act.post);
    command.office = command.by.office;
    command.procedure = {opened.procedure.id};
    command.act = act.id;
    command.matter = opened.matter.id;
    command.received_at = visit.now;
    command.seen = opened.matter.acts;
    return command;
}

}  // namespace hearth::web::desk
