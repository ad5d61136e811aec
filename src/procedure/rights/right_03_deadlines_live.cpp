#include <algorithm>
#include <deque>
#include <limits>
#include <set>
#include <span>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 3;

void check_extension(const Subject& subject, const State& state, Findings& findings) {
    if (!state.deadline->extend) return;
    const Deadline::Extension& extension = *state.deadline->extend;
    const auto say = [&](const std::string& message) { findings.add(k_right, state.deadline->mark, message); };
    if (extension.n == 0 || extension.times == 0 || extension.by.empty() || extension.notice.empty()) {
        say("the extension of *" + state.id + "* needs n, times, by and notice");
    }
    const Notice* notice = subject.procedure().notice(extension.notice);
    if (notice == nullptr) return;
    const auto missing = lacking({"reasons", "next_date"}, {notice->prints.begin(), notice->prints.end()});
    if (!missing.empty()) say("the letter on the extension of *" + state.id + "* does not print " + listed(missing));
}

void check_term(const Subject& subject, const State& state, Findings& findings) {
    if (!state.deadline) {
        findings.add(k_right, state.mark, "*" + state.id + "* is a duty of " + words_of(state.owner_body) + " and has no term");
        return;
    }
    if (state.deadline->term.n == 0) findings.add(k_right, state.deadline->mark, "the term of *" + state.id + "* has no length");
    if (state.deadline->start.empty()) findings.add(k_right, state.deadline->mark, "the term of *" + state.id + "* has no start");
    for (const Deadline::Pause& pause : state.deadline->pauses) {
        if (pause.term.n == 0) findings.add(k_right, state.deadline->mark, "a pause of *" + state.id + "* has no term of its own");
    }
    check_extension(subject, state, findings);
}

void check_owner_can_act(const Subject& subject, const State& state, Findings& findings) {
    const auto acts = subject.acts_from(state);
    const auto is_owners = [&](const ActRule* act) { return subject.body_of(*act) == state.owner_body; };
    if (std::ranges::any_of(acts, is_owners)) return;
    findings.add(k_right, state.mark,
                 "in *" + state.id + "* no act of " + words_of(state.owner_body) + " is possible, which owes the next step");
}

bool letter_of_expiry_prints(const Subject& subject, const Expiry& expiry, std::string_view item) {
    return std::ranges::any_of(expiry.notices, [&](const auto& sent) {
        const Notice* notice = subject.procedure().notice(sent.second);
        const bool is_to_person = sent.first == "resident" || sent.first == "parties";
        return is_to_person && notice != nullptr && has(notice->prints, item);
    });
}

void check_last_stop(const Subject& subject, const State& state, Findings& findings) {
    const Body& owner = state.owner_body;
    if (owner.height == 0 && !owner.independent) {
        findings.add(k_right, state.on_expire->mark,
                     "*" + state.id + "* expires and stays with " + words_of(owner) + ": nobody above ever looks at it");
    }
    if (!subject.is_part() && !letter_of_expiry_prints(subject, *state.on_expire, "other_routes")) {
        findings.add(k_right, state.on_expire->mark,
                     "the last stop *" + state.id + "* does not tell the other routes when its term passes");
    }
}

void check_expiry(const Subject& subject, const State& state, Findings& findings) {
    if (!state.on_expire) {
        findings.add(k_right, state.mark, "when the term of *" + state.id + "* passes, nothing follows");
        return;
    }
    const Expiry& expiry = *state.on_expire;
    const bool tells = subject.is_part() ? expiry.notices.contains("body") : tells_person(expiry.notices);
    if (!tells) findings.add(k_right, expiry.mark, "when the term of *" + state.id + "* passes, nobody is told");
    if (expiry.to.empty()) return check_last_stop(subject, state, findings);
    const State* to = subject.procedure().state(expiry.to);
    const bool favours = std::ranges::any_of(expiry.outcome, is_for_person);
    if (favours || (is_bodys(*to) && above(to->owner_body, state.owner_body))) return;
    findings.add(k_right, expiry.mark,
                 "*" + state.id + "* expires to *" + to->id + "*, " +
                     (is_bodys(*to) ? "whose owner " + words_of(to->owner_body) + " is not above " + words_of(state.owner_body)
                                    : std::string("which is no duty of a body")));
}

void check_persons_term(const State& state, Findings& findings) {
    if (!state.deadline) return;
    if (state.deadline->start != std::vector<std::string>{"served"}) {
        findings.add(k_right, state.deadline->mark,
                     "the term of the person in *" + state.id + "* must start when the letter is served");
    }
    if (!state.on_expire || state.on_expire->notices.empty()) {
        findings.add(k_right, state.mark, "when the term of the person in *" + state.id + "* passes, nobody is told");
    }
}

