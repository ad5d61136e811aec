#include <algorithm>

#include "office/accused.hpp"
#include "office/conflict.hpp"
#include "office/consents.hpp"
#include "office/effects.hpp"
#include "office/entered_words.hpp"
#include "office/fields.hpp"
#include "office/guards.hpp"
#include "office/linked.hpp"
#include "office/newer_text.hpp"
#include "office/office.hpp"
#include "office/parties.hpp"
#include "office/permission.hpp"
#include "office/resolution.hpp"
#include "office/standing_aside.hpp"
#include "office/transition.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;

/// The text that counts: for a matter that runs the one under which it began, for an opening today's.
const procedure::Procedure* procedure_of(const Office& office, const Facts& facts, const Command& command) {
    const matter::Matter* m = command.matter ? loaded(office, facts, *command.matter) : nullptr;
    const bool runs = m != nullptr && m->procedure == command.procedure;
    return office.rules().pack.procedure(command.procedure.text, runs ? m->procedure_version : 0);
}

Refusal no(Reason reason, const Command& command, std::string detail = {}, std::string field = {}) {
    return {reason, command.procedure.text + "/" + command.act, {.field = std::move(field)}, std::move(detail)};
}

/// Which of the act's outcomes it has. History has none where its source does not say; that of a meeting is computed.
Result<Done> choose_outcome(Step& step) {
    const auto& all = step.rule.outcome;
    const std::string& stated = step.command.outcome;
    if (step.command.imported && stated.empty()) return Done{};
    if (!step.rule.resolves.empty() && !step.command.imported) return Done{};
    if (stated.empty() && all.size() <= 1) {
        if (!all.empty()) step.outcome = all.front();
        return Done{};
    }
    if (std::find(all.begin(), all.end(), stated) == all.end()) return refused(step, Reason::malformed, "outcome", "outcome");
    step.outcome = stated;
    return Done{};
}

Result<Done> check_order(const Step& step) {
    const procedure::ActRule& rule = step.rule;
    if (!rule.is_possible_from(step.state)) return refused(step, Reason::out_of_order, step.state.id);
    const auto count = step.matter.counts.find(rule.id);
    if (rule.limit > 0 && count != step.matter.counts.end() && count->second >= rule.limit)
        return refused(step, Reason::limit_exceeded, std::to_string(rule.limit));
    if (rule.has_effect("send_back") && step.matter.returns >= k_returns_max)
        return Refusal{Reason::limit_exceeded, "office/returns", {}, std::to_string(k_returns_max)};
    HEARTH_TRY(consented, check_consent(step));
    return check_signature(step);
}

/// Somebody else acted since the actor looked: he is told what changed instead of acting on what is no longer so.
Result<Done> check_seen(const matter::Matter& m, const Command& command) {
    if (!command.seen || *command.seen == m.acts) return Done{};
    return no(Reason::conflict, command, m.last_act + " -> " + m.state);
}

/// The form, the guards, and of a meeting the count. Who only signs what another does brings nothing of this.
Result<Done> check_content(Step& step) {
    const Command& command = step.command;
    if (is_cosigner(step.office, step.rule, step.matter, command)) return check_fields(nullptr, command.fields, true);
    HEARTH_TRY(chosen, choose_outcome(step));
    HEARTH_TRY(filled, check_fields(step.procedure.form(step.rule.form), command.fields, command.imported));
    if (command.imported) return Done{};
    for (const procedure::Guard& guard : step.rule.guards) {
        HEARTH_TRY(passed, check_guard(guard, step));
    }
    if (step.rule.resolves.empty()) return Done{};
    note_matter_type(step);
    return compute_outcome(step);
}

Result<std::vector<record::Act>> act_in(Step& step, base::Instant now) {
    HEARTH_TRY(allowed, may_act(step.office, step.procedure, step.rule, step.matter, step.command));
    HEARTH_TRY(free, stands_free(step));
    HEARTH_TRY(seen, check_seen(step.matter, step.command));
    HEARTH_TRY(carried, effects_are_carried(step.rule));
    HEARTH_TRY(ordered, check_order(step));
    HEARTH_TRY(content, check_content(step));
    if (waits_for_others(step)) return std::vector{signature_act(step, now)};
    HEARTH_TRY(worked_out, work_out_effects(step));
    HEARTH_TRY(beside, acts_beside(step, now));
    HEARTH_TRY(act, act_on(step, now));
    beside.insert(beside.begin(), std::move(act));
    return beside;
}

