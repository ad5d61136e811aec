#include "office/newer_text.hpp"

#include "office/fields.hpp"
#include "office/frames.hpp"

namespace hearth::office {

using base::Reason;
using base::Refusal;

const procedure::Procedure* newer_text(const procedure::Ruleset& rules, const matter::Matter& matter) {
    const auto widened = rules.widened.find(matter.procedure.text);
    const bool is_offered = widened != rules.widened.end() && widened->second.contains(matter.procedure_version);
    if (!is_offered || !matter.custodian.empty() || !matter.parties.empty() || matter.part_of.number > 0) return nullptr;
    const procedure::Procedure* newer = rules.pack.procedure(matter.procedure.text);
    return newer != nullptr && newer->state(matter.state) != nullptr ? newer : nullptr;
}

base::Result<std::vector<record::Act>> decide_newer_text(const Office& office, const matter::Matter& matter, const Command& command,
                                                         base::Instant now) {
    const procedure::Procedure* newer = newer_text(office.rules(), matter);
    if (newer == nullptr) return Refusal{Reason::out_of_order, "office/no_newer_text"};
    const bool is_hers = command.by.kind == record::Actor::Kind::resident && command.by.party == matter.party;
    if (!is_hers || command.imported || command.entered_by)
        return Refusal{Reason::not_permitted, "office/actor", {.field = "by"}, "resident"};
    if (command.seen && *command.seen != matter.acts)
        return Refusal{Reason::conflict, newer->id + "/" + command.act, {}, matter.last_act + " -> " + matter.state};
    HEARTH_TRY(empty, check_fields(nullptr, command.fields, true));
    record::Frame frame = frame_of(office, *newer, command, now);
    frame.matter = matter.id;
    stay(matter, frame);
    frame.facts["text"] = newer->version;
    return std::vector{sealed_off(office, command, std::move(frame), {})};
}

}  // namespace hearth::office
