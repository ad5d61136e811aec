#include "office/standing_aside.hpp"

#include <algorithm>

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;

Refusal no(const char* rule, std::string detail) { return {Reason::not_permitted, rule, {.field = "by"}, std::move(detail)}; }

bool is_among(const std::vector<std::string>& hands, const record::Actor& actor, const std::string& account) {
    return std::ranges::any_of(hands, [&](const std::string& hand) { return is_same_person(hand, actor, account); });
}

bool did(const Step& step, const std::string& act) {
    const auto it = step.matter.doers.find(act);
    return it != step.matter.doers.end() && is_among(it->second, step.command.by, step.command.account);
}

/// Each of several posts that sign is somebody else: one person who holds two of them signs for one.
bool signed_for_another(const Step& step) {
    const auto it = step.matter.signed_by.find(step.rule.id);
    if (it == step.matter.signed_by.end() || step.command.account.empty()) return false;
    const std::string own = word_of(step.command.by);
    return std::ranges::any_of(it->second, [&](const std::string& hand) {
        return post_of(hand) != own && is_same_person(hand, step.command.by, step.command.account);
    });
}

/// Of an office that is accused: the post itself, or who wrote the act down.
bool is_accused(const Step& step) {
    const base::OfficeId& accused = step.matter.accused;
    if (accused.empty()) return false;
    const auto& writer = step.command.entered_by;
    return step.command.by.office == accused || (writer && writer->office == accused);
}

/// The appeal against the last decision has been made and is not decided yet, and this actor took that decision.
bool judges_own_act(const Step& step) {
    const auto& aside = step.procedure.stand_aside;
    if (std::ranges::find(aside, "own_act") == aside.end() || step.matter.decisions.empty()) return false;
    const std::string& decided = step.matter.decisions.back().act;
    const procedure::ActRule* rule = step.procedure.act(decided);
    if (rule == nullptr || !rule->appeal || rule->appeal->by.empty()) return false;
    const auto appealed = step.matter.last.find(rule->appeal->by);
    const auto taken = step.matter.last.find(decided);
    if (appealed == step.matter.last.end() || taken == step.matter.last.end() || appealed->second < taken->second) return false;
    return step.matter.counts.contains(rule->appeal->by) && did(step, decided);
}

}  // namespace

bool is_aside(const matter::Matter& matter, const record::Actor& actor, const std::string& account) {
    return actor.kind == record::Actor::Kind::post && is_among(matter.aside, actor, account);
}

Result<Done> stands_free(const Step& step) {
    if (step.command.imported) return Done{};
    const auto& writer = step.command.entered_by;
    if (is_aside(step.matter, writer ? *writer : step.command.by, step.command.account)) return no("office/stands_aside", {});
    if (signed_for_another(step)) return no("office/signed_by_one", {});
    if (is_accused(step)) return no("office/accused_unit", step.matter.accused.text);
    for (const std::string& act : step.rule.not_by)
        if (did(step, act)) return no("office/not_by", act);
    const bool decides = step.rule.actor == procedure::ActorKind::post && !step.rule.outcome.empty();
    if (decides && judges_own_act(step)) return no("office/own_act", step.matter.decisions.back().act);
    return Done{};
}

bool is_remembered(const procedure::Procedure& procedure, const procedure::ActRule& rule) {
    const auto& aside = procedure.stand_aside;
    if (rule.appeal && std::ranges::find(aside, "own_act") != aside.end()) return true;
    return std::ranges::any_of(procedure.acts, [&](const procedure::ActRule& other) {
        return std::ranges::find(other.not_by, rule.id) != other.not_by.end();
    });
}

}  // namespace hearth::office
