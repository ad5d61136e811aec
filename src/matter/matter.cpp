#include "matter/matter.hpp"

#include <cstdio>

#include "matter/saved.hpp"

namespace hearth::matter {

namespace {

using base::Instant;
using base::Json;

Json instants(const std::map<std::string, Instant>& map) {
    Json out = Json::object();
    for (const auto& [name, at] : map) out[name] = at.ms;
    return out;
}

Json decisions(const std::vector<Decision>& list) {
    Json out = Json::array();
    for (const Decision& d : list) out.push_back({d.act, d.outcome, d.office.text});
    return out;
}

Json due_json(const std::optional<record::Due>& due) {
    if (!due) return nullptr;
    return Json::array({due->ends.ms, due->last_day, due->provisional});
}

/// What only matters that went through letters have; left out where there is none of it.
void add_letters(const Matter& m, Json& j) {
    if (!m.reference.empty()) j["reference"] = m.reference;
    if (!m.custodian.empty()) j["custodian"] = m.custodian.text;
    for (const base::OfficeId& holder : m.holders) j["holders"].push_back(holder.text);
    if (m.slip) j["slip"] = m.slip->ms;
    if (m.returns > 0) j["returns"] = m.returns;
}

void read_letters(const Json& j, Matter& m) {
    m.reference = j.value("reference", "");
    m.custodian = {j.value("custodian", "")};
    for (const Json& holder : j.value("holders", Json::array())) m.holders.push_back({holder.get<std::string>()});
    if (j.contains("slip")) m.slip = Instant{j.at("slip").get<std::int64_t>()};
    m.returns = j.value("returns", 0);
}

void read_rest(const Json& j, Matter& m) {
    for (const auto& [name, at] : j.at("last").items()) m.last[name] = Instant{at.get<std::int64_t>()};
    for (const Json& d : j.at("decisions")) m.decisions.push_back({d.at(0), d.at(1), {d.at(2)}});
    if (const Json& due = j.at("due"); !due.is_null()) {
        m.due = record::Due{Instant{due.at(0).get<std::int64_t>()}, due.at(1), due.at(2)};
    }
    if (j.contains("news")) m.news = Instant{j.at("news").get<std::int64_t>()};
    if (const Json& paused = j.at("paused"); !paused.is_null()) m.paused_at = Instant{paused.get<std::int64_t>()};
}

Matter read(const Json& j) {
    Matter m;
    m.id = {j.at("id").get<std::int64_t>()};
    m.code_digest = j.at("code");
    m.procedure = {j.at("procedure")};
    m.procedure_version = j.at("version");
    m.state = j.at("state");
    m.quiet = j.at("quiet");
    m.owner = {j.at("owner")};
    m.handling = {j.at("handling")};
    m.party = {j.at("party")};
    m.overdue = j.at("overdue");
    m.imported = j.at("imported");
    m.received_at = {j.at("received").get<std::int64_t>()};
    m.changed_at = {j.at("changed").get<std::int64_t>()};
    m.last_act = j.at("last_act");
    m.acts = j.at("acts");
    m.counts = j.at("counts").get<std::map<std::string, int>>();
    m.extensions = j.at("extensions").get<std::map<std::string, int>>();
    m.consents = j.at("consents").get<std::vector<std::string>>();
    m.points = j.at("points");
    m.year = j.at("year");
    read_rest(j, m);
    read_further(j, m);
    read_letters(j, m);
    return m;
}

}  // namespace

std::string save(const Matter& m) {
    Json j = {{"id", m.id.number},
              {"code", m.code_digest},
              {"procedure", m.procedure.text},
              {"version", m.procedure_version},
              {"state", m.state},
              {"quiet", m.quiet},
              {"owner", m.owner.text},
              {"handling", m.handling.text},
              {"party", m.party.text},
              {"due", due_json(m.due)},
              {"overdue", m.overdue},
              {"imported", m.imported},
              {"received", m.received_at.ms},
              {"changed", m.changed_at.ms},
              {"last_act", m.last_act},
              {"acts", m.acts},
              {"counts", m.counts},
              {"last", instants(m.last)},
              {"extensions", m.extensions},
              {"paused", m.paused_at ? Json(m.paused_at->ms) : Json(nullptr)},
              {"decisions", decisions(m.decisions)},
              {"consents", m.consents},
              {"points", m.points},
              {"year", m.year}};
    if (m.news) j["news"] = m.news->ms;
    save_further(m, j);
    add_letters(m, j);
    return j.dump();
}

base::Result<Matter> load(std::string_view saved) {
    HEARTH_TRY(json, base::parse_json(saved));
    try {
        return read(json);
    } catch (const Json::exception&) {
        return base::Refusal{base::Reason::malformed, "matter/folded"};
    }
}

base::PartyId party_of_code(const Matter& matter, const std::string& code_digest) {
    if (code_digest.empty()) return {};
    if (matter.code_digest == code_digest) return matter.party;
    for (const Party& party : matter.parties)
        if (party.code_digest == code_digest) return party.id;
    return {};
}

std::string number_of(const Matter& matter, const std::string& prefix) {
    if (!matter.reference.empty()) return matter.reference;
    char text[32];
    std::snprintf(text, sizeof text, "-%04d-%04lld", matter.year, static_cast<long long>(matter.id.number));
    return prefix + text;
}

}  // namespace hearth::matter
