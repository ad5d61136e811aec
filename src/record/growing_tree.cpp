#include "record/growing_tree.hpp"

#include <algorithm>

namespace hearth::record {

void GrowingTree::GrowingTile::add(const base::Bytes32& hash) {
    is_touched = true;
    rows[0].push_back(hash);
    for (std::size_t h = 0; h < k_tile_height && rows[h].size() % 2 == 0; ++h) {
        rows[h + 1].push_back(node_hash(rows[h][rows[h].size() - 2], rows[h].back()));
    }
}

Tile GrowingTree::GrowingTile::as_tile(int level) const {
    Tile tile{level, number, {}};
    tile.hashes.reserve(rows[0].size() * k_hash_bytes);
    for (const base::Bytes32& hash : rows[0]) tile.hashes += base::view(hash);
    return tile;
}

base::Result<GrowingTree> GrowingTree::resume(std::uint64_t size, std::span<const Tile> edge) {
    GrowingTree tree;
    tree.size_ = size;
    for (const TileName& name : edge_tiles(size)) {
        const int level = name.level.value();
        const auto stored =
            std::ranges::find_if(edge, [&](const Tile& tile) { return tile.level == level && tile.number == name.number; });
        if (stored == edge.end() || stored->hashes.size() != name.width * k_hash_bytes) {
            return base::Refusal{
                base::Reason::malformed, "record/edge", {}, std::to_string(level) + "/" + std::to_string(name.number)};
        }
        GrowingTile tile;
        tile.number = name.number;
        for (std::size_t i = 0; i < name.width; ++i) {
            tile.add(base::to_bytes32(std::string_view(stored->hashes).substr(i * k_hash_bytes, k_hash_bytes)).value());
        }
        tile.is_touched = false;
        tree.levels_[static_cast<std::size_t>(level)].push_back(std::move(tile));
    }
    tree.update_edge();
    return tree;
}

void GrowingTree::append(std::span<const base::Bytes32> leaf_hashes) {
    forget_full_tiles();
    for (const base::Bytes32& hash : leaf_hashes) {
        add(0, hash);
        ++size_;
    }
    update_edge();
}

std::vector<Tile> GrowingTree::touched() const {
    std::vector<Tile> tiles;
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        for (const GrowingTile& tile : levels_[level]) {
            if (tile.is_touched) tiles.push_back(tile.as_tile(static_cast<int>(level)));
        }
    }
    return tiles;
}

Proof GrowingTree::inclusion_proof(std::uint64_t index) const {
    return record::inclusion_proof(index, size_, edge_, [this](int height, std::uint64_t at) { return node(height, at); }).value();
}

void GrowingTree::add(int level, const base::Bytes32& hash) {
    auto& tiles = levels_[static_cast<std::size_t>(level)];
    if (tiles.empty() || tiles.back().is_full()) {
        GrowingTile next;
        next.number = (size_ >> (level * k_tile_height)) / k_tile_width;
        tiles.push_back(std::move(next));
    }
    tiles.back().add(hash);
    if (tiles.back().is_full()) add(level + 1, tiles.back().rows.back().front());
}

void GrowingTree::forget_full_tiles() {
    for (auto& tiles : levels_) {
        std::erase_if(tiles, [](const GrowingTile& tile) { return tile.is_full(); });
        for (GrowingTile& tile : tiles) tile.is_touched = false;
    }
}

void GrowingTree::update_edge() {
    edge_ = right_edge(size_, [this](int height, std::uint64_t at) { return node(height, at); }).value();
}

std::optional<base::Bytes32> GrowingTree::node(int height, std::uint64_t index) const {
    const int within = height % k_tile_height;
    const std::uint64_t number = index >> (k_tile_height - within);
    const std::uint64_t first = index & ((std::uint64_t{1} << (k_tile_height - within)) - 1);
    for (const GrowingTile& tile : levels_[static_cast<std::size_t>(height / k_tile_height)]) {
        const auto& row = tile.rows[static_cast<std::size_t>(within)];
        if (tile.number == number && first < row.size()) return row[static_cast<std::size_t>(first)];
    }
    return std::nullopt;
}

}  // namespace hearth::record
