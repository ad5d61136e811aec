#include "office/frames.hpp"

#include <algorithm>

#include "matter/fold.hpp"
#include "office/bodies.hpp"
#include "office/clocks.hpp"
#include "office/retention.hpp"
#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

using base::Instant;

std::string word(procedure::FieldClass klass) {
    switch (klass) {
        case procedure::FieldClass::open: return "public";
        case procedure::FieldClass::parties: return "parties";
        case procedure::FieldClass::body: return "body";
        case procedure::FieldClass::sealed: return "sealed";
    }
    return "sealed";
}

/// Signatures that still wait for others fall away where their act is not possible any more.
void drop_signatures(const Office& office, const procedure::State& state, const matter::Matter& before, record::Frame& f) {
    const procedure::Procedure* procedure = office.rules().pack.procedure(f.procedure.text, f.procedure_version);
    for (const auto& [act, hands] : before.signed_by) {
        const procedure::ActRule* rule = procedure == nullptr ? nullptr : procedure->act(act);
        if (rule == nullptr || !rule->is_possible_from(state)) f.facts["drops"].push_back(act);
    }
}

/// From here the time runs after which the person is told that nothing has happened (procedure-language.md, section 3: `news`),
/// as long as an office owes the next act: where the word is hers, there is nothing to tell.
void arm_news(const Office& office, record::Frame& f) {
    const procedure::Procedure* procedure = office.rules().pack.procedure(f.procedure.text, f.procedure_version);
    if (procedure == nullptr || !procedure->news_term || f.owner.empty() || f.imported || f.facts.contains("quiet")) return;
    const auto& rules = office.rules();
    f.facts["news"] = procedure::due_date(*procedure->news_term, f.recorded_at, rules.calendar(), rules.zone(), false).ends.ms;
}

}  // namespace

Instant legal_instant(const Command& command) { return command.effective_from.value_or(command.received_at); }

record::Frame frame_of(const Office& office, const procedure::Procedure& procedure, const Command& command, Instant now) {
    record::Frame f;
    f.office = office.profile().id;
    f.procedure = {procedure.id};
    f.procedure_version = procedure.version;
    f.act = command.act;
    f.by = command.by;
    f.received_at = command.received_at;
    f.recorded_at = now;
    f.effective_from = command.effective_from;
    f.imported = command.imported;
    if (command.channel != "web") f.facts["channel"] = command.channel;
    if (command.entered_by) f.facts["entered_by"] = command.entered_by->post.text + "@" + command.entered_by->office.text;
    if (command.deputy) f.facts["deputy"] = true;
    if (!command.account.empty()) f.facts["account"] = command.account;
    if (!command.evidence.empty()) f.facts["evidence"] = command.evidence;
    if (!command.source.empty()) f.facts["source"] = command.source;
    return f;
}

void enter(const Office& office, const procedure::State& state, const matter::Matter& before, record::Frame& f,
           std::optional<base::CivilDate> agreed) {
    f.to = state.id;
    f.owner = owner_of(state, f.handling, office, barred_in(before));
    if (state.quiet) f.facts["quiet"] = true;
    drop_signatures(office, state, before, f);
    matter::Matter after = before;
    matter::fold(after, f);
    f.due = due_in(state, after, office.rules(), agreed);
}

void stay(const matter::Matter& m, record::Frame& f) {
    f.from = f.to = m.state;
    f.owner = m.owner;
    f.handling = m.handling;
    f.due = m.due;
    f.facts["stays"] = true;
    if (m.quiet) f.facts["quiet"] = true;
    if (m.overdue) f.facts["overdue"] = true;
}

std::vector<record::ContentField> content_of(const procedure::Form* form, const Command& command, Instant received,
                                             const procedure::Ruleset& rules) {
    std::vector<record::ContentField> content;
    if (form == nullptr) return content;
    for (const procedure::Field& field : form->fields) {
        const auto it = command.fields.find(field.id);
        if (it == command.fields.end()) continue;
        record::ContentField out{form->id + "." + field.id, it->second, word(field.klass), std::nullopt, {}};
        if (field.keep) keep_until(*field.keep, received, rules, out);
        content.push_back(std::move(out));
    }
    return content;
}

record::Act sealed_off(const Office& office, const Command& command, record::Frame frame,
                       std::vector<record::ContentField> content) {
    arm_news(office, frame);
    const base::CivilDate date = office.rules().zone().date(frame.recorded_at);
    return {command.act_id, date, std::move(frame), std::move(content)};
}

}  // namespace hearth::office