void check_states(const Subject& subject, Findings& findings) {
    for (const State& state : subject.procedure().states) {
        if (is_persons(state)) check_persons_term(state, findings);
        if (!is_bodys(state)) continue;
        check_term(subject, state, findings);
        check_owner_can_act(subject, state, findings);
        check_expiry(subject, state, findings);
    }
}

void check_reached(const Subject& subject, const Space& space, Findings& findings) {
    std::set<const State*> reached;
    for (const Configuration& configuration : space.configurations()) reached.insert(configuration.state);
    for (const State& state : subject.procedure().states) {
        if (!reached.contains(&state)) findings.add(k_right, state.mark, "no way leads to *" + state.id + "*");
    }
}

/// Steps by where they lead, one after the other in one list.
class Arrivals {
public:
    explicit Arrivals(const Space& space) : first_(space.configurations().size() + 1, 0), from_(space.steps().size()) {
        for (const Step& step : space.steps()) ++first_[static_cast<std::size_t>(step.to) + 1];
        for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
        std::vector<std::size_t> next = first_;
        for (const Step& step : space.steps()) from_[next[static_cast<std::size_t>(step.to)]++] = step.from;
    }

    /// From where a step leads to configuration `number`.
    [[nodiscard]] std::span<const int> at(int number) const {
        const auto i = static_cast<std::size_t>(number);
        return std::span(from_).subspan(first_[i], first_[i + 1] - first_[i]);
    }

private:
    std::vector<std::size_t> first_;
    std::vector<int> from_;
};

/// Backwards from the quiet configurations; what is not met cannot come to rest.
void check_quiet_can_be_reached(const Space& space, Findings& findings) {
    const Arrivals arrivals(space);
    const auto count = static_cast<int>(space.configurations().size());
    std::vector<bool> met(space.configurations().size(), false);
    std::vector<int> waiting;
    const auto meet = [&](int number) {
        if (met[static_cast<std::size_t>(number)]) return;
        met[static_cast<std::size_t>(number)] = true;
        waiting.push_back(number);
    };
    for (int i = 0; i < count; ++i) {
        const State* state = space.at(i).state;
        if (state != nullptr && state->quiet) meet(i);
    }
    while (!waiting.empty()) {
        const int here = waiting.back();
        waiting.pop_back();
        std::ranges::for_each(arrivals.at(here), meet);
    }
    for (int i = 0; i < count; ++i) {
        const State* state = space.at(i).state;
        if (met[static_cast<std::size_t>(i)] || state == nullptr) continue;
        findings.add(k_right, state->mark, "from *" + state->id + "* no way leads to rest", space.path_to(i));
    }
}

/// Configurations on rounds of steps that are not a person's: the strongly connected parts, as Tarjan finds them.
class Rounds {
public:
    explicit Rounds(const Space& space)
        : space_(space), number_(space.configurations().size(), -1), low_(number_.size()), on_round_(number_.size(), false) {
        for (int root = 0; root < static_cast<int>(number_.size()); ++root) {
            if (number_[static_cast<std::size_t>(root)] < 0) walk(root);
        }
    }

    /// Whether a round through two or more states passes here.
    [[nodiscard]] bool passes(int number) const { return on_round_[static_cast<std::size_t>(number)]; }

private:
    struct Visit {
        int at;
        int next;  // the step to look at
    };

    int& low(int at) { return low_[static_cast<std::size_t>(at)]; }

    void enter(int at) {
        number_[static_cast<std::size_t>(at)] = low(at) = count_++;
        open_.push_back(at);
        visits_.push_back({at, *space_.steps_from(at).begin()});
    }

    void walk(int root) {
        enter(root);
        while (!visits_.empty()) {
            Visit& visit = visits_.back();
            const int here = visit.at;
            if (visit.next == *space_.steps_from(here).end()) {
                leave(here);
                continue;
            }
            const Step& step = space_.step(visit.next++);
            if (step.act != nullptr && by_person(*step.act)) continue;
            if (number_[static_cast<std::size_t>(step.to)] < 0)
                enter(step.to);
            else
                low(here) = std::min(low(here), low(step.to));  // of a part that is finished this is too large to matter
        }
    }

    void leave(int here) {
        visits_.pop_back();
        if (!visits_.empty()) low(visits_.back().at) = std::min(low(visits_.back().at), low(here));
        if (low(here) != number_[static_cast<std::size_t>(here)]) return;
        const auto part = std::ranges::find(open_.rbegin(), open_.rend(), here).base() - 1;
        const State* state = space_.at(here).state;
        const bool has_more = std::any_of(part, open_.end(), [&](int at) { return space_.at(at).state != state; });
        std::for_each(part, open_.end(), [&](int at) {
            on_round_[static_cast<std::size_t>(at)] = has_more;
            low(at) = std::numeric_limits<int>::max();
        });
        open_.erase(part, open_.end());
    }

