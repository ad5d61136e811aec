#include "web/forms/way_in.hpp"

#include <algorithm>

namespace hearth::web::forms {

std::vector<WayIn> ways_into(const procedure::Pack& pack) {
    std::vector<WayIn> ways;
    for (const procedure::Procedure& procedure : pack.procedures) {
        for (const procedure::ActRule& act : procedure.acts) {
            if (act.opens() && act.actor != procedure::ActorKind::post) ways.push_back({&procedure, &act});
        }
    }
    return ways;
}

std::optional<WayIn> way_into(const procedure::Pack& pack, std::string_view procedure, std::string_view act) {
    for (const WayIn& way : ways_into(pack)) {
        if (way.procedure->id == procedure && way.act->id == act) return way;
    }
    return std::nullopt;
}

}  // namespace hearth::web::forms
