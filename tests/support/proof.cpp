#include "tests/support/proof.hpp"

#include "record/verifier.hpp"

namespace hearth::tests {
namespace {

/// The entries of one tile's width, from `first` on.
std::vector<record::StoredEntry> row_of(record::Store& store, std::uint64_t first) {
    return store.entries(first, record::k_tile_width, true);
}

record::Examined examined(std::uint64_t first, const std::vector<record::StoredEntry>& row) {
    std::vector<std::vector<record::KeptDisclosure>> disclosures(row.size());
    std::vector<record::KeptEntry> kept;
    for (std::size_t i = 0; i < row.size(); ++i) {
        disclosures[i].push_back({row[i].frame, "frame"});
        for (const record::SealedField& field : row[i].content) disclosures[i].push_back({field.disclosure, field.name});
        kept.push_back({row[i].leaf, disclosures[i]});
    }
    return record::examine(first, kept);
}

std::string words(const record::Flaw& flaw) { return flaw.rule + " at entry " + std::to_string(flaw.index) + " " + flaw.detail; }

std::optional<std::string> hashes_of(const std::optional<record::Tile>& tile) {
    return tile ? std::optional(tile->hashes) : std::nullopt;
}

std::string record_fault(record::Store& store, const std::string& origin, const base::Signer& signer) {
    record::TreeRebuilder tree([&store](int level, std::uint64_t number) { return hashes_of(store.tile(level, number)); },
                               std::nullopt);
    for (std::uint64_t first = 0; first < store.size(); first += record::k_tile_width) {
        const record::Examined row = examined(first, row_of(store, first));
        if (!row.flaws.empty()) return words(row.flaws.front());
        tree.add(row.hashes);
    }
    tree.finish();
    if (!tree.flaws().empty()) return words(tree.flaws().front());
    const auto checkpoint = record::read_checkpoint(store.checkpoint());
    if (!checkpoint) return to_string(checkpoint.error());
    const auto vouched =
        record::vouch(*checkpoint, record::VerifierKey{origin, record::VerifierKey::Type::note, signer.public_key()});
    if (!vouched) return to_string(vouched.error());
    const bool fits = checkpoint->checkpoint.size == tree.size() && checkpoint->checkpoint.root == tree.root();
    return fits ? "" : "the checkpoint is not that of the entries";
}

std::string replay_fault(record::Store& store, const office::OfficeProfile& profile,
                         const std::shared_ptr<const procedure::Ruleset>& rules) {
    office::Office office(profile, rules);
    for (std::uint64_t first = 0; first < store.size(); first += record::k_tile_width)
        for (const record::StoredEntry& entry : row_of(store, first)) {
            const auto frame = record::open_frame(entry.frame);
            if (!frame) return to_string(frame.error());
            office::apply(office, *frame);
        }
    for (std::int64_t number = 1; number <= office.matters_opened(); ++number) {
        const matter::Matter* folded = office.find({number});
        const auto row = store.matter({number});
        if (folded == nullptr || !row || row->folded != matter::save(*folded))
            return "matter " + std::to_string(number) + " is not what its acts make of it";
        if (!folded->quiet && folded->state.empty()) return "matter " + std::to_string(number) + " stands nowhere";
    }
    return {};
}

}  // namespace

std::string first_fault(record::Store& store, const std::string& origin, const base::Signer& signer,
                        const office::OfficeProfile& profile, const std::shared_ptr<const procedure::Ruleset>& rules) {
    std::string fault = record_fault(store, origin, signer);
    return fault.empty() ? replay_fault(store, profile, rules) : fault;
}

}  // namespace hearth::tests
