#include "web/pages/find_by_code.hpp"

#include "clerk/receipt_code.hpp"
#include "office/custody.hpp"
#include "office/filed_acts.hpp"

namespace hearth::web::pages {
namespace {

/// The matter itself, or a part of it that this office holds; else the watch that it keeps over the office that has it.
std::optional<record::MatterRow> row_of(const OfficeSite& office, const std::string& digest) {
    if (auto row = office.store->matter_by_code(digest)) return row;
    for (const auto& [peer, superiors] : office.profile.peers) {
        if (auto row = office.store->matter_by_code(office::lateness_code(peer, digest))) return row;
    }
    return std::nullopt;
}

}  // namespace

std::optional<FoundByCode> find_by_code(const View& view, std::string_view typed) {
    const auto code = clerk::parse_receipt_code(typed);
    if (!code) return std::nullopt;
    const std::string digest = clerk::receipt_code_digest(*code);
    const auto row = row_of(*view.office, digest);
    if (!row) return std::nullopt;
    auto folded = matter::load(row->folded);
    if (!folded) return std::nullopt;
    const procedure::Procedure* procedure = view.office->rules->pack.procedure(row->procedure.text, folded->procedure_version);
    if (procedure == nullptr || procedure->state(folded->state) == nullptr) return std::nullopt;
    const base::PartyId party = matter::party_of_code(*folded, digest);
    const auto stored = view.office->store->entries_of(row->id);
    if (stored.empty()) return std::nullopt;
    auto [entries, records] = office::filed_acts(stored, view.office->origin);
    return FoundByCode{*code, {*procedure, std::move(*folded), std::move(entries), std::move(records), party}, stored.front()};
}

}  // namespace hearth::web::pages
