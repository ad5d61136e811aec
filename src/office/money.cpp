#include "office/money.hpp"

#include <algorithm>

#include "office/guards.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;

/// The act on which money rests was decided, for and not against.
bool is_decided(const matter::Matter& matter, const std::string& act) {
    const auto& all = matter.decisions;
    const auto last = std::find_if(all.rbegin(), all.rend(), [&](const auto& d) { return d.act == act; });
    return last != all.rend() && !is_adverse(last->outcome) && last->outcome != "not_passed";
}

/// A charge rests on a decision against a person as well: a fine is one.
bool rests_on_decision(const Step& step) {
    const procedure::Money& money = *step.rule.money;
    if (money.on.empty()) return true;
    if (money.step != "charge") return is_decided(step.matter, money.on);
    return std::ranges::find(step.matter.decisions, money.on, &matter::Decision::act) != step.matter.decisions.end();
}

const matter::MoneyStep* step_to_use(const Step& step, std::string_view kind, std::int64_t amount) {
    for (const matter::MoneyStep& open : step.matter.unspent) {
        const procedure::ActRule* rule = step.procedure.act(open.act);
        if (rule != nullptr && rule->money && rule->money->step == kind && open.amount == amount) return &open;
    }
    return nullptr;
}

}  // namespace

Result<Done> note_money(Step& step) {
    if (!step.rule.money || step.command.imported) return Done{};
    const std::string& kind = step.rule.money->step;
    if (!rests_on_decision(step)) return Refusal{Reason::out_of_order, "office/money_on", {}, step.rule.money->on};
    std::string field;
    const base::Json* written = field_of_type(step.procedure.form(step.rule.form), step.command, "amount", &field);
    const std::int64_t amount = written == nullptr ? 0 : written->get<std::int64_t>();
    if (amount < 0) return Refusal{Reason::malformed, "office/amount", {.field = field}, std::to_string(amount)};
    step.noted["money"] = {{"step", kind}, {"amount", amount}};
    if (kind != "approve" && kind != "pay") return Done{};
    const matter::MoneyStep* used = step_to_use(step, kind == "approve" ? "propose" : "approve", amount);
    if (used == nullptr) return Refusal{Reason::out_of_order, "office/money_unspent", {.field = field}, std::to_string(amount)};
    step.noted["money"]["uses"] = used->act;
    return Done{};
}

bool is_unspent(const matter::Matter& matter, const std::string& act) {
    return std::ranges::find(matter.unspent, act, &matter::MoneyStep::act) != matter.unspent.end();
}

}  // namespace hearth::office
