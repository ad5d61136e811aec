#include <algorithm>
#include <deque>
#include <limits>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 1;

void check_appeal_itself(const Subject& subject, const ActRule& act, Findings& findings) {
    const Appeal& appeal = *act.appeal;
    const auto say = [&](const std::string& message) { findings.add(k_right, appeal.mark, message); };
    if (appeal.to.root.empty())
        say("the appeal against *" + act.id + "* names no body (to)");
    else if (!above(appeal.to, subject.body_of(act))) {
        say("the appeal against *" + act.id + "* goes to " + words_of(appeal.to) + ", which is not above " +
            words_of(subject.body_of(act)));
    }
    if (appeal.term.n == 0) say("the appeal against *" + act.id + "* has no term");
    if (appeal.start != "served") say("the term of the appeal against *" + act.id + "* must start when the letter is served");
    if (appeal.stay.empty()) say("the appeal against *" + act.id + "* does not say whether it stays the act");
    if (appeal.by.empty() == appeal.how.empty()) {
        say("the appeal against *" + act.id + "* must name either the act by which it is made (by) or the way (how)");
    }
}

void check_letter(const Subject& subject, const ActRule& act, Findings& findings) {
    std::vector<std::string> wanted = {"appeal_body", "appeal_term", "appeal_how"};
    if (!subject.procedure().other_routes.empty()) wanted.emplace_back("other_routes");
    if (act.appeal->mandatory_first) wanted.emplace_back("appeal_first");
    const auto missing = lacking(wanted, subject.letter(act));
    if (!missing.empty()) findings.add(k_right, act.mark, "the letter of *" + act.id + "* does not print " + listed(missing));
}

/// Whether the term of the guard leaves the person at least the time of the appeal.
bool is_wide_enough(const Guard& guard, const Appeal& appeal) {
    return guard.word == "within" && guard.from == "served" && shortest_days(guard.term) >= shortest_days(appeal.term);
}

void check_act_of_appeal(const Subject& subject, const ActRule& act, const ActRule& by, Findings& findings) {
    const std::string name = "*" + by.id + "*, the appeal against *" + act.id + "*, ";
    const auto say = [&](const std::string& message) { findings.add(k_right, by.mark, name + message); };
    if (!by_person(by)) say("must be an act of the person");
    if (by.limit > 0) say("must have no limit");
    if (!std::ranges::all_of(by.guards, [&](const Guard& guard) { return is_wide_enough(guard, *act.appeal); })) {
        say("must have no guard but `within` of at least its term from service");
    }
    for (const State* to : subject.targets(by)) {
        if (is_bodys(*to) && above(to->owner_body, subject.body_of(act))) continue;
        say("leads to *" + to->id + "*, which is not a duty of a body above " + words_of(subject.body_of(act)));
    }
}

/// The fewest days a step takes: the term of a state that expires, or the time an act has to wait for.
double days_of(const Space& space, const Step& step) {
    const State* state = space.at(step.from).state;
    if (step.act == nullptr) {
        const auto& start = state->deadline->start;
        const bool counts_from_here = has(start, "served") || has(start, "entry");
        return counts_from_here ? shortest_days(state->deadline->term) : 0;
    }
    double days = 0;
    for (const Guard& guard : step.act->guards) {
        const bool counts_from_here = guard.word == "after" && (guard.from == "entry" || guard.from == "served");
        if (counts_from_here) days = std::max(days, shortest_days(guard.term));
    }
    return days;
}

/// From wherever the act has led, over steps that are not the person's: until the term has passed the appeal must be possible.
void check_paths(const Space& space, const ActRule& act, const ActRule& by, Findings& findings) {
    constexpr double k_never = std::numeric_limits<double>::infinity();
    const double term = shortest_days(act.appeal->term);
    std::vector<double> days_at(space.configurations().size(), k_never);  // the fewest days until it is reached
    std::deque<int> waiting;
    const auto reach = [&](int number, double days) {
        double& known = days_at[static_cast<std::size_t>(number)];
        if (days >= term || known <= days) return;
        known = days;
        waiting.push_back(number);
    };
    for (const Step& step : space.steps()) {
        if (step.act == &act) reach(step.to, 0);
    }
    while (!waiting.empty()) {
        const int here = waiting.front();
        waiting.pop_front();
        if (!space.is_possible(by, space.at(here))) {
            findings.add(k_right, by.mark,
                         "*" + by.id + "*, the appeal against *" + act.id + "*, is impossible in *" + space.at(here).state->id +
                             "* before its term has passed",
                         space.path_to(here));
            continue;
        }
        for (const int number : space.steps_from(here)) {
            const Step& step = space.step(number);
            if (step.act != nullptr && by_person(*step.act)) continue;
            reach(step.to, days_at[static_cast<std::size_t>(here)] + days_of(space, step));
        }
    }
}

void check(const Subject& subject, const Space& space, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        if (!is_adverse(act)) continue;
        if (!act.appeal) {
            findings.add(k_right, act.mark, "*" + act.id + "* goes against the person and has no appeal");
            continue;
        }
        check_appeal_itself(subject, act, findings);
        check_letter(subject, act, findings);
        const ActRule* by = subject.procedure().act(act.appeal->by);
        if (by == nullptr) continue;
        check_act_of_appeal(subject, act, *by, findings);
        check_paths(space, act, *by, findings);
    }
}

}  // namespace

Right right_01_appeal() {
    return {
        k_right,
        "Every act against a person has an appeal to a higher or independent body, with a term from service and words of it in "
        "the letter; until the term has passed nothing but the person's own act makes it impossible.",
        "Against every no there is somebody above whom you can ask, and the letter says who, how and by when.",
        false,
        check,
        {{"no appeal", "information.yaml",
          "appeal: {to: court, n: 15, unit: cd, start: served, how: in_writing, stay: no_effect}, ", "", false},
         {"an appeal to the desk that decided", "information.yaml", "appeal: {to: next_higher(handling_body), n: 60",
          "appeal: {to: handling_body, n: 60", false},
         {"a letter that hides the appeal", "information.yaml", "date, appeal_body, appeal_term, appeal_how, appeal_first",
          "date, appeal_body, appeal_how, appeal_first", false},
         {"an appeal that a limit cuts off", "information.yaml", "from: [refused], to: reconsidered, by: resident",
          "from: [refused], to: reconsidered, limit: 1, by: resident", false},
         {"a state that ends before the term of the appeal", "information.yaml",
          "deadline: {n: 60, unit: cd, start: served}, on_expire", "deadline: {n: 59, unit: cd, start: served}, on_expire", false},
         {"a longer term of the appeal's state", "information.yaml", "deadline: {n: 60, unit: cd, start: served}, on_expire",
          "deadline: {n: 90, unit: cd, start: served}, on_expire", true}}};
}

}  // namespace hearth::procedure
