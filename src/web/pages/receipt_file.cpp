#include "base/fault.hpp"
#include "matter/fold.hpp"
#include "record/checkpoint.hpp"
#include "record/receipt.hpp"
#include "record/tiles.hpp"
#include "record/tlog_proof.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"

namespace hearth::web::pages {
namespace {

/// The proof against the newest checkpoint of the store, so that a receipt covers its act even where strangers are served an
/// older one.
record::TlogProof prove(record::Store& store, std::uint64_t index) {
    const auto read = [&store](int level, std::uint64_t number) -> std::optional<std::string> {
        auto tile = store.tile(level, number);
        return tile ? std::optional(std::move(tile->hashes)) : std::nullopt;
    };
    const std::string note = store.checkpoint();
    const auto checkpoint = record::read_checkpoint(note);
    if (!checkpoint) throw base::Fault("the stored checkpoint cannot be read");
    const std::uint64_t size = checkpoint->checkpoint.size;
    const record::NodeReader nodes = record::nodes_of(read);
    const auto edge = record::right_edge(size, nodes);
    auto proof = edge && index < size ? record::inclusion_proof(index, size, *edge, nodes)
                                      : base::Result<record::Proof>(base::Refusal{base::Reason::not_found, "record/node"});
    if (!proof) throw base::Fault("tiles are missing from the store");
    return {{}, index, std::move(*proof), note};
}

/// The act by which a party came in: the opening, or the invitation.
const record::StoredEntry* came_in_by(const OpenedMatter& opened) {
    for (std::size_t i = 0; i < opened.entries.size(); ++i) {
        const record::StoredEntry& entry = opened.entries[i];
        const auto frame = record::open_frame(entry.frame);
        if (!frame || !opened.records.at(i).empty()) continue;  // what stands in another record, that one proves
        const bool is_invited = frame->facts.contains("joins") && frame->facts["joins"].value("party", "") == opened.party.text;
        if (is_invited || frame->facts.value("party", "") == opened.party.text) return &entry;
    }
    return nullptr;
}

/// All that she wrote herself; of what others wrote what the parties may read, and nobody's code but her own.
std::vector<std::string> disclosures_for(const record::StoredEntry& entry, const base::PartyId& party) {
    std::vector<std::string> shown{entry.frame};
    const auto frame = record::open_frame(entry.frame);
    const bool is_hers = frame && (is_of(*frame, party) || frame->imported);
    for (const record::SealedField& field : entry.content) {
        if (is_hers || may_read(field, false)) shown.push_back(field.disclosure);
    }
    return shown;
}

}  // namespace

std::optional<http::Response> receipt_file(const View& view, std::string_view typed) {
    const auto found = find_by_code(view, typed);
    if (!found) return std::nullopt;
    // Of a letter between offices it says that it came, and the matter with it.
    const auto first = record::open_frame(found->first.frame);
    const bool is_letter = first && matter::is_letter(*first);
    const record::StoredEntry* came_in = is_letter ? &found->first : came_in_by(found->opened);
    if (came_in == nullptr) return std::nullopt;
    const record::StoredEntry& entry = *came_in;
    record::Receipt receipt;
    receipt.matter = matter::number_of(found->opened.matter, view.office->profile.matter_prefix);
    receipt.code = found->code;
    receipt.key = view.office->key;
    receipt.leaf = entry.leaf;
    receipt.disclosures = is_letter ? std::vector{entry.frame} : disclosures_for(entry, found->opened.party);
    receipt.proof = record::to_string(prove(*view.office->store, entry.index));

    http::Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"receipt-" + receipt.matter + ".txt\"");
    response.body = http::body_of(record::to_string(receipt));
    return response;
}

}  // namespace hearth::web::pages
