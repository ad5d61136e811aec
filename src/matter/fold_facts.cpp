#include "matter/fold_facts.hpp"

#include <algorithm>

namespace hearth::matter {

namespace {

using base::Instant;
using base::Json;

/// With the account that held the post, as far as it is known (docs/formats/act.md, hands).
std::string hand_of(const record::Frame& f) {
    if (f.by.kind != record::Actor::Kind::post) return f.by.party.text;
    const std::string account = f.facts.value("account", "");
    return f.by.post.text + "@" + f.by.office.text + (account.empty() ? "" : "#" + account);
}

/// Ends of the consents that the act gives; those of consents no longer in force go.
void fold_consents(Matter& m, const Json& facts) {
    if (facts.contains("consent_ends")) {
        for (const auto& [consent, end] : facts["consent_ends"].items())
            m.consent_ends[consent] = Instant{end.at("ends").get<std::int64_t>()};
    }
    std::erase_if(m.consent_ends,
                  [&](const auto& entry) { return std::ranges::find(m.consents, entry.first) == m.consents.end(); });
}

void fold_links(Matter& m, const Json& facts) {
    if (facts.contains("part")) m.part_of = {facts["part"].at("of").get<std::int64_t>()};
    if (facts.contains("opens")) {
        for (const Json& part : facts["opens"]) m.parts.push_back({part.at(0), {part.at(1).get<std::int64_t>()}});
    }
    if (facts.contains("links")) {
        for (const Json& other : facts["links"]) m.links.push_back({other.get<std::int64_t>()});
    }
}

/// What an act decided counts no more, and what it published is withdrawn.
void annul(Matter& m, const std::string& act) {
    std::erase_if(m.decisions, [&](const Decision& decision) { return decision.act == act; });
    for (Publication& publication : m.publications)
        if (publication.act == act) publication.withdrawn = true;
}

/// Words that somebody else entered stand to be undone as long as the matter is where they led, or as they wait for other hands.
void fold_entered(Matter& m, const record::Frame& f) {
    if (!f.facts.value("stays", false)) {
        std::erase_if(m.entered, [&](const EnteredWord& e) { return e.act != f.act && !m.signed_by.contains(e.act); });
    }
    if (f.facts.contains("undo_until"))
        m.entered.push_back({f.act, f.by.party, f.from, {f.facts["undo_until"].get<std::int64_t>()}});
}

/// The word counts as never said: her hand is taken off again, or what the act did to the state falls.
void undo(Matter& m, const record::Frame& f, const std::string& act) {
    std::erase_if(m.entered, [&](const EnteredWord& e) { return e.act == act && e.party == f.by.party; });
    if (const auto waiting = m.signed_by.find(act); waiting != m.signed_by.end()) {
        std::erase(waiting->second, f.by.party.text);
        if (waiting->second.empty()) m.signed_by.erase(waiting);
        return;
    }
    if (const auto count = m.counts.find(act); count != m.counts.end() && --count->second == 0) m.counts.erase(count);
    annul(m, act);
}

void fold_money(Matter& m, const std::string& act, const Json& money) {
    const auto amount = money.at("amount").get<std::int64_t>();
    if (money.contains("uses")) {
        const auto used = std::ranges::find(m.unspent, MoneyStep{money.at("uses"), amount});
        if (used != m.unspent.end()) m.unspent.erase(used);
    }
    const std::string step = money.at("step");
    if (step == "propose" || step == "approve") m.unspent.push_back({act, amount});
}

}  // namespace

void fold_facts(Matter& m, const record::Frame& f) {
    const Json& facts = f.facts;
    for (const Json& act : facts.value("drops", Json::array())) m.signed_by.erase(act.get<std::string>());
    if (facts.contains("joins")) m.parties.push_back({{facts["joins"].at("party")}, facts["joins"].at("code")});
    if (facts.value("doer", false)) m.doers[f.act].push_back(hand_of(f));
    fold_consents(m, facts);
    fold_links(m, facts);
    fold_entered(m, f);
    if (facts.contains("undoes")) undo(m, f, facts["undoes"].get<std::string>());
    if (facts.contains("annuls")) annul(m, facts["annuls"].get<std::string>());
    if (facts.contains("publishes")) {
        const Json& days = facts["publishes"];
        m.publications.push_back({f.act, days.at("last_day"), {days.at("ends").get<std::int64_t>()}, false});
    }
    if (facts.contains("money")) fold_money(m, f.act, facts["money"]);
    if (facts.contains("types")) facts["types"].get_to(m.matter_types);
    if (facts.contains("aside")) m.aside.push_back(facts["aside"].get<std::string>());
    if (facts.contains("passed_over")) m.passed_over.push_back({facts["passed_over"].get<std::string>()});
    if (facts.contains("accused")) m.accused = {facts["accused"].get<std::string>()};
}

}  // namespace hearth::matter
