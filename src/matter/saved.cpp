#include "matter/saved.hpp"

namespace hearth::matter {

namespace {

using base::Instant;
using base::Json;

template <class List, class Write>
void put(Json& into, const char* name, const List& list, Write write) {
    if (list.empty()) return;
    Json& out = into[name] = Json::array();
    for (const auto& item : list) out.push_back(write(item));
}

template <class List, class Read>
void take(const Json& from, const char* name, List& list, Read read) {
    if (!from.contains(name)) return;
    for (const Json& item : from.at(name)) list.push_back(read(item));
}

}  // namespace

void save_further(const Matter& m, Json& into) {
    put(into, "parties", m.parties, [](const Party& p) { return Json::array({p.id.text, p.code_digest}); });
    if (!m.signed_by.empty()) into["signed"] = m.signed_by;
    if (!m.doers.empty()) into["doers"] = m.doers;
    for (const auto& [consent, end] : m.consent_ends) into["consent_ends"][consent] = end.ms;
    put(into, "parts", m.parts, [](const Part& p) { return Json::array({p.name, p.matter.number}); });
    if (m.part_of.number != 0) into["part_of"] = m.part_of.number;
    put(into, "links", m.links, [](base::MatterId id) { return Json(id.number); });
    put(into, "publications", m.publications,
        [](const Publication& p) { return Json::array({p.act, p.last_day, p.ends.ms, p.withdrawn}); });
    put(into, "entered", m.entered,
        [](const EnteredWord& e) { return Json::array({e.act, e.party.text, e.from, e.undo_until.ms}); });
    put(into, "unspent", m.unspent, [](const MoneyStep& s) { return Json::array({s.act, s.amount}); });
    if (!m.matter_types.empty()) into["types"] = m.matter_types;
    if (!m.aside.empty()) into["aside"] = m.aside;
    put(into, "passed_over", m.passed_over, [](const base::OfficeId& id) { return Json(id.text); });
    if (!m.accused.empty()) into["accused"] = m.accused.text;
}

void read_further(const Json& from, Matter& m) {
    take(from, "parties", m.parties, [](const Json& j) { return Party{{j.at(0)}, j.at(1)}; });
    if (from.contains("signed")) from.at("signed").get_to(m.signed_by);
    if (from.contains("doers")) from.at("doers").get_to(m.doers);
    if (from.contains("consent_ends")) {
        for (const auto& [consent, end] : from.at("consent_ends").items())
            m.consent_ends[consent] = Instant{end.get<std::int64_t>()};
    }
    take(from, "parts", m.parts, [](const Json& j) { return Part{j.at(0), {j.at(1).get<std::int64_t>()}}; });
    if (from.contains("part_of")) m.part_of = {from.at("part_of").get<std::int64_t>()};
    take(from, "links", m.links, [](const Json& j) { return base::MatterId{j.get<std::int64_t>()}; });
    take(from, "publications", m.publications,
         [](const Json& j) { return Publication{j.at(0), j.at(1), {j.at(2).get<std::int64_t>()}, j.at(3)}; });
    take(from, "entered", m.entered,
         [](const Json& j) { return EnteredWord{j.at(0), {j.at(1)}, j.at(2), {j.at(3).get<std::int64_t>()}}; });
    take(from, "unspent", m.unspent, [](const Json& j) { return MoneyStep{j.at(0), j.at(1).get<std::int64_t>()}; });
    if (from.contains("types")) from.at("types").get_to(m.matter_types);
    if (from.contains("aside")) from.at("aside").get_to(m.aside);
    take(from, "passed_over", m.passed_over, [](const Json& j) { return base::OfficeId{j.get<std::string>()}; });
    if (from.contains("accused")) m.accused = {from.at("accused")};
}

}  // namespace hearth::matter
