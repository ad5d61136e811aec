#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "record/merkle_tree.hpp"
#include "record/tiles.hpp"

namespace hearth::record {

/// The right edge of a growing tree in memory: enough to append leaves, to give the tiles that changed, the root, and the
/// inclusion proofs of the leaves of the last `append`. Copies are cheap (a few kilobytes): the writer grows a copy and keeps it
/// once the batch is durable.
/// Costs one hash per leaf beyond its own, and two or so per level; a proof is read off, not computed.
/// Not here: proofs for older leaves and sizes; those are read from stored tiles (`nodes_of`).
class GrowingTree {
public:
    GrowingTree() = default;

    /// Resumes at `size` with the tiles named by edge_tiles(size). Refused `malformed` record/edge, "level/number" as detail, for a
    /// tile that is missing or not as wide as that size makes it.
    static base::Result<GrowingTree> resume(std::uint64_t size, std::span<const Tile> edge);

    void append(std::span<const base::Bytes32> leaf_hashes);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] base::Bytes32 root() const { return root_of(edge_); }

    /// Every tile that the last append made or widened, whole, lower levels first.
    [[nodiscard]] std::vector<Tile> touched() const;

    /// For a leaf of the last append, in the tree as it stands.
    [[nodiscard]] Proof inclusion_proof(std::uint64_t index) const;

private:
    /// A tile with all full subtrees over its hashes: rows[h] holds those of 2^h hashes.
    struct GrowingTile {
        std::uint64_t number = 0;
        std::array<std::vector<base::Bytes32>, k_tile_height + 1> rows;
        bool is_touched = false;

        void add(const base::Bytes32& hash);
        [[nodiscard]] bool is_full() const { return !rows.back().empty(); }
        [[nodiscard]] Tile as_tile(int level) const;
    };

    void add(int level, const base::Bytes32& hash);
    void forget_full_tiles();
    void update_edge();
    [[nodiscard]] std::optional<base::Bytes32> node(int height, std::uint64_t index) const;

    std::uint64_t size_ = 0;
    std::array<std::vector<GrowingTile>, k_tile_levels> levels_;  // tiles that hold a leaf of the last append or are not full
    RightEdge edge_;
};

}  // namespace hearth::record