    const Space& space_;
    std::vector<int> number_;
    std::vector<int> low_;
    std::vector<bool> on_round_;
    std::vector<int> open_;
    std::vector<Visit> visits_;
    int count_ = 0;
};

/// An act with a limit raises its counter, so no cycle of configurations holds one.
void check_cycles(const Space& space, Findings& findings) {
    const Rounds rounds(space);
    std::set<const State*> told;
    for (std::size_t i = 0; i < space.configurations().size(); ++i) {
        const State* state = space.configurations()[i].state;
        if (state == nullptr || !rounds.passes(static_cast<int>(i)) || !told.insert(state).second) continue;
        findings.add(k_right, state->mark,
                     "*" + state->id + "* lies on a round that goes on for ever without the person and without a limit",
                     space.path_to(static_cast<int>(i)));
    }
}

/// Whether the act can be done again after it was done, with neither a decision nor new facts in between; `again` is where.
bool comes_round(const Space& space, const std::set<const ActRule*>& beginnings, const ActRule& act, int& again) {
    std::deque<int> waiting;
    std::vector<bool> seen(space.configurations().size(), false);
    const auto reach = [&](int number) {
        if (seen[static_cast<std::size_t>(number)]) return;
        seen[static_cast<std::size_t>(number)] = true;
        waiting.push_back(number);
    };
    for (const Step& step : space.steps()) {
        if (step.act == &act) reach(step.to);
    }
    while (!waiting.empty()) {
        again = waiting.front();
        waiting.pop_front();
        for (const int number : space.steps_from(again)) {
            const Step& step = space.step(number);
            if (step.act == &act) return true;
            if (!beginnings.contains(step.act)) reach(step.to);
        }
    }
    return false;
}

/// Acts after which everything counts from the start: decisions, and new facts.
std::set<const ActRule*> beginnings_of(const Procedure& procedure) {
    std::set<const ActRule*> acts;
    for (const ActRule& act : procedure.acts) {
        if (decides(act) || has_guard(act, "new_facts")) acts.insert(&act);
    }
    return acts;
}

void check_calls_on_person(const Subject& subject, const Space& space, Findings& findings) {
    const auto beginnings = beginnings_of(subject.procedure());
    for (const ActRule& act : subject.procedure().acts) {
        const State* to = subject.procedure().state(act.to);
        if (by_person(act) || decides(act) || act.limit > 0 || to == nullptr || !is_persons(*to)) continue;
        int again = 0;
        if (!comes_round(space, beginnings, act, again)) continue;
        findings.add(k_right, act.mark,
                     "*" + act.id + "* can call on the person again and again without deciding; it needs a limit",
                     space.path_to(again));
    }
}

void check_joins(const Subject& subject, const Space& space, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        if (!has_guard(act, "all_closed")) continue;
        for (std::size_t i = 0; i < space.configurations().size(); ++i) {
            const Configuration& here = space.configurations()[i];
            if (!space.is_possible_but_for_parts(act, here) || space.is_possible(act, here)) continue;
            findings.add(k_right, act.mark, "*" + act.id + "* waits for parallel work that was never opened",
                         space.path_to(static_cast<int>(i)));
            break;
        }
    }
}

void check(const Subject& subject, const Space& space, Findings& findings) {
    check_states(subject, findings);
    check_reached(subject, space, findings);
    check_quiet_can_be_reached(space, findings);
    check_cycles(space, findings);
    check_calls_on_person(subject, space, findings);
    check_joins(subject, space, findings);
}

}  // namespace

Right right_03_deadlines_live() {
    return {
        k_right,
        "Every duty of a body has a term, an act that its owner can do, and an expiry that tells the person and moves the matter "
        "to a higher or independent body; every state can be reached and left; no round goes on for ever.",
        "You know by when, and if the day passes your matter moves up by itself.",
        true,
        check,
        {{"a duty without a term", "information.yaml",
          "deadline: {n: 30, unit: cd, start: appeal}, on_expire: {to: late_above, notices: {resident: overdue}}",
          "on_expire: {to: late_above, notices: {resident: overdue}}", false},
         {"an expiry sideways", "information.yaml", "start: appeal}, on_expire: {to: late_above",
          "start: appeal}, on_expire: {to: late", false},
         {"an expiry that tells nobody", "information.yaml",
          "start: appeal}, on_expire: {to: late_above, notices: {resident: overdue}}",
          "start: appeal}, on_expire: {to: late_above}", false},
         {"an official's question without end", "information.yaml", "form: decision, limit: 2, notices: {resident: intent}",
          "form: decision, notices: {resident: intent}", false},
         {"a shorter term", "information.yaml", "{n: 30, unit: cd, start: appeal}", "{n: 10, unit: wd, start: appeal}", true}}};
}

}  // namespace hearth::procedure
