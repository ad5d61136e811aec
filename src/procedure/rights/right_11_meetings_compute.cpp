#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 11;

bool is_at_least_half(std::pair<int, int> share) { return 2 * share.first >= share.second; }
bool is_more_than_half(std::pair<int, int> share) { return 2 * share.first > share.second; }

void check_rule(const Resolution& rule, Findings& findings) {
    const auto say = [&](const std::string& message) {
        findings.add(k_right, rule.mark, "resolution *" + rule.type + "*: " + message);
    };
    if (!rule.missing.empty()) say("lacks " + listed(rule.missing));
    if (has(rule.missing, "quorum") || has(rule.missing, "pass")) return;
    if (!is_at_least_half(rule.quorum)) say("less than half would be enough to meet");
    const bool majority = rule.pass_more_than ? is_at_least_half(rule.pass) : is_more_than_half(rule.pass);
    if (!majority) say("less than a majority would decide");
    if (!rule.proxies_who.empty() && (!rule.proxies_written || rule.proxies_most == 0))
        say("proxies must be written, and capped for one person");
    if (rule.about_persons && !rule.secret) say("a vote about persons must be secret");
    if (!rule.interested_out) say("interested persons must be out");
}

void check_act(const Subject& subject, const ActRule& act, Findings& findings) {
    const auto say = [&](const std::string& message) { findings.add(k_right, act.mark, "*" + act.id + "* " + message); };
    if (act.resolves.empty()) {
        if (has(act.outcome, "passed") || has(act.outcome, "not_passed"))
            say("has the outcome of a meeting but resolves no matter type");
        return;
    }
    const auto& rules = subject.pack().resolutions;
    const auto rule = std::ranges::find(rules, act.resolves, &Resolution::type);
    if (rule == rules.end()) return say("resolves the matter type \"" + act.resolves + "\", for which the pack has no rule");
    const Post* post = subject.post_of(act);
    if (post == nullptr || !post->meeting || post->of != rule->body)
        say("must be the act of the meeting of " + words_of(rule->body));
}

void check(const Subject& subject, const Space& /*space*/, Findings& findings) {
    for (const Resolution& rule : subject.pack().resolutions) check_rule(rule, findings);
    for (const ActRule& act : subject.procedure().acts) check_act(subject, act, findings);
}

}  // namespace

Right right_11_meetings_compute() {
    return {
        k_right,
        "The rule of a meeting is bound to the matter: notice, a quorum of at least half, at least a true majority, written and "
        "capped proxies, secrecy about persons, interested persons out; that it was kept is computed.",
        "A vote counts only if enough people were there and enough said yes, and you can see the numbers.",
        false,
        check,
        {{"an outcome of no meeting", "information.yaml",
          "outcome: [granted], guards: [points_answered, rules_in_force], notices: {resident: given}}\n  intend",
          "outcome: [granted, passed], guards: [points_answered, rules_in_force], notices: {resident: given}}\n  intend", false},
         {"a rule that less than half can pass", "pack.yaml", "posts:\n",
          "resolutions:\n  road: {body: court, basis: [], about: matter, notice: {n: 10, unit: cd}, quorum: {base: households, "
          "share: 1/2},\n"
          "    pass: {base: present, share: 1/3}, proxies: none, online: true, ballot: open, interested_out: true, tie: "
          "fails}\nposts:\n",
          false},
         {"a rule without its tie", "pack.yaml", "posts:\n",
          "resolutions:\n  road: {body: court, basis: [], about: matter, notice: {n: 10, unit: cd}, quorum: {base: households, "
          "share: 1/2},\n"
          "    pass: {base: present, more_than: 1/2}, proxies: none, online: true, ballot: open, interested_out: true}\nposts:\n",
          false},
         {"a true majority", "pack.yaml", "posts:\n",
          "resolutions:\n  road: {body: court, basis: [], about: matter, notice: {n: 10, unit: cd}, quorum: {base: households, "
          "share: 1/2},\n"
          "    pass: {base: present, more_than: 1/2}, proxies: none, online: true, ballot: open, interested_out: true, tie: "
          "fails}\nposts:\n",
          true}}};
}

}  // namespace hearth::procedure
