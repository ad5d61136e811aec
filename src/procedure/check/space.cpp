#include "procedure/check/space.hpp"

#include <algorithm>

namespace hearth::procedure {

namespace {

std::uint64_t bit(std::ptrdiff_t number) { return number < 64 ? std::uint64_t{1} << number : 0; }

constexpr std::size_t k_facts_max = 64;

template <class Elements, class Value>
std::ptrdiff_t index_of(const Elements& elements, const Value& value) {
    return std::ranges::find(elements, value) - elements.begin();
}

template <class Elements, class Value>
std::uint64_t bit_of(const Elements& elements, const Value& value) {
    return bit(index_of(elements, value));
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
    complete_ = std::max({remembered_.size(), parts_.size(), deciding_bodies_.size(), procedure.consents.size()}) <= k_facts_max;
    for (const ActRule& act : procedure.acts) moves_.push_back(move_of(act));
    moves_from_.resize(procedure.states.size());
    for (std::size_t state = 0; state < procedure.states.size(); ++state) {
        for (const Move& move : moves_) {
            if (move.from[state]) moves_from_[state].push_back(&move);
        }
    }
}

Space::Move Space::move_of(const ActRule& act) const {
    const Procedure& procedure = subject_.procedure();
    Move move;
    move.act = &act;
    for (const State& state : procedure.states) move.from.push_back(act.is_possible_from(state));
    move.opens = act.opens();
    move.to = act.to == "same" ? nullptr : procedure.state(act.to);
    if (act.limit > 0) move.counter = index_of(limited_, &act);
    for (std::size_t i = 0; i < procedure.consents.size(); ++i) {
        const Facts one = bit(static_cast<std::ptrdiff_t>(i));
        if (act.consent == procedure.consents[i].id) move.needs_consents |= one;
        if (has(procedure.consents[i].given_by, act.id)) move.gives_consents |= one;
        if (has(procedure.consents[i].withdrawn_by, act.id)) move.withdraws_consents |= one;
    }
    for (const auto& [word, part] : act.effects) {
        if (word == "open_part") move.opens_parts |= bit_of(parts_, part);
    }
    add_guards(act, move);
    if (std::ranges::find(remembered_, &act) != remembered_.end()) move.remembers = bit_of(remembered_, &act);
    // Each payment uses up its approval and each approval its proposal.
    const std::string step = act.money ? act.money->step : "";
    for (const ActRule* other : remembered_) {
        const std::string used = other->money ? other->money->step : "";
        if ((step == "approve" && used == "propose") || (step == "pay" && used == "approve"))
            move.uses_up |= bit_of(remembered_, other);
    }
    move.by_person = by_person(act);
    if (decides(act)) move.decides_as = bit_of(deciding_bodies_, subject_.body_of(act));
    move.speaks = act.has_effect("statement") || act.has_effect("waiver");
    const auto letter = subject_.letter(act);
    move.tells = letter.contains("reasons") && (letter.contains("intended") || letter.contains("outcome"));
    move.begins_round = has_guard(act, "new_facts");
    return move;
}

/// `done`, `spent` and `all_closed` are computed; every other guard may turn out either way.
void Space::add_guards(const ActRule& act, Move& move) const {
    for (const Guard& guard : act.guards) {
        for (const std::string& name : guard.names) {
            const ActRule* named = subject_.procedure().act(name);
            if (guard.word == "all_closed") move.needs_parts |= bit_of(parts_, name);
            if (guard.word == "done") move.needs_done |= bit_of(remembered_, named);
            if (guard.word != "spent") continue;
            const auto counter = index_of(limited_, named);
            if (counter == std::ssize(limited_))
                move.never = true;
            else
                move.spent.emplace_back(counter, named->limit);
        }
    }
}

void Space::explore(std::size_t configurations_max) {
    buckets_.resize(1 << 10);
    Configuration start;
    start.counters.assign(limited_.size(), '\0');
    if (subject_.is_part()) start.state = subject_.procedure().state(subject_.procedure().starts);
    (void)number_of(start, -1);
    for (int number = 0; number < static_cast<int>(configurations_.size()); ++number) {
        first_step_.push_back(static_cast<int>(steps_.size()));
        if (configurations_.size() > configurations_max) complete_ = false;
        if (!complete_) break;
        const Configuration here = at(number);
        const State* state = here.state;
        if (state == nullptr) {
            for (const Move& move : moves_)
                if (move.opens && is_possible(*move.act, here)) add_step(move.act, number, after(move, here));
            continue;
        }
        for (const Move* move : moves_from_[number_of_state(*state)]) {
            if (holds(*move, here) && (here.parts & move->needs_parts) == move->needs_parts)
                add_step(move->act, number, after(*move, here));
        }
        const bool expires = !state->quiet && state->deadline && state->on_expire && !state->on_expire->to.empty();
        if (expires) add_step(nullptr, number, after_expiry(here));
    }
    first_step_.push_back(static_cast<int>(steps_.size()));
}

void Space::add_step(const ActRule* act, int from, const Configuration& to) {
    const int number = number_of(to, static_cast<int>(steps_.size()));
    steps_.push_back({act, from, number});
}

int Space::number_of(const Configuration& configuration, int step) {
    const std::size_t hash = hash_of(configuration);
    for (const int number : buckets_[hash % buckets_.size()]) {
        if (hashes_[static_cast<std::size_t>(number)] == hash && at(number) == configuration) return number;
    }
    const int number = static_cast<int>(configurations_.size());
    configurations_.push_back(configuration);
    hashes_.push_back(hash);
    entered_by_.push_back(step);
    buckets_[hash % buckets_.size()].push_back(number);
    if (configurations_.size() > 2 * buckets_.size()) spread_buckets();
    return number;
}

void Space::spread_buckets() {
    std::vector<std::vector<int>> more(4 * buckets_.size());
    for (std::size_t i = 0; i < hashes_.size(); ++i) more[hashes_[i] % more.size()].push_back(static_cast<int>(i));
    buckets_ = std::move(more);
}

const Space::Move& Space::move_for(const ActRule& act) const {
    return moves_[static_cast<std::size_t>(&act - subject_.procedure().acts.data())];
}

std::size_t Space::number_of_state(const State& state) const {
    return static_cast<std::size_t>(&state - subject_.procedure().states.data());
}

bool Space::is_possible(const ActRule& act, const Configuration& at) const {
    const Facts parts = move_for(act).needs_parts;
    return is_possible_but_for_parts(act, at) && (at.parts & parts) == parts;
}

bool Space::is_possible_but_for_parts(const ActRule& act, const Configuration& at) const {
    const Move& move = move_for(act);
    return (at.state == nullptr ? move.opens : move.from[number_of_state(*at.state)]) && holds(move, at);
}

/// What the act needs beside its state and the join of parts.
bool Space::holds(const Move& move, const Configuration& at) {
    const auto count = [&](std::ptrdiff_t counter) { return at.counters[static_cast<std::size_t>(counter)]; };
    const bool under_limit = move.counter < 0 || count(move.counter) < move.act->limit;
    const bool has_facts =
        (at.consents & move.needs_consents) == move.needs_consents && (at.done & move.needs_done) == move.needs_done;
    return !move.never && under_limit && has_facts &&
           std::ranges::all_of(move.spent, [&](const auto& used_up) { return count(used_up.first) >= used_up.second; });
}

bool Space::has_happened(const ActRule& act, const Configuration& at) const {
    const Facts one = move_for(act).remembers;
    return one != 0 && (at.done & one) == one;
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

Configuration Space::after(const Move& move, const Configuration& before) const {
    Configuration now = before;
    // New facts begin a new round: counters, statements and decisions are forgotten by the checker, not by the record.
    if (move.begins_round && before.state != nullptr && before.state->quiet) {
        now.counters.assign(limited_.size(), '\0');
        now.bodies = 0;
        now.told = now.heard = false;
    }
    if (move.act->to != "same") {
        now.state = move.to;
        now.reminded = false;
    }
    if (move.counter >= 0) ++now.counters[static_cast<std::size_t>(move.counter)];
    now.consents = (now.consents | move.gives_consents) & ~move.withdraws_consents;
    now.parts |= move.opens_parts;
    now.done = (now.done & ~move.uses_up) | move.remembers;
    if (move.by_person) {
        now.heard = now.heard || (now.told && move.speaks);
        return now;
    }
    if (move.decides_as != 0) {
        now.bodies |= move.decides_as;
        now.told = now.heard = false;
    }
    now.told = now.told || move.tells;
    return now;
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
