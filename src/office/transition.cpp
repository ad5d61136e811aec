#include "office/transition.hpp"

#include <algorithm>

#include "office/bodies.hpp"
#include "office/clocks.hpp"
#include "office/entered_words.hpp"
#include "office/frames.hpp"
#include "office/guards.hpp"

namespace hearth::office {

namespace {

using base::Instant;
using base::Json;
using base::Result;

int points_in(const procedure::Form* form, const Command& command) {
    if (form == nullptr) return 0;
    for (const procedure::Field& field : form->fields) {
        const base::Json* asked = field.type == "points" ? said(command, field.id) : nullptr;
        if (asked != nullptr && asked->is_array()) return static_cast<int>(asked->size());
    }
    return 0;
}

/// History is judged by what its source promised, or not at all: the target that a source states stands in place of the term of
/// the procedure, which did not bind anybody then.
void set_stated_target(const Office& office, const Command& command, record::Frame& f) {
    if (!command.imported) return;
    f.due.reset();
    if (command.due) f.due = record::Due{*command.due, base::to_string(office.rules().zone().date(*command.due)), false};
}

/// A date agreed or ordered in this act's form, which the state's term waits for.
std::optional<base::CivilDate> agreed_date(const procedure::State& state, const Command& command) {
    if (!state.deadline || state.deadline->until_field.empty()) return std::nullopt;
    const auto it = command.fields.find(state.deadline->until_field);
    if (it == command.fields.end() || !it->second.is_string()) return std::nullopt;
    const auto date = base::parse_date(it->second.get_ref<const std::string&>());
    return date ? std::optional(*date) : std::nullopt;
}

/// Passing on, sending back and assigning name the office that owes the answer from now on; never the one that is accused.
Result<base::OfficeId> handling_after(const Step& step) {
    const procedure::ActRule& rule = step.rule;
    if (!rule.has_effect("pass_on") && !rule.has_effect("send_back") && !rule.has_effect("assign")) return step.matter.handling;
    std::string field;
    const base::Json* written = field_of_type(step.procedure.form(rule.form), step.command, "body", &field);
    if (written == nullptr) return base::Refusal{base::Reason::malformed, "office/missing_field", {.field = "body"}};
    base::OfficeId named{written->get<std::string>()};
    if (!is_known(named, step.office.profile()))
        return base::Refusal{base::Reason::not_found, "office/office", {.field = field}, named.text};
    if (named == step.matter.accused)
        return base::Refusal{base::Reason::not_permitted, "office/accused_unit", {.field = field}, named.text};
    return named;
}

/// What a decision means for the published figures: in time or not, and whether it turned one over. A source of history may not
/// say how it was decided; that it was decided is known from the act.
void note_decision(const Step& step, record::Frame& f) {
    const procedure::ActRule& rule = step.rule;
    const matter::Matter& m = step.matter;
    if (rule.outcome.empty() || rule.actor != procedure::ActorKind::post) return;
    if (rule.outcome.front() != "accepted") f.facts["decided"] = true;
    if (m.due && step.state.owner == procedure::Owner::body) f.facts["on_time"] = !m.overdue && step.legal_at <= m.due->ends;
    const bool was_against = !m.decisions.empty() && is_adverse(m.decisions.back().outcome);
    if (was_against && !f.outcome.empty() && !is_adverse(f.outcome.front())) f.facts["overturned"] = true;
}

/// A matter is not sent to and fro: after the second return the common superior owns it until it has assigned it (right 10).
void note_return(const Step& step, record::Frame& f) {
    const matter::Matter& m = step.matter;
    if (step.rule.has_effect("assign") && m.returns > 0) f.facts["returned"] = 0;
    if (!step.rule.has_effect("send_back")) return;
    f.facts["returned"] = m.returns + 1;
    const base::OfficeId superior = common_superior(m.handling, f.handling, step.office.profile());
    if (m.returns + 1 >= k_returns_max && !superior.empty()) f.owner = superior;
}

/// The clock stands still from here, or goes on after standing still.
void note_pause(const Step& step, record::Frame& f) {
    const matter::Matter& m = step.matter;
    if (!step.state.deadline || !m.due) return;
    for (const auto& pause : step.state.deadline->pauses) {
        if (pause.on == step.rule.id && !m.paused_at) f.facts["pause"] = "begins";
        if (pause.until == step.rule.id && m.paused_at) {
            f.facts["pause"] = "ends";
            f.due = due_after_pause(*m.due, pause, *m.paused_at, f.received_at, step.office.rules());
        }
    }
}

bool begins_round(const Step& step) {
    const auto& guards = step.rule.guards;
    return step.state.quiet && std::any_of(guards.begin(), guards.end(), [](const auto& g) { return g.word == "new_facts"; });
}

record::Frame frame_in(const Step& step, Instant now) {
    record::Frame f = frame_of(step.office, step.procedure, step.command, now);
    f.matter = step.matter.id;
    f.from = step.matter.state;
    if (const auto until = undo_until(step, now)) f.facts["undo_until"] = until->ms;
    return f;
}

record::Act with_content(const Step& step, record::Frame f, Instant received) {
    auto content = content_of(step.procedure.form(step.rule.form), step.command, received, step.office.rules());
    return sealed_off(step.office, step.command, std::move(f), std::move(content));
}

}  // namespace

const procedure::Field& extension_reasons() {
    static const procedure::Field field = [] {
        procedure::Field f;
        f.id = "reasons";
        f.type = "long_text";
        f.klass = procedure::FieldClass::parties;
        return f;
    }();
    return field;
}

record::Act opening_act(const Step& step, base::MatterId number, Instant now) {
    const Command& command = step.command;
    record::Frame f = frame_of(step.office, step.procedure, command, now);
    f.matter = number;
    if (f.by.kind == record::Actor::Kind::resident) f.by.party = command.party_id;
    f.handling = step.matter.handling;
    f.facts["party"] = command.party_id.text;
    f.facts["code"] = command.code_digest;
    f.facts["year"] = static_cast<int>(step.office.rules().zone().date(step.legal_at).year());
    if (const int points = points_in(step.procedure.form(step.rule.form), command); points > 0) f.facts["points"] = points;
    if (!step.matter.accused.empty()) f.facts["accused"] = step.matter.accused.text;
    f.facts.update(step.noted);
    enter(step.office, step.state, step.matter, f);
    set_stated_target(step.office, command, f);
    return with_content(step, std::move(f), step.legal_at);
}

record::Act signature_act(const Step& step, Instant now) {
    record::Frame f = frame_in(step, now);
    stay(step.matter, f);
    f.facts["signs"] = hand_of(step.command.by, step.command.account);
    return with_content(step, std::move(f), step.matter.received_at);
}

Result<record::Act> act_on(const Step& step, Instant now) {
    const procedure::State* to = step.rule.to == "same" ? &step.state : step.procedure.state(step.rule.to);
    HEARTH_CHECK(to != nullptr);
    HEARTH_TRY(handling, handling_after(step));
    record::Frame f = frame_in(step, now);
    if (!step.outcome.empty()) f.outcome = {step.outcome};
    if (begins_round(step)) f.facts["round"] = true;
    if (const int points = points_in(step.procedure.form(step.rule.form), step.command); points > 0) f.facts["points"] = points;
    note_decision(step, f);
    f.facts.update(step.noted);
    if (step.rule.to == "same") {
        stay(step.matter, f);
        note_pause(step, f);
        f.handling = handling;
    } else {
        f.handling = handling;
        enter(step.office, *to, step.matter, f, agreed_date(*to, step.command));
        set_stated_target(step.office, step.command, f);
    }
    note_return(step, f);
    return with_content(step, std::move(f), step.matter.received_at);
}

record::Act extension_act(const Office& office, const procedure::Procedure& procedure, const matter::Matter& m,
                          const procedure::State& state, const Command& command, Instant now) {
    record::Frame f = frame_of(office, procedure, command, now);
    f.matter = m.id;
    stay(m, f);
    f.facts.erase("overdue");
    f.facts["extension"] = true;
    matter::Matter after = m;
    ++after.extensions[state.id];
    f.due = due_in(state, after, office.rules());
    std::vector<record::ContentField> content{{"extend.reasons", command.fields.at("reasons"), "parties", std::nullopt, {}}};
    return sealed_off(office, command, std::move(f), std::move(content));
}

namespace {

record::Act no_news(const Office& office, const procedure::Procedure& procedure, const matter::Matter& m, base::ActId id,
                    Instant now) {
    Command command;
    command.act = k_no_news;
    command.act_id = std::move(id);
    command.by.kind = record::Actor::Kind::clock;
    command.received_at = *m.news;
    record::Frame f = frame_of(office, procedure, command, now);
    f.matter = m.id;
    stay(m, f);
    return sealed_off(office, command, std::move(f), {});
}

}  // namespace

Result<record::Act> expire(const Office& office, const matter::Matter& m, base::ActId id, Instant now) {
    const procedure::Procedure* procedure = office.rules().pack.procedure(m.procedure.text, m.procedure_version);
    const procedure::State* state = procedure == nullptr ? nullptr : procedure->state(m.state);
    if (state == nullptr) return base::Refusal{base::Reason::not_found, "office/state", {}, m.state};
    const bool has_ended = m.due && !m.overdue && !m.imported && !m.paused_at && m.due->ends <= now;
    if (m.news && *m.news <= now && !(has_ended && m.due->ends <= *m.news))
        return no_news(office, *procedure, m, std::move(id), now);
    if (!has_ended) return base::Refusal{base::Reason::out_of_time, "office/expiry"};
    if (!state->on_expire) return base::Refusal{base::Reason::not_found, "office/state", {}, m.state};
    Command command;
    command.act = k_expired;
    command.act_id = std::move(id);
    command.by.kind = record::Actor::Kind::clock;
    // The term ended when it ended, also where the machine slept: the next office's clock counts from there.
    command.received_at = m.due->ends;
    record::Frame f = frame_of(office, *procedure, command, now);
    f.matter = m.id;
    f.from = m.state;
    f.handling = m.handling;
    f.outcome = state->on_expire->outcome;
    if (state->owner == procedure::Owner::body) f.facts["time_missed"] = true;
    if (state->on_expire->to.empty()) {
        stay(m, f);
        f.facts["overdue"] = true;
    } else {
        const procedure::State* to = procedure->state(state->on_expire->to);
        HEARTH_CHECK(to != nullptr);
        enter(office, *to, m, f);
    }
    return sealed_off(office, command, std::move(f), {});
}

}  // namespace hearth::office
