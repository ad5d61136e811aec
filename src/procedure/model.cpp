#include "procedure/model.hpp"

#include <algorithm>

namespace hearth::procedure {

namespace {

template <class Element>
const Element* find_by_id(const std::vector<Element>& elements, std::string_view id) {
    const auto found = std::ranges::find(elements, id, &Element::id);
    return found == elements.end() ? nullptr : &*found;
}

}  // namespace

const std::string& Text::in(std::string_view language) const {
    static const std::string k_none;
    if (const auto found = by_language.find(std::string(language)); found != by_language.end()) return found->second;
    return by_language.empty() ? k_none : by_language.begin()->second;
}

bool ActRule::has_effect(std::string_view word) const {
    return std::ranges::any_of(effects, [word](const auto& effect) { return effect.first == word; });
}

const State* Procedure::state(std::string_view id) const { return find_by_id(states, id); }
const ActRule* Procedure::act(std::string_view id) const { return find_by_id(acts, id); }
const Form* Procedure::form(std::string_view id) const { return find_by_id(forms, id); }
const Notice* Procedure::notice(std::string_view id) const { return find_by_id(notices, id); }

const Procedure* Pack::procedure(std::string_view id) const { return find_by_id(procedures, id); }
const Procedure* Pack::procedure(std::string_view id, int version) const {
    const Procedure* today = procedure(id);
    if (version == 0 || (today != nullptr && today->version == version)) return today;
    const auto found = std::ranges::find_if(former, [&](const Procedure& p) { return p.id == id && p.version == version; });
    return found == former.end() ? nullptr : &*found;
}
const Post* Pack::post(std::string_view id) const { return find_by_id(posts, id); }

double shortest_days(const Term& term) {
    switch (term.unit) {
        case Unit::calendar_days:
        case Unit::working_days: return term.n;
        case Unit::hours: return term.n / 24.0;
        case Unit::months: return term.n * 28.0;
        case Unit::years: return term.n * 365.0;
    }
    return 0;
}

bool ActRule::opens() const { return std::ranges::find(from, "start") != from.end(); }

bool ActRule::is_possible_from(const State& state) const {
    const std::string_view any = state.quiet ? "any_quiet" : "any_open";
    return std::ranges::any_of(from, [&](const std::string& one) { return one == state.id || one == any; });
}

bool above(const Body& a, const Body& b) {
    if (a.root == b.root) return a.height > b.height && !a.independent;
    return a.independent;
}

}  // namespace hearth::procedure