Result<std::vector<record::Act>> decide_opening(const Office& office, const Facts& facts, const procedure::Procedure& procedure,
                                                const procedure::ActRule& rule, const Command& command, base::Instant now) {
    if (!rule.opens()) return no(Reason::out_of_order, command, "start");
    HEARTH_TRY(allowed, may_open(office, procedure, rule, command));
    matter::Matter fresh;
    fresh.id = {office.matters_opened() + 1};
    HEARTH_TRY(accused, accused_unit(office, procedure, rule, command));
    fresh.accused = accused;
    HEARTH_TRY(receiver, receiver_of(office, rule, accused));
    fresh.handling = receiver;
    HEARTH_TRY(carried, effects_are_carried(rule));
    HEARTH_TRY(filled, check_fields(procedure.form(rule.form), command.fields, command.imported));
    const procedure::State* state = procedure.state(rule.to);
    HEARTH_CHECK(state != nullptr);
    Step step{office, facts, procedure, rule, *state, fresh, command, legal_instant(command), {}};
    HEARTH_TRY(free, stands_free(step));
    HEARTH_TRY(worked_out, work_out_effects(step));
    HEARTH_TRY(beside, acts_beside(step, now));
    beside.insert(beside.begin(), opening_act(step, fresh.id, now));
    return beside;
}

Result<std::vector<record::Act>> decide_extension(const Office& office, const procedure::Procedure& procedure,
                                                  const matter::Matter& m, const procedure::State& state, const Command& command,
                                                  base::Instant now) {
    if (!state.deadline || !state.deadline->extend) return no(Reason::out_of_order, command, state.id);
    const auto& extend = *state.deadline->extend;
    HEARTH_TRY(allowed, is_post(office, m, extend.by, command));
    if (is_aside(m, command.by, command.account)) return Refusal{Reason::not_permitted, "office/stands_aside", {.field = "by"}};
    HEARTH_TRY(seen, check_seen(m, command));
    const auto granted = m.extensions.find(state.id);
    if (granted != m.extensions.end() && granted->second >= extend.times)
        return no(Reason::limit_exceeded, command, std::to_string(extend.times));
    const auto reasons = command.fields.find("reasons");
    if (reasons == command.fields.end()) return Refusal{Reason::malformed, "office/missing_field", {.field = "reasons"}};
    if (command.fields.size() > 1) return Refusal{Reason::malformed, "office/unknown_field", {.field = "reasons"}};
    HEARTH_TRY(filled, check_field(extension_reasons(), reasons->second));
    return std::vector{extension_act(office, procedure, m, state, command, now)};
}

}  // namespace

std::vector<Key> needs(const Office& office, const Command& command) {
    std::vector<Key> keys;
    const auto want = [&](base::MatterId id) {
        if (office.find(id) == nullptr) keys.push_back({id});
    };
    if (command.matter) want(*command.matter);
    for (const base::MatterId id : linked_needed(office, command)) want(id);
    return keys;
}

bool gives_code(const Office& office, const Command& command) {
    if (!command.matter) return true;
    const procedure::Procedure* procedure = text_of(office, command);
    const procedure::ActRule* rule = procedure == nullptr ? nullptr : procedure->act(command.act);
    return rule != nullptr && (rule->has_effect("invite") || rule->has_effect("open_matter"));
}

Result<std::vector<record::Act>> decide(const Office& office, const Facts& facts, const Command& command, base::Instant now) {
    const procedure::Procedure* procedure = procedure_of(office, facts, command);
    if (procedure == nullptr)
        return Refusal{Reason::not_found, "office/procedure", {.field = "procedure"}, command.procedure.text.substr(0, 64)};
    const procedure::ActRule* rule = procedure->act(command.act);
    const bool is_extension = rule == nullptr && command.act == k_extend && command.matter;
    const bool takes_newer = rule == nullptr && command.act == k_take_newer && command.matter;
    const bool undoes = rule == nullptr && command.act == k_undo_entered && command.matter;
    const bool declares = rule == nullptr && command.act == k_declare_conflict && command.matter;
    if (rule == nullptr && !is_extension && !takes_newer && !undoes && !declares)
        return Refusal{Reason::not_found, "office/act", {.field = "act"}, command.act.substr(0, 64)};
    if (!command.matter) return decide_opening(office, facts, *procedure, *rule, command, now);

    const matter::Matter* m = loaded(office, facts, *command.matter);
    if (m == nullptr || m->procedure != command.procedure) return Refusal{Reason::not_found, "office/matter", {.field = "matter"}};
    if (!m->custodian.empty()) return Refusal{Reason::out_of_order, "office/elsewhere", {.field = "matter"}, m->custodian.text};
    if (takes_newer) return decide_newer_text(office, *m, command, now);
    if (declares) return decide_conflict(office, *procedure, *m, command, now);
    if (undoes) return decide_undoing(office, *procedure, *m, command, now);
    const procedure::State* state = procedure->state(m->state);
    if (state == nullptr) return Refusal{Reason::not_found, "office/state", {}, m->state};
    if (is_extension) return decide_extension(office, *procedure, *m, *state, command, now);
    Step step{office, facts, *procedure, *rule, *state, *m, command, legal_instant(command), {}};
    return act_in(step, now);
}

}  // namespace hearth::office
