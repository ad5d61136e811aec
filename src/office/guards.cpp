#include "office/guards.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "office/clocks.hpp"
#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;

constexpr std::array<std::string_view, 12> k_against = {"refused",      "partly_granted", "not_supported", "explained",
                                                        "not_accepted", "does_not_exist", "not_held",      "penalty",
                                                        "charged",      "excluded",       "revoked",       "closed"};

Refusal no(Reason reason, const GuardCase& c, std::string detail, std::string field = {}) {
    return {reason, c.procedure.id + "/" + c.rule.id, {.field = std::move(field)}, std::move(detail)};
}

const base::Json* field_of_type(const GuardCase& c, std::string_view type, std::string* id = nullptr) {
    const procedure::Form* form = c.procedure.form(c.rule.form);
    if (form == nullptr) return nullptr;
    for (const procedure::Field& field : form->fields) {
        if (field.type != type) continue;
        if (id != nullptr) *id = field.id;
        const auto it = c.command.fields.find(field.id);
        return it == c.command.fields.end() ? nullptr : &it->second;
    }
    return nullptr;
}

/// Every point that was asked has a reason of its own.
Result<Done> points_answered(const GuardCase& c) {
    std::string id = "reasons";
    const base::Json* reasons = field_of_type(c, "reasons", &id);
    const std::size_t given = reasons == nullptr || !reasons->is_array() ? 0 : reasons->size();
    const auto asked = static_cast<std::size_t>(std::max(1, c.matter.points));
    if (given < asked)
        return no(Reason::malformed, c, "points_answered " + std::to_string(given) + "/" + std::to_string(asked), id);
    return Done{};
}

bool is_in_force(const base::Json& rule, const std::string& day) {
    const auto date = [&](const char* name) {
        return rule.contains(name) && rule[name].is_string() ? rule[name].get<std::string>() : "";
    };
    const std::string from = date("from");
    const std::string published = date("published");
    const std::string until = date("until");
    return !from.empty() && !published.empty() && from <= day && published <= day && (until.empty() || day <= until);
}

/// Every rule cited is a text that the procedure itself stands on, or comes with the dates that show that it was published and in
/// force on the day of the facts.
Result<Done> rules_in_force(const GuardCase& c) {
    std::string id = "rules";
    const base::Json* cited = field_of_type(c, "rules", &id);
    if (cited == nullptr || !cited->is_array()) return no(Reason::malformed, c, "rules_in_force", id);
    const base::CivilDate facts = c.command.facts_date.value_or(c.office.rules().zone().date(c.matter.received_at));
    for (const base::Json& rule : *cited) {
        const std::string text = rule.is_string() ? rule.get<std::string>() : rule.value("text", "");
        const bool is_basis =
            std::any_of(c.procedure.basis.begin(), c.procedure.basis.end(), [&](const auto& b) { return b.text == text; });
        if (!is_basis && (rule.is_string() || !is_in_force(rule, base::to_string(facts)))) {
            return no(Reason::malformed, c, "rules_in_force " + text.substr(0, 80), id);
        }
    }
    return Done{};
}

Result<Done> not_worse(const GuardCase& c) {
    if (c.matter.decisions.empty() || favour(c.outcome) >= favour(c.matter.decisions.back().outcome)) return Done{};
    return no(Reason::not_permitted, c, "not_worse " + c.matter.decisions.back().outcome, "outcome");
}

Result<Done> new_facts(const GuardCase& c) {
    const bool states_one = std::any_of(c.command.fields.begin(), c.command.fields.end(),
                                        [](const auto& field) { return field.second.is_string() || field.second.is_array(); });
    if (!states_one) return no(Reason::malformed, c, "new_facts");
    return Done{};
}

/// `within` and `after`. The term counts from service, receipt, entry or an act; a term from what has not happened is no bar.
Result<Done> in_time(const procedure::Guard& guard, const GuardCase& c) {
    const auto start = instant_named(c.matter, guard.from);
    if (!start) return Done{};
    const auto due = procedure::due_date(guard.term, *start, c.office.rules().calendar(), c.office.rules().zone(), false);
    const bool has_passed = c.legal_at >= due.ends;
    if (guard.word == "within" && has_passed) return no(Reason::out_of_time, c, "within " + base::to_string(due.last_day));
    if (guard.word == "after" && !has_passed) return no(Reason::out_of_time, c, "after " + base::to_string(due.last_day));
    return Done{};
}

int count_of(const matter::Matter& m, const std::string& act) {
    const auto it = m.counts.find(act);
    return it == m.counts.end() ? 0 : it->second;
}

Result<Done> done(const procedure::Guard& guard, const GuardCase& c) {
    for (const std::string& act : guard.names) {
        if (count_of(c.matter, act) == 0) return no(Reason::out_of_order, c, "done " + act);
    }
    return Done{};
}

Result<Done> spent(const procedure::Guard& guard, const GuardCase& c) {
    for (const std::string& act : guard.names) {
        const procedure::ActRule* other = c.procedure.act(act);
        if (other != nullptr && count_of(c.matter, act) < other->limit) return no(Reason::out_of_order, c, "spent " + act);
    }
    return Done{};
}

}  // namespace

bool is_adverse(std::string_view outcome) { return std::find(k_against.begin(), k_against.end(), outcome) != k_against.end(); }

int favour(std::string_view outcome) {
    if (!is_adverse(outcome)) return 3;
    if (outcome == "partly_granted") return 2;
    return outcome == "explained" ? 1 : 0;
}

Result<Done> check_guard(const procedure::Guard& guard, const GuardCase& c) {
    if (guard.word == "points_answered") return points_answered(c);
    if (guard.word == "rules_in_force") return rules_in_force(c);
    if (guard.word == "not_worse") return not_worse(c);
    if (guard.word == "new_facts") return new_facts(c);
    if (guard.word == "within" || guard.word == "after") return in_time(guard, c);
    if (guard.word == "done") return done(guard, c);
    if (guard.word == "spent") return spent(guard, c);
    // Joins of parallel parts and rolls of signatures come with parts and meetings; until then such an act cannot be done.
    return no(Reason::not_permitted, c, guard.word);
}

}  // namespace hearth::office
