#include "procedure/check/space.hpp"

#include <algorithm>

namespace hearth::procedure {

namespace {

std::uint64_t bit(std::ptrdiff_t number) { return number < 64 ? std::uint64_t{1} << number : 0; }

template <class Elements, class Value>
std::ptrdiff_t index_of(const Elements& elements, const Value& value) {
    return std::ranges::find(elements, value) - elements.begin();
}

std::size_t hash_of(const Configuration& c) {
    std::size_t seed = std::hash<const void*>{}(c.state);
    const auto mix = [&seed](std::size_t value) { seed ^= value + 0x9e3779b97f4a7c15U + (seed << 6U) + (seed >> 2U); };
    mix(std::hash<std::string>{}(c.counters));
    for (const std::uint64_t facts : {c.consents, c.parts, c.bodies, c.done}) mix(facts);
    mix((c.reminded ? 1U : 0U) + (c.told ? 2U : 0U) + (c.heard ? 4U : 0U));
    return seed;
}

bool is_named_in_done(const Procedure& procedure, const std::string& id) {
    return std::ranges::any_of(procedure.acts, [&](const ActRule& act) {
        return std::ranges::any_of(act.guards, [&](const Guard& guard) { return guard.word == "done" && has(guard.names, id); });
    });
}

bool rests_money_on(const Procedure& procedure, const std::string& id) {
    return std::ranges::any_of(procedure.acts, [&](const ActRule& act) { return act.money && act.money->on == id; });
}

}  // namespace

Space::Space(const Subject& subject, std::size_t configurations_max) : subject_(subject) {
    number_facts();
    explore(configurations_max);
}

void Space::number_facts() {
    const Procedure& procedure = subject_.procedure();
    for (const ActRule& act : procedure.acts) {
        if (act.limit > 0) limited_.push_back(&act);
        if (act.money || is_named_in_done(procedure, act.id) || rests_money_on(procedure, act.id)) remembered_.push_back(&act);
        const Body body = subject_.body_of(act);
        if (decides(act) && std::ranges::find(deciding_bodies_, body) == deciding_bodies_.end()) deciding_bodies_.push_back(body);
    }
    for (const auto& [id, name] : procedure.parts) parts_.push_back(id);
}

void Space::explore(std::size_t configurations_max) {
    buckets_.resize(1 << 12);
    Configuration start;
    start.counters.assign(limited_.size(), '\0');
    if (subject_.is_part()) start.state = subject_.procedure().state(subject_.procedure().starts);
    (void)number_of(start, -1);
    for (int number = 0; number < static_cast<int>(configurations_.size()); ++number) {
        if (configurations_.size() > configurations_max) {
            complete_ = false;
            return;
        }
        const Configuration here = at(number);
        for (const ActRule& act : subject_.procedure().acts) {
            if (is_possible(act, here)) add_step(&act, number, after_act(act, here));
        }
        const State* state = here.state;
        const bool expires =
            state != nullptr && !state->quiet && state->deadline && state->on_expire && !state->on_expire->to.empty();
        if (expires) add_step(nullptr, number, after_expiry(here));
    }
}

void Space::add_step(const ActRule* act, int from, Configuration to) {
    const int step = static_cast<int>(steps_.size());
    const int number = number_of(to, step);
    steps_.push_back({act, from, number});
    out_[static_cast<std::size_t>(from)].push_back(step);
}

int Space::number_of(const Configuration& configuration, int step) {
    std::vector<int>& bucket = buckets_[hash_of(configuration) % buckets_.size()];
    for (const int number : bucket) {
        if (at(number) == configuration) return number;
    }
    const int number = static_cast<int>(configurations_.size());
    bucket.push_back(number);
    configurations_.push_back(configuration);
    entered_by_.push_back(step);
    out_.emplace_back();
    return number;
}

bool Space::is_possible(const ActRule& act, const Configuration& at) const {
    if (!is_possible_but_for_parts(act, at)) return false;
    return std::ranges::all_of(act.guards, [&](const Guard& guard) {
        return guard.word != "all_closed" ||
               std::ranges::all_of(guard.names, [&](const std::string& part) { return is_opened(part, at); });
    });
}

bool Space::is_possible_but_for_parts(const ActRule& act, const Configuration& at) const {
    if (at.state == nullptr ? !opens(act) : !subject_.is_possible_from(act, *at.state)) return false;
    if (act.limit > 0 && at.counters[static_cast<std::size_t>(index_of(limited_, &act))] >= act.limit) return false;
    if (!act.consent.empty() && !is_in_force(act.consent, at)) return false;
    return guards_hold(act, at);
}

bool Space::guards_hold(const ActRule& act, const Configuration& at) const {
    const Procedure& procedure = subject_.procedure();
    return std::ranges::all_of(act.guards, [&](const Guard& guard) {
        if (guard.word == "done") {
            return std::ranges::all_of(guard.names, [&](const std::string& id) {
                const ActRule* named = procedure.act(id);
                return named != nullptr && has_happened(*named, at);
            });
        }
        if (guard.word == "spent") {
            const auto used_up = std::ranges::find(limited_, guard.names.front(), [](const ActRule* a) { return a->id; });
            return used_up != limited_.end() &&
                   at.counters[static_cast<std::size_t>(used_up - limited_.begin())] >= (*used_up)->limit;
        }
        return true;  // every other guard may turn out either way
    });
}

bool Space::has_happened(const ActRule& act, const Configuration& at) const {
    return (at.done & bit(index_of(remembered_, &act))) != 0;
}

bool Space::is_opened(std::string_view part, const Configuration& at) const {
    return (at.parts & bit(index_of(parts_, part))) != 0;
}

bool Space::is_in_force(std::string_view consent, const Configuration& at) const {
    const auto& consents = subject_.procedure().consents;
    return (at.consents & bit(std::ranges::find(consents, consent, &Procedure::Consent::id) - consents.begin())) != 0;
}

std::vector<Body> Space::bodies_that_decided(const Configuration& at) const {
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < deciding_bodies_.size(); ++i) {
        if ((at.bodies & bit(static_cast<std::ptrdiff_t>(i))) != 0) bodies.push_back(deciding_bodies_[i]);
    }
    return bodies;
}

