#include "base/fault.hpp"
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

}  // namespace

std::optional<http::Response> receipt_file(const View& view, std::string_view typed) {
    const auto found = find_by_code(view, typed);
    if (!found || found->opened.entries.empty()) return std::nullopt;
    const record::StoredEntry& entry = found->opened.entries.front();
    record::Receipt receipt;
    receipt.matter = matter::number_of(found->opened.matter, view.office->profile.matter_prefix);
    receipt.code = found->code;
    receipt.key = view.office->key;
    receipt.leaf = entry.leaf;
    receipt.disclosures.push_back(entry.frame);
    for (const record::SealedField& field : entry.content) receipt.disclosures.push_back(field.disclosure);
    receipt.proof = record::to_string(prove(*view.office->store, entry.index));

    http::Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"receipt-" + receipt.matter + ".txt\"");
    response.body = http::body_of(record::to_string(receipt));
    return response;
}

}  // namespace hearth::web::pages
