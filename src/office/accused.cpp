#include "office/accused.hpp"

#include <algorithm>

#include "office/bodies.hpp"
#include "office/step.hpp"

namespace hearth::office {

using base::Reason;
using base::Refusal;
using base::Result;

namespace {

/// An independent body of the pack, which no office of the ladder is.
bool is_outside(const base::OfficeId& unit, const Office& office) {
    const auto& bodies = office.rules().pack.bodies;
    return std::ranges::any_of(
        bodies, [&](const auto& named) { return named.second.independent && office_of(named.second, {}, office) == unit; });
}

}  // namespace

Result<base::OfficeId> accused_unit(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                                    const Command& command) {
    if (!rule.accuses || command.imported) return base::OfficeId{};
    std::string field = "body";
    const base::Json* written = field_of_type(procedure.form(rule.form), command, "body", &field);
    base::OfficeId unit = command.accused;
    if (unit.empty() && written != nullptr && written->is_string()) unit = {written->get<std::string>()};
    if (unit.empty()) return Refusal{Reason::malformed, "office/missing_field", {.field = field}};
    if (!is_known(unit, office.profile()) && !is_outside(unit, office))
        return Refusal{Reason::not_found, "office/office", {.field = field}, unit.text};
    return unit;
}

Result<base::OfficeId> receiver_of(const Office& office, const procedure::ActRule& rule, const base::OfficeId& accused) {
    const base::OfficeId& own = office.profile().id;
    base::OfficeId receiver = rule.at ? office_of(*rule.at, own, office, {accused, {}}) : own;
    if (!accused.empty() && receiver == accused)
        return Refusal{Reason::not_permitted, "office/accused_unit", {.field = "office"}, accused.text};
    return receiver;
}

}  // namespace hearth::office
