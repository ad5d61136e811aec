#include "office/guards.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "office/clocks.hpp"
#include "office/linked.hpp"
#include "office/money.hpp"
#include "office/resolution.hpp"
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

/// What the first field of a type that was filled in says, be it sealed or not; `id` becomes that of the field.
const base::Json* said_of_type(const Step& step, std::string_view type, std::string* id) {
    const procedure::Form* form = step.procedure.form(step.rule.form);
    return field_of_type(form, step.command, type, id) == nullptr ? nullptr : said(step.command, *id);
}

/// Every point that was asked has a reason of its own.
Result<Done> points_answered(const Step& step) {
    std::string id = "reasons";
    const base::Json* reasons = said_of_type(step, "reasons", &id);
    const std::size_t given = reasons == nullptr || !reasons->is_array() ? 0 : reasons->size();
    const auto asked = static_cast<std::size_t>(std::max(1, step.matter.points));
    if (given < asked)
        return refused(step, Reason::malformed, "points_answered " + std::to_string(given) + "/" + std::to_string(asked), id);
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
Result<Done> rules_in_force(const Step& step) {
    std::string id = "rules";
    const base::Json* cited = said_of_type(step, "rules", &id);
    if (cited == nullptr || !cited->is_array()) return refused(step, Reason::malformed, "rules_in_force", id);
    const base::CivilDate facts = step.command.facts_date.value_or(step.office.rules().zone().date(step.matter.received_at));
    for (const base::Json& rule : *cited) {
        const std::string text = rule.is_string() ? rule.get<std::string>() : rule.value("text", "");
        const bool is_basis =
            std::any_of(step.procedure.basis.begin(), step.procedure.basis.end(), [&](const auto& b) { return b.text == text; });
        if (!is_basis && (rule.is_string() || !is_in_force(rule, base::to_string(facts)))) {
            return refused(step, Reason::malformed, "rules_in_force " + text.substr(0, 80), id);
        }
    }
    return Done{};
}

Result<Done> not_worse(const Step& step) {
    if (step.matter.decisions.empty() || favour(step.outcome) >= favour(step.matter.decisions.back().outcome)) return Done{};
    return refused(step, Reason::not_permitted, "not_worse " + step.matter.decisions.back().outcome, "outcome");
}

Result<Done> new_facts(const Step& step) {
    const bool states_one = std::any_of(step.command.fields.begin(), step.command.fields.end(), [&](const auto& field) {
        const base::Json& words = *said(step.command, field.first);
        return words.is_string() || words.is_array();
    });
    if (!states_one) return refused(step, Reason::malformed, "new_facts");
    return Done{};
}

/// `within` and `after`. The term counts from service, receipt, entry or an act; a term from what has not happened is no bar.
Result<Done> in_time(const procedure::Guard& guard, const Step& step) {
    const auto start = instant_named(step.matter, guard.from);
    if (!start) return Done{};
    const auto due = procedure::due_date(guard.term, *start, step.office.rules().calendar(), step.office.rules().zone(), false);
    const bool has_passed = step.legal_at >= due.ends;
    if (guard.word == "within" && has_passed) return refused(step, Reason::out_of_time, "within " + base::to_string(due.last_day));
    if (guard.word == "after" && !has_passed) return refused(step, Reason::out_of_time, "after " + base::to_string(due.last_day));
    return Done{};
}

int count_of(const matter::Matter& m, const std::string& act) {
    const auto it = m.counts.find(act);
    return it == m.counts.end() ? 0 : it->second;
}

Result<Done> done(const procedure::Guard& guard, const Step& step) {
    for (const std::string& act : guard.names) {
        const procedure::ActRule* other = step.procedure.act(act);
        const bool is_used_up = other != nullptr && other->money &&
                                (other->money->step == "propose" || other->money->step == "approve") &&
                                !is_unspent(step.matter, act);
        if (count_of(step.matter, act) == 0 || is_used_up) return refused(step, Reason::out_of_order, "done " + act);
    }
    return Done{};
}

Result<Done> spent(const procedure::Guard& guard, const Step& step) {
    for (const std::string& act : guard.names) {
        const procedure::ActRule* other = step.procedure.act(act);
        if (other != nullptr && count_of(step.matter, act) < other->limit)
            return refused(step, Reason::out_of_order, "spent " + act);
    }
    return Done{};
}

/// So many of a roll have signed; the numbers are entered by hand and stand in the frame.
Result<Done> supported(const procedure::Guard& guard, Step& step) {
    const base::Json* supporters = field_named(step, "supporters", "number");
    const base::Json* voters = field_named(step, "voters", "number");
    if (supporters == nullptr || voters == nullptr)
        return Refusal{Reason::malformed, "office/missing_field", {.field = supporters == nullptr ? "supporters" : "voters"}};
    const auto signed_by = supporters->get<std::int64_t>();
    const auto of = voters->get<std::int64_t>();
    if (of < 1 || of > k_people_max || signed_by < 0 || signed_by > of)
        return Refusal{Reason::malformed, "office/roll", {.field = "supporters"}, std::to_string(signed_by)};
    const std::int64_t needed = least(guard.share, false, of);
    if (signed_by < needed) {
        return refused(step, Reason::not_permitted, "supported " + std::to_string(signed_by) + "/" + std::to_string(needed),
                       "supporters");
    }
    step.noted["supported"] = {{"base", guard.base}, {"voters", of}, {"supporters", signed_by}, {"needed", needed}};
    return Done{};
}

}  // namespace

bool is_adverse(std::string_view outcome) { return std::find(k_against.begin(), k_against.end(), outcome) != k_against.end(); }

int favour(std::string_view outcome) {
    if (!is_adverse(outcome)) return 3;
    if (outcome == "partly_granted") return 2;
    return outcome == "explained" ? 1 : 0;
}

Result<Done> check_guard(const procedure::Guard& guard, Step& step) {
    if (guard.word == "points_answered") return points_answered(step);
    if (guard.word == "rules_in_force") return rules_in_force(step);
    if (guard.word == "not_worse") return not_worse(step);
    if (guard.word == "new_facts") return new_facts(step);
    if (guard.word == "within" || guard.word == "after") return in_time(guard, step);
    if (guard.word == "done") return done(guard, step);
    if (guard.word == "spent") return spent(guard, step);
    if (guard.word == "all_closed") return all_closed(step, guard);
    if (guard.word == "supported") return supported(guard, step);
    return refused(step, Reason::not_permitted, guard.word);
}

}  // namespace hearth::office
