#include <algorithm>

#include "procedure/rights/right.hpp"

namespace hearth::procedure {

namespace {

constexpr int k_right = 14;
using Consent = Procedure::Consent;

void check_keys(const Consent& consent, Findings& findings) {
    std::vector<std::string> missing;
    if (consent.of.empty()) missing.emplace_back("of");
    if (consent.scope.empty()) missing.emplace_back("scope");
    if (consent.given_by.empty()) missing.emplace_back("given_by");
    if (consent.withdrawn_by.empty()) missing.emplace_back("withdrawn_by");
    if (consent.ends.n == 0) missing.emplace_back("ends");
    if (!missing.empty()) findings.add(k_right, consent.mark, "consent *" + consent.id + "* lacks " + listed(missing));
}

void check_acts(const Procedure& procedure, const Consent& consent, Findings& findings) {
    for (const std::string& id : consent.given_by) {
        const ActRule* act = procedure.act(id);
        if (act != nullptr && !by_person(*act))
            findings.add(k_right, act->mark, "*" + id + "* gives the consent *" + consent.id + "* for the person");
    }
    for (const std::string& id : consent.withdrawn_by) {
        const ActRule* act = procedure.act(id);
        if (act == nullptr || (by_one_person(*act) && act->guards.empty() && act->limit == 0)) continue;
        findings.add(k_right, act->mark,
                     "*" + id + "* takes the consent *" + consent.id +
                         "* back and must be free to one person alone, "
                         "without guard or limit");
    }
}

void check_everywhere(const Procedure& procedure, const Space& space, const Consent& consent, Findings& findings) {
    std::vector<const ActRule*> ways;
    for (const std::string& id : consent.withdrawn_by) {
        if (const ActRule* act = procedure.act(id)) ways.push_back(act);
    }
    for (std::size_t i = 0; i < space.configurations().size(); ++i) {
        const Configuration& here = space.configurations()[i];
        if (here.state == nullptr || here.state->quiet || !space.is_in_force(consent.id, here)) continue;
        const bool can_withdraw = std::ranges::any_of(ways, [&](const ActRule* act) { return space.is_possible(*act, here); });
        if (can_withdraw) continue;
        findings.add(k_right, consent.mark, "in *" + here.state->id + "* the consent *" + consent.id + "* cannot be taken back",
                     space.path_to(static_cast<int>(i)));
    }
}

void check_agents_and_settlements(const Subject& subject, Findings& findings) {
    for (const ActRule& act : subject.procedure().acts) {
        const Post* post = subject.post_of(act);
        const auto say = [&](const std::string& message) { findings.add(k_right, act.mark, "*" + act.id + "* " + message); };
        if (post != nullptr && post->agent) {
            if (act.consent.empty()) say("is done by an agent without the consent of the person");
            for (const char* word : {"settle", "waiver", "vote", "proxy"}) {
                if (act.has_effect(word)) say("lets an agent " + std::string(word) + " for the person");
            }
        }
        if (act.has_effect("settle") && act.actor != ActorKind::each_party) say("settles without every party");
        // Whoever invites is told the receipt code of the invited, so a party who invited could sign for the other.
        if (act.has_effect("invite") && post == nullptr) say("lets one party learn the receipt code of another");
        // One act gives one code.
        if (act.has_effect("invite") && (act.opens() || act.has_effect("open_matter"))) say("gives two receipt codes at once");
    }
}

void check_whole_procedure(const Subject& subject, Findings& findings) {
    const Procedure& procedure = subject.procedure();
    if (procedure.rests_on.empty()) return;
    if (procedure.other_routes.empty())
        findings.add(k_right, procedure.mark, "the procedure rests on a consent and must tell the other routes");
    for (const ActRule& act : procedure.acts) {
        const bool ends_it = act.has_effect("settle") || act.has_effect("withdraw");
        if (ends_it && !subject.letter(act).contains("other_routes")) {
            findings.add(k_right, act.mark, "the letter of *" + act.id + "* does not tell the other routes");
        }
        if (act.money && act.money->step == "charge")
            findings.add(k_right, act.mark, "*" + act.id + "* charges for what rests on consent");
    }
}

void check(const Subject& subject, const Space& space, Findings& findings) {
    for (const Consent& consent : subject.procedure().consents) {
        check_keys(consent, findings);
        check_acts(subject.procedure(), consent, findings);
        check_everywhere(subject.procedure(), space, consent, findings);
    }
    check_agents_and_settlements(subject, findings);
    check_whole_procedure(subject, findings);
}

}  // namespace

Right right_14_consent_can_be_taken_back() {
    return {
        k_right,
        "A consent is recorded with its person, scope and end, is given and taken back by the person alone, and can be taken back "
        "in every open state; an agent acts under it and cannot settle, waive or vote; it shuts no other route and costs nothing.",
        "What you agreed to, you can take back at any time, and no other way is closed to you.",
        false,
        check,
        {{"a consent that lacks its end", "information.yaml", "forms:\n",
          "consents: {c: {of: resident, scope: [give], given_by: [ask], withdrawn_by: [withdraw]}}\nforms:\n", false},
         {"a consent that the handler takes back", "information.yaml", "forms:\n",
          "consents: {c: {of: resident, scope: [give], given_by: [ask], withdrawn_by: [give], ends: {n: 1, unit: y}}}\nforms:\n",
          false},
         {"a party who invites the other", "information.yaml", "by: resident, effects: [confirm]",
          "by: resident, effects: [confirm, invite]", false},
         {"an opening that invites", "information.yaml", "form: request, notices", "form: request, effects: [invite], notices",
          false},
         {"a post that invites", "information.yaml", "limit: 2, notices", "limit: 2, effects: [invite], notices", true},
         {"a consent that is free to withdraw", "information.yaml", "forms:\n",
          "consents: {c: {of: resident, scope: [give], given_by: [ask], withdrawn_by: [withdraw], ends: {n: 1, unit: "
          "y}}}\nforms:\n",
          true}}};
}

}  // namespace hearth::procedure
