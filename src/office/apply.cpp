#include "matter/fold.hpp"
#include "office/office.hpp"

namespace hearth::office {

void apply(Office& office, const record::Frame& frame) {
    const bool opens = frame.from.empty() && frame.matter.number > 0 && !frame.procedure.empty();
    office.note_recorded(frame.recorded_at, opens ? frame.matter : base::MatterId{});
    if (const auto named = frame.facts.find("ruleset"); frame.procedure.empty() && named != frame.facts.end() && named->is_string())
        office.note_ruleset(named->get<std::string>());
    if (matter::is_letter(frame)) office.note_letter(frame);
    if (frame.matter.number == 0 || frame.procedure.empty()) return;  // an act of the office itself changes no matter
    matter::Matter m;
    if (!opens) {
        const matter::Matter* before = office.find(frame.matter);
        HEARTH_CHECK(before != nullptr);
        m = *before;
    }
    matter::fold(m, frame);
    office.put(std::move(m));
}

}  // namespace hearth::office