Configuration Space::after_act(const ActRule& act, const Configuration& before) const {
    Configuration after = before;
    forget_round(act, after);
    after.state = subject_.target(act, before.state);
    if (act.to != "same") after.reminded = false;
    note_facts(act, after);
    note_hearing(act, after);
    return after;
}

/// New facts begin a new round: counters, statements and decisions are forgotten by the checker, not by the record.
void Space::forget_round(const ActRule& act, Configuration& at) const {
    if (!has_guard(act, "new_facts") || at.state == nullptr || !at.state->quiet) return;
    at.counters.assign(limited_.size(), '\0');
    at.bodies = 0;
    at.told = false;
    at.heard = false;
}

void Space::note_facts(const ActRule& act, Configuration& at) const {
    if (act.limit > 0) ++at.counters[static_cast<std::size_t>(index_of(limited_, &act))];
    const auto& consents = subject_.procedure().consents;
    for (std::size_t i = 0; i < consents.size(); ++i) {
        const std::uint64_t one = bit(static_cast<std::ptrdiff_t>(i));
        if (has(consents[i].given_by, act.id)) at.consents |= one;
        if (has(consents[i].withdrawn_by, act.id)) at.consents &= ~one;
    }
    for (const auto& [word, part] : act.effects) {
        if (word == "open_part") at.parts |= bit(index_of(parts_, part));
    }
    use_up_money(act, at);
    if (const auto number = index_of(remembered_, &act); number < std::ssize(remembered_)) at.done |= bit(number);
}

/// Each payment uses up its approval and each approval its proposal.
void Space::use_up_money(const ActRule& act, Configuration& at) const {
    if (!act.money || (act.money->step != "approve" && act.money->step != "pay")) return;
    const std::string_view used = act.money->step == "approve" ? "propose" : "approve";
    for (std::size_t i = 0; i < remembered_.size(); ++i) {
        if (remembered_[i]->money && remembered_[i]->money->step == used) at.done &= ~bit(static_cast<std::ptrdiff_t>(i));
    }
}

void Space::note_hearing(const ActRule& act, Configuration& at) const {
    if (by_person(act)) {
        if (at.told && (act.has_effect("statement") || act.has_effect("waiver"))) at.heard = true;
        return;
    }
    if (decides(act)) {
        at.bodies |= bit(index_of(deciding_bodies_, subject_.body_of(act)));
        at.told = false;
        at.heard = false;
    }
    const auto letter = subject_.letter(act);
    if (letter.contains("reasons") && (letter.contains("intended") || letter.contains("outcome"))) at.told = true;
}

Configuration Space::after_expiry(const Configuration& before) const {
    Configuration after = before;
    after.state = subject_.procedure().state(before.state->on_expire->to);
    after.reminded = is_persons(*before.state) && tells_person(before.state->on_expire->notices);
    if (is_persons(*before.state) && before.told) after.heard = true;
    return after;
}

std::vector<std::string> Space::path_to(int number) const {
    std::vector<std::string> path;
    for (int here = number; entered_by_[static_cast<std::size_t>(here)] >= 0;) {
        const Step& step = steps_[static_cast<std::size_t>(entered_by_[static_cast<std::size_t>(here)])];
        path.push_back(words_of_step(step));
        here = step.from;
    }
    path.emplace_back("start");
    std::ranges::reverse(path);
    return path;
}

std::vector<std::string> Space::path_over(const Step& step) const {
    std::vector<std::string> path = path_to(step.from);
    path.push_back(words_of_step(step));
    return path;
}

std::string Space::words_of_step(const Step& step) const {
    const State* to = at(step.to).state;
    const std::string& language = subject_.pack().languages.empty() ? std::string() : subject_.pack().languages.front();
    const std::string by =
        step.act == nullptr ? "the term of " + at(step.from).state->id + " passes" : step.act->title.in(language);
    return (to == nullptr ? std::string("nowhere") : to->id) + " (" + by + ")";
}

}  // namespace hearth::procedure
