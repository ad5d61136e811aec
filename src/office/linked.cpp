#include "office/linked.hpp"

#include <algorithm>
#include <charconv>

#include "office/bodies.hpp"
#include "office/frames.hpp"
#include "office/step.hpp"
#include "office/transition.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Instant;
using base::MatterId;
using base::Reason;
using base::Refusal;
using base::Result;

const procedure::ActRule* rule_of(const Office& office, const Command& command) {
    const procedure::Procedure* procedure = text_of(office, command);
    return procedure == nullptr ? nullptr : procedure->act(command.act);
}

const base::Json* number_written(const Office& office, const Command& command, const procedure::ActRule& rule) {
    const procedure::Procedure* procedure = text_of(office, command);
    return field_of_type(procedure->form(rule.form), command, "matter");
}

/// "NT-2026-0148" or "148": the last digits are the number of the matter in this office.
MatterId number_in(const base::Json& written) {
    if (!written.is_string()) return {};
    const auto text = written.get<std::string>();
    const std::size_t dash = text.rfind('-');
    const std::string digits = dash == std::string::npos ? text : text.substr(dash + 1);
    MatterId id;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id.number);
    return error == std::errc{} && end == digits.data() + digits.size() && id.number > 0 ? id : MatterId{};
}

void add_to(base::Json& noted, const char* name, base::Json value) { noted[name].push_back(std::move(value)); }

record::Act part_opened(const Step& step, const std::string& name, MatterId number, Instant now) {
    const procedure::Procedure* part = step.office.rules().pack.procedure(step.procedure.parts.at(name));
    HEARTH_CHECK(part != nullptr);
    const procedure::State* state = part->state(part->starts);
    HEARTH_CHECK(state != nullptr);
    Command command = step.command;
    command.act = k_part_opened;
    command.act_id = {};
    record::Frame f = frame_of(step.office, *part, command, now);
    f.matter = number;
    f.handling = step.matter.handling;
    f.facts["part"] = {{"of", step.matter.id.number}, {"name", name}};
    f.facts["year"] = static_cast<int>(step.office.rules().zone().date(step.legal_at).year());
    enter(step.office, *state, {}, f);
    return sealed_off(step.office, command, std::move(f), {});
}

/// The first way into the other procedure. What was said stays where it was said; the link leads there.
Result<record::Act> matter_opened(const Step& step, const std::string& name, MatterId number, Instant now) {
    const procedure::Procedure* other = step.office.rules().pack.procedure(name);
    HEARTH_CHECK(other != nullptr);
    const auto rule = std::ranges::find_if(other->acts, &procedure::ActRule::opens);
    if (rule == other->acts.end()) return Refusal{Reason::not_found, "office/procedure", {.field = "procedure"}, name};
    const procedure::State* state = other->state(rule->to);
    HEARTH_CHECK(state != nullptr);
    Command command = step.command;
    command.procedure = {other->id};
    command.act = rule->id;
    command.act_id = {};
    command.fields.clear();
    matter::Matter fresh;
    fresh.handling = step.office.profile().id;
    Step opening{step.office, step.facts, *other, *rule, *state, fresh, command, step.legal_at, {}};
    opening.noted["links"] = {step.matter.id.number};
    return opening_act(opening, number, now);
}

/// The other matter learns of the link; nothing else about it changes.
record::Act other_end(const Step& step, const matter::Matter& other, Instant now) {
    const procedure::Procedure* procedure = step.office.rules().pack.procedure(other.procedure.text, other.procedure_version);
    HEARTH_CHECK(procedure != nullptr);
    Command command = step.command;
    command.act = k_linked;
    command.act_id = {};
    record::Frame f = frame_of(step.office, *procedure, command, now);
    f.matter = other.id;
    stay(other, f);
    f.facts["links"] = {step.matter.id.number};
    return sealed_off(step.office, command, std::move(f), {});
}

}  // namespace

std::vector<MatterId> linked_needed(const Office& office, const Command& command) {
    const procedure::ActRule* rule = rule_of(office, command);
    if (rule == nullptr) return {};
    std::vector<MatterId> needed;
    if (rule->has_effect("link_same")) {
        const base::Json* written = number_written(office, command, *rule);
        if (const MatterId id = written == nullptr ? MatterId{} : number_in(*written); id.number > 0) needed.push_back(id);
    }
    const bool joins = std::ranges::any_of(rule->guards, [](const procedure::Guard& guard) { return guard.word == "all_closed"; });
    const matter::Matter* m = joins && command.matter ? office.find(*command.matter) : nullptr;
    if (m == nullptr) return needed;
    for (const matter::Part& part : m->parts) needed.push_back(part.matter);
    return needed;
}

Result<Done> note_links(Step& step) {
    if (!step.rule.has_effect("link_same") || step.command.imported) return Done{};
    const base::Json* written = number_written(step.office, step.command, step.rule);
    if (written == nullptr) return Refusal{Reason::malformed, "office/missing_field", {.field = "matter"}};
    const MatterId id = number_in(*written);
    if (id.number == 0)
        return Refusal{Reason::malformed, "office/matter_number", {.field = "matter"}, written->dump().substr(0, 64)};
    if (id == step.matter.id || loaded(step.office, step.facts, id) == nullptr)
        return Refusal{Reason::not_found, "office/matter", {.field = "matter"}, std::to_string(id.number)};
    if (std::ranges::find(step.matter.links, id) != step.matter.links.end())
        return Refusal{Reason::conflict, "office/linked_already", {.field = "matter"}, std::to_string(id.number)};
    add_to(step.noted, "links", id.number);
    return Done{};
}

Result<Done> all_closed(const Step& step, const procedure::Guard& guard) {
    for (const std::string& name : guard.names) {
        int opened = 0;
        for (const matter::Part& part : step.matter.parts) {
            if (part.name != name) continue;
            ++opened;
            const matter::Matter* work = loaded(step.office, step.facts, part.matter);
            if (work == nullptr || !work->quiet) return refused(step, Reason::out_of_order, "all_closed " + name);
        }
        if (opened == 0) return refused(step, Reason::out_of_order, "all_closed " + name);
    }
    return Done{};
}

Result<std::vector<record::Act>> acts_beside(Step& step, Instant now) {
    std::vector<record::Act> acts;
    if (step.command.imported) return acts;  // history brings every matter by itself
    const MatterId self = step.matter.id;
    MatterId next{std::max(step.office.matters_opened(), self.number) + 1};
    for (const auto& [word, argument] : step.rule.effects) {
        if (word == "open_part") {
            acts.push_back(part_opened(step, argument, next, now));
            add_to(step.noted, "opens", base::Json::array({argument, next.number++}));
        } else if (word == "open_matter") {
            HEARTH_TRY(act, matter_opened(step, argument, next, now));
            acts.push_back(std::move(act));
            add_to(step.noted, "links", next.number++);
        } else if (word == "link_same") {
            const MatterId other{step.noted["links"].front().get<std::int64_t>()};
            acts.push_back(other_end(step, *loaded(step.office, step.facts, other), now));
        }
    }
    return acts;
}

}  // namespace hearth::office
