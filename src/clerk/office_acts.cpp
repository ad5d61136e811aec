#include "clerk/office_acts.hpp"

#include "procedure/calendar.hpp"

namespace hearth::clerk {

record::Act office_act(const office::Office& office, std::string_view act, record::Actor::Kind by, base::Json facts, base::ActId id,
                       base::Instant now) {
    record::Act made;
    made.id = std::move(id);
    made.date = office.rules().zone().date(now);
    made.frame.office = office.profile().id;
    made.frame.act = act;
    made.frame.by.kind = by;
    made.frame.received_at = now;
    made.frame.recorded_at = now;
    made.frame.facts = std::move(facts);
    return made;
}

base::Json erased_facts(const std::vector<record::Erasure>& what, const std::string& ground) {
    base::Json erased = base::Json::array();
    for (const record::Erasure& one : what) erased.push_back({{"entry", one.entry}, {"name", one.name}});
    return {{"erased", std::move(erased)}, {"ground", ground}};
}

}  // namespace hearth::clerk
