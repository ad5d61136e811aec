#include "record/growing_tree.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "tests/support/plain_tree.hpp"

namespace hearth::record {
namespace {

using tests::Leaves;

/// A store of tiles that keeps what each batch touched, and hands out the edge as a restart reads it.
struct TileShelf {
    std::map<std::pair<int, std::uint64_t>, Tile> tiles;

    void put(const std::vector<Tile>& touched) {
        for (const Tile& tile : touched) tiles[{tile.level, tile.number}] = tile;
    }
    std::vector<Tile> edge(std::uint64_t size) const {
        std::vector<Tile> out;
        for (const TileName& name : edge_tiles(size)) out.push_back(tiles.at({*name.level, name.number}));
        return out;
    }
    NodeReader reader() const {
        return nodes_of([this](int level, std::uint64_t number) -> std::optional<std::string> {
            const auto found = tiles.find({level, number});
            return found == tiles.end() ? std::nullopt : std::optional(found->second.hashes);
        });
    }
};

TEST(GrowingTree, BeginsEmpty) {
    const GrowingTree tree;
    EXPECT_EQ(tree.size(), 0U);
    EXPECT_EQ(tree.root(), empty_root());
    EXPECT_TRUE(tree.touched().empty());
    EXPECT_EQ(GrowingTree::resume(0, {}).value().root(), empty_root());
}

// Batches of every length around the border of a tile; after each, everything agrees with the definition.
TEST(GrowingTree, GrowsLikeTheDefinitionAcrossTiles) {
    const Leaves all = tests::some_leaves(1100);
    GrowingTree tree;
    TileShelf shelf;
    std::size_t size = 0;
    for (const std::size_t batch : {1U, 2U, 252U, 1U, 1U, 255U, 300U, 0U, 256U, 32U}) {
        tree.append(std::span(all).subspan(size, batch));
        const std::size_t first = size;
        size += batch;
        shelf.put(tree.touched());
        const Leaves leaves = tests::part(all, 0, size);
        ASSERT_EQ(tree.size(), size);
        ASSERT_EQ(tree.root(), tests::plain_root(leaves));
        for (std::size_t index = first; index < size; index += 7)
            ASSERT_EQ(tree.inclusion_proof(index), tests::plain_path(index, leaves));
        ASSERT_EQ(root_of(right_edge(size, shelf.reader()).value()), tree.root());
    }
    EXPECT_EQ(size, all.size());
    for (const auto& [key, tile] : shelf.tiles) {
        EXPECT_EQ(tile.hashes.size(), tile_width(tile.level, tile.number, size) * 32) << tile.level << "/" << tile.number;
    }
    EXPECT_EQ(shelf.tiles.size(), 6U);
}

TEST(GrowingTree, TouchesOnlyWhatChanged) {
    const Leaves leaves = tests::some_leaves(513);
    GrowingTree tree;
    tree.append(std::span(leaves).subspan(0, 255));
    EXPECT_EQ(tree.touched().size(), 1U);
    tree.append(std::span(leaves).subspan(255, 1));
    ASSERT_EQ(tree.touched().size(), 2U);  // the tile that became full, and the first hash above it
    EXPECT_EQ(tree.touched()[0].hashes.size(), 256U * 32);
    EXPECT_EQ(tree.touched()[1], (Tile{1, 0, std::string(base::view(tree.root()))}));
    tree.append(std::span(leaves).subspan(256, 1));
    ASSERT_EQ(tree.touched().size(), 1U);
    EXPECT_EQ(tree.touched()[0], (Tile{0, 1, std::string(base::view(leaves[256]))}));
    tree.append(std::span(leaves).subspan(257, 256));
    EXPECT_EQ(tree.touched().size(), 3U);
}

TEST(GrowingTree, ResumesFromItsEdge) {
    const Leaves leaves = tests::some_leaves(700);
    TileShelf shelf;
    GrowingTree whole;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        whole.append(std::span(leaves).subspan(i, 1));
        shelf.put(whole.touched());
        if (i % 50 != 5 && i < 690) continue;
        GrowingTree resumed = GrowingTree::resume(i + 1, shelf.edge(i + 1)).value();
        ASSERT_EQ(resumed.root(), whole.root());
        ASSERT_TRUE(resumed.touched().empty());
    }
}

TEST(GrowingTree, RefusesAnEdgeThatDoesNotFitItsSize) {
    const Leaves leaves = tests::some_leaves(300);
    GrowingTree tree;
    tree.append(leaves);
    const auto refused = [](std::string detail) {
        return base::Refusal{base::Reason::malformed, "record/edge", {}, std::move(detail)};
    };
    TileShelf shelf;
    shelf.put(tree.touched());
    std::vector<Tile> edge = shelf.edge(300);
    EXPECT_EQ(GrowingTree::resume(301, edge).error(), refused("0/1"));
    EXPECT_EQ(GrowingTree::resume(300, std::span(edge).subspan(1)).error(), refused("0/1"));
    EXPECT_EQ(GrowingTree::resume(300, std::span(edge).subspan(0, 1)).error(), refused("1/0"));
    edge[0].hashes.pop_back();
    EXPECT_EQ(GrowingTree::resume(300, edge).error(), refused("0/1"));
}

RC_GTEST_PROP(GrowingTree, ProofsOfEveryBatchVerify, ()) {
    const auto before = *rc::gen::inRange<std::size_t>(0, 600);
    const auto batch = *rc::gen::inRange<std::size_t>(1, 600);
    const Leaves leaves = tests::some_leaves(before + batch);
    GrowingTree tree;
    tree.append(std::span(leaves).subspan(0, before));
    const base::Bytes32 old_root = tree.root();
    TileShelf shelf;
    shelf.put(tree.touched());
    tree = GrowingTree::resume(before, shelf.edge(before)).value();
    tree.append(std::span(leaves).subspan(before));
    shelf.put(tree.touched());
    const auto index = before + *rc::gen::inRange<std::size_t>(0, batch);
    RC_ASSERT(verify_inclusion(index, tree.size(), leaves[index], tree.inclusion_proof(index), tree.root()));
    const RightEdge edge = right_edge(tree.size(), shelf.reader()).value();
    const Proof proof = consistency_proof(before, tree.size(), edge, shelf.reader()).value();
    if (before == 0) return;
    RC_ASSERT(verify_consistency(before, tree.size(), old_root, tree.root(), proof));
}

}  // namespace
}  // namespace hearth::record
