#include "clerk/head.hpp"

#include "base/fault.hpp"
#include "record/checkpoint.hpp"
#include "record/merkle_tree.hpp"
#include "record/tiles.hpp"

namespace hearth::clerk {

namespace {

std::string sign(const Signatory& signatory, std::uint64_t size, const base::Bytes32& root) {
    record::Note note{record::to_string(record::Checkpoint{signatory.origin, size, root, {}}), {}};
    for (const base::Signer* key : signatory.keys) note.signatures.push_back(record::sign_note(note.text, signatory.origin, *key));
    return record::to_string(note);
}

record::GrowingTree resume_tree(record::Store& store) {
    const std::uint64_t size = store.size();
    std::vector<record::Tile> edge;
    for (const record::TileName& name : record::edge_tiles(size)) {
        if (auto tile = store.tile(*name.level, name.number)) edge.push_back(std::move(*tile));
    }
    auto tree = record::GrowingTree::resume(size, edge);
    if (!tree)
        throw base::Fault("the tiles of the record do not fit its size " + std::to_string(size) + ": " + to_string(tree.error()));
    return std::move(*tree);
}

void check_is_ours(const record::SignedCheckpoint& found, const Signatory& signatory) {
    if (found.checkpoint.origin != signatory.origin) {
        throw base::Fault("the checkpoint of the store is that of " + found.checkpoint.origin + ", not of " + signatory.origin);
    }
    if (!record::verify_note(found.note, keys_of(signatory)))
        throw base::Fault("the checkpoint of the store was not signed with the key of this office");
}

}  // namespace

std::vector<record::VerifierKey> keys_of(const Signatory& signatory) {
    std::vector<record::VerifierKey> keys;
    for (const base::Signer* key : signatory.keys) {
        keys.push_back({signatory.origin, record::VerifierKey::Type::note, key->public_key()});
    }
    return keys;
}

Head::Head(record::Store& store, const Signatory& signatory, Trust trust)
    : signatory_(signatory), tree_(resume_tree(store)), checkpoint_(store.checkpoint()) {
    if (tree_.size() == 0 && checkpoint_.empty()) return;
    const auto found = record::read_checkpoint(checkpoint_);
    if (!found) throw base::Fault("the checkpoint of the store cannot be read: " + to_string(found.error()));
    if (trust == Trust::own_checkpoint) check_is_ours(*found, signatory);
    if (found->checkpoint.size != tree_.size() || found->checkpoint.root != tree_.root()) {
        throw base::Fault("the checkpoint of the store speaks of " + std::to_string(found->checkpoint.size) +
                          " entries, but its tree has " + std::to_string(tree_.size()) + " or another root");
    }
}

Grown Head::grow(const std::vector<record::Entry>& entries) const {
    std::vector<base::Bytes32> hashes;
    hashes.reserve(entries.size());
    for (const record::Entry& entry : entries) hashes.push_back(record::leaf_hash(entry.leaf));
    Grown grown{tree_, {}, {}};
    grown.tree.append(hashes);
    grown.tiles = grown.tree.touched();
    grown.checkpoint = sign(signatory_, grown.tree.size(), grown.tree.root());
    return grown;
}

void Head::keep(Grown grown) {
    tree_ = std::move(grown.tree);
    checkpoint_ = std::move(grown.checkpoint);
}

}  // namespace hearth::clerk
