#include "office/parties.hpp"

#include <algorithm>

#include "office/bodies.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;
using procedure::ActorKind;

constexpr std::size_t k_parties_max = 50;

std::string cosigner(const Office& office, const std::string& id, const matter::Matter& matter) {
    const procedure::Post* post = office.rules().pack.post(id);
    return post == nullptr ? id : id + "@" + office_of(post->of, matter.handling, office, barred_in(matter)).text;
}

const std::vector<std::string>& signed_so_far(const Step& step) {
    static const std::vector<std::string> k_nobody;
    const auto it = step.matter.signed_by.find(step.rule.id);
    return it == step.matter.signed_by.end() ? k_nobody : it->second;
}

bool has(const std::vector<std::string>& hands, const std::string& word) {
    return std::ranges::any_of(hands, [&](const std::string& hand) { return post_of(hand) == word; });
}

/// Who signs too and has neither signed nor signs now.
std::vector<std::string> cosigners_missing(const Step& step) {
    std::vector<std::string> missing;
    for (const std::string& id : step.rule.with) {
        const std::string word = cosigner(step.office, id, step.matter);
        if (!has(signed_so_far(step), word) && word != word_of(step.command.by)) missing.push_back(word);
    }
    return missing;
}

bool misses_a_party(const Step& step) {
    return std::ranges::any_of(parties_of(step.matter), [&](const base::PartyId& party) {
        return party != step.command.by.party && !has(signed_so_far(step), party.text);
    });
}

}  // namespace

std::vector<base::PartyId> parties_of(const matter::Matter& matter) {
    std::vector<base::PartyId> all;
    if (!matter.party.empty()) all.push_back(matter.party);
    for (const matter::Party& party : matter.parties) all.push_back(party.id);
    return all;
}

bool is_cosigner(const Office& office, const procedure::ActRule& rule, const matter::Matter& matter, const Command& command) {
    return std::ranges::any_of(rule.with,
                               [&](const std::string& id) { return word_of(command.by) == cosigner(office, id, matter); });
}

Result<Done> check_signature(const Step& step) {
    if (step.command.imported) return Done{};
    const auto no = [](const char* rule, std::string detail = {}) {
        return Refusal{Reason::out_of_order, rule, {.field = "by"}, std::move(detail)};
    };
    if (has(signed_so_far(step), word_of(step.command.by))) return no("office/signed_already");
    if (step.rule.actor == ActorKind::each_party) {
        if (parties_of(step.matter).size() < 2) return no("office/one_party");
        return Done{};
    }
    if (is_cosigner(step.office, step.rule, step.matter, step.command)) return Done{};
    const auto missing = cosigners_missing(step);
    if (!missing.empty()) return no("office/with", missing.front());
    return Done{};
}

bool waits_for_others(const Step& step) {
    if (step.command.imported) return false;
    if (step.rule.actor == ActorKind::each_party) return misses_a_party(step) || !cosigners_missing(step).empty();
    return is_cosigner(step.office, step.rule, step.matter, step.command);
}

Result<Done> note_party(Step& step) {
    if (!step.rule.has_effect("invite") || step.command.imported) return Done{};
    if (parties_of(step.matter).size() >= k_parties_max)
        return Refusal{Reason::limit_exceeded, "office/parties", {}, std::to_string(k_parties_max)};
    step.noted["joins"] = {{"party", step.command.party_id.text}, {"code", step.command.code_digest}};
    return Done{};
}

}  // namespace hearth::office
