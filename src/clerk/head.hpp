#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/effects.hpp"
#include "record/growing_tree.hpp"
#include "record/note.hpp"
#include "record/store.hpp"

/// The signed top of the record: the right edge of its tree, and the checkpoint over it.
namespace hearth::clerk {

/// Who signs, and under which name. During a rotation the old key and the new one sign side by side.
struct Signatory {
    std::string origin;
    std::vector<const base::Signer*> keys;
};

std::vector<record::VerifierKey> keys_of(const Signatory& signatory);

/// A head after further entries, not yet durable.
struct Grown {
    record::GrowingTree tree;
    std::vector<record::Tile> tiles;
    std::string checkpoint;
};

class Head {
public:
    /// `tree_only` is for opening a new origin, whose key never signed before.
    enum class Trust { own_checkpoint, tree_only };

    /// Resumes where the store stands. A Fault when size, tiles and checkpoint of the store contradict each other, or the
    /// checkpoint is not ours: then nothing may be signed. `signatory` outlives the head.
    Head(record::Store& store, const Signatory& signatory, Trust trust = Trust::own_checkpoint);

    [[nodiscard]] Grown grow(const std::vector<record::Entry>& entries) const;
    void keep(Grown grown);

    [[nodiscard]] std::uint64_t size() const { return tree_.size(); }
    [[nodiscard]] const std::string& checkpoint() const { return checkpoint_; }
    [[nodiscard]] const record::GrowingTree& tree() const { return tree_; }
    [[nodiscard]] const Signatory& signatory() const { return signatory_; }

private:
    const Signatory& signatory_;
    record::GrowingTree tree_;
    std::string checkpoint_;
};

}  // namespace hearth::clerk
