#include "office/transition.hpp"

#include <algorithm>

#include "matter/fold.hpp"
#include "office/bodies.hpp"
#include "office/clocks.hpp"
#include "office/guards.hpp"
#include "office/retention.hpp"

namespace hearth::office {

namespace {

using base::Instant;
using base::Json;
using base::Result;

std::string word(procedure::FieldClass klass) {
    switch (klass) {
        case procedure::FieldClass::open: return "public";
        case procedure::FieldClass::parties: return "parties";
        case procedure::FieldClass::body: return "body";
        case procedure::FieldClass::sealed: return "sealed";
    }
    return "sealed";
}

/// What was written, field by field, each with its class and the end of its keeping.
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

int points_in(const procedure::Form* form, const Command& command) {
    if (form == nullptr) return 0;
    for (const procedure::Field& field : form->fields) {
        const auto it = command.fields.find(field.id);
        if (field.type == "points" && it != command.fields.end() && it->second.is_array())
            return static_cast<int>(it->second.size());
    }
    return 0;
}

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
    if (!command.evidence.empty()) f.facts["evidence"] = command.evidence;
    if (!command.source.empty()) f.facts["source"] = command.source;
    return f;
}

/// Owner and clock of the state that `f` leads to, given the matter before it.
void enter(const Office& office, const procedure::State& state, const matter::Matter& before, record::Frame& f,
           std::optional<base::CivilDate> agreed = {}) {
    f.to = state.id;
    f.owner = owner_of(state, f.handling, office);
    if (state.quiet) f.facts["quiet"] = true;
    matter::Matter after = before;
    matter::fold(after, f);
    f.due = due_in(state, after, office.rules(), agreed);
}

record::Act sealed_off(const Office& office, const Command& command, record::Frame frame,
                       std::vector<record::ContentField> content) {
    const base::CivilDate date = office.rules().zone().date(frame.recorded_at);
    return {command.act_id, date, std::move(frame), std::move(content)};
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

/// Passing on, sending back and assigning name the office that owes the answer from now on.
Result<base::OfficeId> handling_after(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                                      const matter::Matter& m, const Command& command) {
    if (!rule.has_effect("pass_on") && !rule.has_effect("send_back") && !rule.has_effect("assign")) return m.handling;
    const OfficeProfile& profile = office.profile();
    const procedure::Form* form = procedure.form(rule.form);
    for (std::size_t i = 0; form != nullptr && i < form->fields.size(); ++i) {
        const auto it = command.fields.find(form->fields[i].id);
        if (form->fields[i].type != "body" || it == command.fields.end()) continue;
        const base::OfficeId named{it->second.get<std::string>()};
        const bool known =
            named == profile.id || std::find(profile.above.begin(), profile.above.end(), named) != profile.above.end();
        if (known) return named;
        return base::Refusal{base::Reason::not_found, "office/office", {.field = form->fields[i].id}, named.text};
    }
    return base::Refusal{base::Reason::malformed, "office/missing_field", {.field = "body"}};
}

/// What a decision means for the published figures: in time or not, and whether it turned one over. A source of history may not
/// say how it was decided; that it was decided is known from the act.
void note_decision(const procedure::ActRule& rule, const matter::Matter& m, const procedure::State& from, const Command& command,
                   record::Frame& f) {
    if (rule.outcome.empty() || rule.actor != procedure::ActorKind::post) return;
    if (rule.outcome.front() != "accepted") f.facts["decided"] = true;
    if (m.due && from.owner == procedure::Owner::body) f.facts["on_time"] = !m.overdue && legal_instant(command) <= m.due->ends;
    const bool was_against = !m.decisions.empty() && is_adverse(m.decisions.back().outcome);
    if (was_against && !f.outcome.empty() && !is_adverse(f.outcome.front())) f.facts["overturned"] = true;
}

void note_consents(const procedure::Procedure& procedure, const procedure::ActRule& rule, const matter::Matter& m,
                   record::Frame& f) {
    std::vector<std::string> in_force = m.consents;
    const auto holds = [&](const std::vector<std::string>& acts) {
        return std::find(acts.begin(), acts.end(), rule.id) != acts.end();
    };
    for (const auto& consent : procedure.consents) {
        if (holds(consent.withdrawn_by)) std::erase(in_force, consent.id);
        if (holds(consent.given_by) && std::find(in_force.begin(), in_force.end(), consent.id) == in_force.end())
            in_force.push_back(consent.id);
    }
    if (in_force != m.consents) f.facts["consents"] = in_force;
}

/// An act that leaves the state as it is: the clock goes on, stands still from here, or goes on after standing still.
void stay(const Office& office, const procedure::State& state, const procedure::ActRule& rule, const matter::Matter& m,
          record::Frame& f) {
    f.to = m.state;
    f.owner = m.owner;
    f.due = m.due;
    f.facts["stays"] = true;
    if (state.quiet) f.facts["quiet"] = true;
    if (m.overdue) f.facts["overdue"] = true;
    if (!state.deadline || !m.due) return;
    for (const auto& pause : state.deadline->pauses) {
        if (pause.on == rule.id && !m.paused_at) f.facts["pause"] = "begins";
        if (pause.until == rule.id && m.paused_at) {
            f.facts["pause"] = "ends";
            f.due = due_after_pause(*m.due, pause, *m.paused_at, f.received_at, office.rules());
        }
    }
}

}  // namespace

Instant legal_instant(const Command& command) { return command.effective_from.value_or(command.received_at); }

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

record::Act opening_act(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                        const Command& command, Instant now) {
    record::Frame f = frame_of(office, procedure, command, now);
    f.matter = {office.matters_opened() + 1};
    if (f.by.kind == record::Actor::Kind::resident) f.by.party = command.party_id;
    f.handling = rule.at ? office_of(*rule.at, office.profile().id, office) : office.profile().id;
    f.facts["party"] = command.party_id.text;
    f.facts["code"] = command.code_digest;
    f.facts["year"] = static_cast<int>(office.rules().zone().date(legal_instant(command)).year());
    if (const int points = points_in(procedure.form(rule.form), command); points > 0) f.facts["points"] = points;
    const procedure::State* state = procedure.state(rule.to);
    HEARTH_CHECK(state != nullptr);
    enter(office, *state, matter::Matter{}, f);
    set_stated_target(office, command, f);
    auto content = content_of(procedure.form(rule.form), command, legal_instant(command), office.rules());
    return sealed_off(office, command, std::move(f), std::move(content));
}

Result<record::Act> act_on(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                           const matter::Matter& m, const Command& command, const std::string& outcome, Instant now) {
    const procedure::State* from = procedure.state(m.state);
    const procedure::State* to = rule.to == "same" ? from : procedure.state(rule.to);
    HEARTH_CHECK(from != nullptr && to != nullptr);
    record::Frame f = frame_of(office, procedure, command, now);
    f.matter = m.id;
    f.from = m.state;
    if (!outcome.empty()) f.outcome = {outcome};
    HEARTH_TRY(handling, handling_after(office, procedure, rule, m, command));
    f.handling = handling;
    const bool states_new_facts =
        std::any_of(rule.guards.begin(), rule.guards.end(), [](const auto& g) { return g.word == "new_facts"; });
    if (from->quiet && states_new_facts) f.facts["round"] = true;
    if (const int points = points_in(procedure.form(rule.form), command); points > 0) f.facts["points"] = points;
    if (rule.has_effect("confirm")) f.facts["confirmed"] = true;
    note_decision(rule, m, *from, command, f);
    note_consents(procedure, rule, m, f);
    if (rule.to == "same") {
        stay(office, *from, rule, m, f);
    } else {
        enter(office, *to, m, f, agreed_date(*to, command));
        set_stated_target(office, command, f);
    }
    auto content = content_of(procedure.form(rule.form), command, m.received_at, office.rules());
    return sealed_off(office, command, std::move(f), std::move(content));
}

record::Act extension_act(const Office& office, const procedure::Procedure& procedure, const matter::Matter& m,
                          const procedure::State& state, const Command& command, Instant now) {
    record::Frame f = frame_of(office, procedure, command, now);
    f.matter = m.id;
    f.from = f.to = m.state;
    f.handling = m.handling;
    f.owner = m.owner;
    f.facts["stays"] = true;
    f.facts["extension"] = true;
    matter::Matter after = m;
    ++after.extensions[state.id];
    f.due = due_in(state, after, office.rules());
    std::vector<record::ContentField> content{{"extend.reasons", command.fields.at("reasons"), "parties", std::nullopt, {}}};
    return sealed_off(office, command, std::move(f), std::move(content));
}

Result<record::Act> expire(const Office& office, const matter::Matter& m, base::ActId id, Instant now) {
    const procedure::Procedure* procedure = office.rules().pack.procedure(m.procedure.text);
    const procedure::State* state = procedure == nullptr ? nullptr : procedure->state(m.state);
    if (state == nullptr || !state->on_expire) return base::Refusal{base::Reason::not_found, "office/state", {}, m.state};
    if (!m.due || m.overdue || m.imported || m.due->ends > now) return base::Refusal{base::Reason::out_of_time, "office/expiry"};
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
        f.to = m.state;
        f.owner = m.owner;
        f.due = m.due;
        f.facts["stays"] = true;
        f.facts["overdue"] = true;
    } else {
        const procedure::State* to = procedure->state(state->on_expire->to);
        HEARTH_CHECK(to != nullptr);
        enter(office, *to, m, f);
    }
    return sealed_off(office, command, std::move(f), {});
}

}  // namespace hearth::office
