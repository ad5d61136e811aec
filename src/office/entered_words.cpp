#include "office/entered_words.hpp"

#include <algorithm>
#include <ranges>

#include "office/fields.hpp"
#include "office/frames.hpp"
#include "procedure/calendar.hpp"

namespace hearth::office {

using base::Reason;
using base::Refusal;

namespace {

bool has(const std::vector<std::string>& list, const std::string& word) { return std::ranges::find(list, word) != list.end(); }

void note_fallen_consents(const procedure::Procedure& procedure, const matter::Matter& matter, const std::string& act,
                          record::Frame& frame) {
    std::vector<std::string> left = matter.consents;
    for (const auto& consent : procedure.consents) {
        if (has(consent.given_by, act)) std::erase(left, consent.id);
    }
    if (left != matter.consents) frame.facts["consents"] = left;
}

}  // namespace

const procedure::Assisted* assisted_of(const procedure::Procedure& procedure, const procedure::ActRule& rule) {
    const auto& assisted = rule.assisted ? rule.assisted : procedure.assisted;
    return assisted ? &*assisted : nullptr;
}

std::optional<base::Instant> undo_until(const Step& step, base::Instant now) {
    const bool is_entered = step.command.entered_by && !step.command.evidence.empty() && !step.command.imported;
    const procedure::Assisted* assisted = assisted_of(step.procedure, step.rule);
    const bool is_persons = step.rule.actor != procedure::ActorKind::post;
    if (!is_entered || !is_persons || assisted == nullptr || step.rule.to == "same") return std::nullopt;
    const auto& rules = step.office.rules();
    return procedure::due_date(assisted->undo, now, rules.calendar(), rules.zone(), false).ends;
}

const matter::EnteredWord* undoable(const matter::Matter& matter, const base::PartyId& party, base::Instant at) {
    for (const matter::EnteredWord& word : matter.entered | std::views::reverse) {
        if (word.party == party && at < word.undo_until) return &word;
    }
    return nullptr;
}

base::Result<std::vector<record::Act>> decide_undoing(const Office& office, const procedure::Procedure& procedure,
                                                      const matter::Matter& matter, const Command& command, base::Instant now) {
    if (command.by.kind != record::Actor::Kind::resident || command.imported || command.entered_by)
        return Refusal{Reason::not_permitted, "office/actor", {.field = "by"}, "party"};
    const matter::EnteredWord* word = undoable(matter, command.by.party, command.received_at);
    const procedure::State* back = word == nullptr ? nullptr : procedure.state(word->from);
    if (back == nullptr) return Refusal{Reason::out_of_order, "office/nothing_to_undo"};
    HEARTH_TRY(empty, check_fields(nullptr, command.fields, true));
    record::Frame frame = frame_of(office, procedure, command, now);
    frame.matter = matter.id;
    frame.facts["undoes"] = word->act;
    if (matter.signed_by.contains(word->act)) {
        stay(matter, frame);
    } else {
        const procedure::ActRule* rule = procedure.act(word->act);
        frame.from = matter.state;
        frame.handling = matter.handling;
        if (rule != nullptr && rule->has_effect("confirm")) frame.facts["unconfirmed"] = true;
        note_fallen_consents(procedure, matter, word->act, frame);
        enter(office, *back, matter, frame);
    }
    return std::vector{sealed_off(office, command, std::move(frame), {})};
}

}  // namespace hearth::office
