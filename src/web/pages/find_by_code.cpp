#include "web/pages/find_by_code.hpp"

#include "clerk/receipt_code.hpp"

namespace hearth::web::pages {

std::optional<FoundByCode> find_by_code(const View& view, std::string_view typed) {
    const auto code = clerk::parse_receipt_code(typed);
    if (!code) return std::nullopt;
    record::Store& store = *view.office->store;
    const std::string digest = clerk::receipt_code_digest(*code);
    const auto row = store.matter_by_code(digest);
    if (!row) return std::nullopt;
    auto folded = matter::load(row->folded);
    if (!folded) return std::nullopt;
    const procedure::Procedure* procedure = view.office->rules->pack.procedure(row->procedure.text, folded->procedure_version);
    if (procedure == nullptr || procedure->state(folded->state) == nullptr) return std::nullopt;
    const base::PartyId party = matter::party_of_code(*folded, digest);
    return FoundByCode{*code, {*procedure, std::move(*folded), store.entries_of(row->id), party}};
}

}  // namespace hearth::web::pages
