#include <algorithm>

#include "office/bodies.hpp"
#include "office/clocks.hpp"
#include "office/fields.hpp"
#include "office/guards.hpp"
#include "office/office.hpp"
#include "office/permission.hpp"
#include "office/transition.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;

const matter::Matter* loaded(const Office& office, const Facts& facts, base::MatterId id) {
    if (const matter::Matter* open = office.find(id)) return open;
    const auto it = facts.matters.find(id);
    return it == facts.matters.end() ? nullptr : &it->second;
}

bool opens(const procedure::ActRule& rule) { return std::find(rule.from.begin(), rule.from.end(), "start") != rule.from.end(); }

bool may_start_in(const procedure::ActRule& rule, const procedure::State& state) {
    return std::any_of(rule.from.begin(), rule.from.end(), [&](const std::string& from) {
        return from == state.id || (from == "any_open" && !state.quiet) || (from == "any_quiet" && state.quiet);
    });
}

Refusal no(Reason reason, const Command& command, std::string detail = {}, std::string field = {}) {
    return {reason, command.procedure.text + "/" + command.act, {.field = std::move(field)}, std::move(detail)};
}

/// Which of the act's outcomes it has. History has none where its source does not say.
Result<std::string> chosen_outcome(const procedure::ActRule& rule, const Command& command) {
    const auto& all = rule.outcome;
    if (command.imported && command.outcome.empty()) return std::string();
    if (command.outcome.empty() && all.size() <= 1) return all.empty() ? std::string() : all.front();
    if (std::find(all.begin(), all.end(), command.outcome) == all.end())
        return no(Reason::malformed, command, "outcome", "outcome");
    return command.outcome;
}

/// Effects whose engines come with later issues; an act that needs one is refused, never done by half.
Result<Done> effects_are_carried(const procedure::ActRule& rule, const Command& command) {
    for (const auto& [word, argument] : rule.effects) {
        if (word == "open_part" || word == "open_matter" || word == "link_same" || word == "vote" || word == "proxy") {
            return Refusal{Reason::not_permitted, "office/effect_not_carried", {}, word};
        }
    }
    if (rule.money || !rule.resolves.empty()) return Refusal{Reason::not_permitted, "office/effect_not_carried", {}, command.act};
    return Done{};
}

Result<Done> check_order(const procedure::ActRule& rule, const procedure::State& state, const matter::Matter& m,
                         const Command& command) {
    if (!may_start_in(rule, state)) return no(Reason::out_of_order, command, state.id);
    const auto count = m.counts.find(rule.id);
    if (rule.limit > 0 && count != m.counts.end() && count->second >= rule.limit) {
        return no(Reason::limit_exceeded, command, std::to_string(rule.limit));
    }
    if (!rule.consent.empty() && std::find(m.consents.begin(), m.consents.end(), rule.consent) == m.consents.end()) {
        return no(Reason::not_permitted, command, rule.consent);
    }
    return Done{};
}

/// Somebody else acted since the actor looked: he is told what changed instead of acting on what is no longer so.
Result<Done> check_seen(const matter::Matter& m, const Command& command) {
    if (!command.seen || *command.seen == m.acts) return Done{};
    return no(Reason::conflict, command, m.last_act + " -> " + m.state);
}

Result<std::vector<record::Act>> decide_opening(const Office& office, const procedure::Procedure& procedure,
                                                const procedure::ActRule& rule, const Command& command, base::Instant now) {
    if (!opens(rule)) return no(Reason::out_of_order, command, "start");
    HEARTH_TRY(allowed, may_open(office, procedure, command));
    HEARTH_TRY(carried, effects_are_carried(rule, command));
    HEARTH_TRY(filled, check_fields(procedure.form(rule.form), command.fields, command.imported));
    return std::vector{opening_act(office, procedure, rule, command, now)};
}

Result<std::vector<record::Act>> decide_extension(const Office& office, const procedure::Procedure& procedure,
                                                  const matter::Matter& m, const procedure::State& state, const Command& command,
                                                  base::Instant now) {
    if (!state.deadline || !state.deadline->extend) return no(Reason::out_of_order, command, state.id);
    const auto& extend = *state.deadline->extend;
    HEARTH_TRY(allowed, is_post(office, m, extend.by, command));
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
    if (!command.matter || office.find(*command.matter) != nullptr) return {};
    return {Key{*command.matter}};
}

Result<std::vector<record::Act>> decide(const Office& office, const Facts& facts, const Command& command, base::Instant now) {
    const procedure::Procedure* procedure = office.rules().pack.procedure(command.procedure.text);
    if (procedure == nullptr)
        return Refusal{Reason::not_found, "office/procedure", {.field = "procedure"}, command.procedure.text.substr(0, 64)};
    const procedure::ActRule* rule = procedure->act(command.act);
    const bool is_extension = rule == nullptr && command.act == k_extend && command.matter;
    if (rule == nullptr && !is_extension)
        return Refusal{Reason::not_found, "office/act", {.field = "act"}, command.act.substr(0, 64)};
    if (!command.matter) return decide_opening(office, *procedure, *rule, command, now);

    const matter::Matter* m = loaded(office, facts, *command.matter);
    if (m == nullptr || m->procedure != command.procedure) return Refusal{Reason::not_found, "office/matter", {.field = "matter"}};
    const procedure::State* state = procedure->state(m->state);
    if (state == nullptr) return Refusal{Reason::not_found, "office/state", {}, m->state};
    if (is_extension) return decide_extension(office, *procedure, *m, *state, command, now);

    HEARTH_TRY(allowed, may_act(office, *procedure, *rule, *m, command));
    HEARTH_TRY(seen, check_seen(*m, command));
    HEARTH_TRY(carried, effects_are_carried(*rule, command));
    HEARTH_TRY(ordered, check_order(*rule, *state, *m, command));
    HEARTH_TRY(outcome, chosen_outcome(*rule, command));
    HEARTH_TRY(filled, check_fields(procedure->form(rule->form), command.fields, command.imported));
    if (!command.imported) {
        const GuardCase given{office, *procedure, *rule, *m, command, outcome, legal_instant(command)};
        for (const procedure::Guard& guard : rule->guards) {
            HEARTH_TRY(passed, check_guard(guard, given));
        }
    }
    HEARTH_TRY(act, act_on(office, *procedure, *rule, *m, command, outcome, now));
    return std::vector{std::move(act)};
}

}  // namespace hearth::office
