#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "record/merkle_tree.hpp"

/// The tree cut into tiles, as C2SP tlog-tiles serves it: tile `number` of `level` holds the hashes of up to 256 neighbouring
/// subtrees of 256^level leaves each; entries lie in bundles of up to 256.
namespace hearth::record {

inline constexpr std::size_t k_tile_width = 256;
inline constexpr int k_tile_height = 8;
inline constexpr std::size_t k_hash_bytes = 32;
/// Levels that a tree of less than 2^64 leaves can have.
inline constexpr int k_tile_levels = 8;

struct Tile {
    int level = 0;
    std::uint64_t number = 0;
    std::string hashes;  // 32 bytes each, at most 256

    bool operator==(const Tile&) const = default;
};

/// Which tile or bundle is meant, and how many of its hashes or entries.
struct TileName {
    std::optional<int> level;  // nothing: a bundle of entries
    std::uint64_t number = 0;
    std::size_t width = k_tile_width;

    bool operator==(const TileName&) const = default;
};

/// "tile/0/x001/x234/067", "tile/1/000.p/17", "tile/entries/000.p/3".
std::string path_of(const TileName& name);

/// Refused `malformed` record/tile_path: every other spelling than path_of gives.
base::Result<TileName> parse_tile_path(std::string_view path);

/// Hashes in tile `number` of `level` of a tree of `size` leaves: 0 (there is no such tile) to 256.
std::size_t tile_width(int level, std::uint64_t number, std::uint64_t size);

/// The tiles on the right edge that are begun but not full; a level without one is left out.
std::vector<TileName> edge_tiles(std::uint64_t size);

/// Root over the hashes of a tile.
base::Bytes32 tile_root(std::string_view hashes);

/// The full subtree of 2^height hashes within a tile, the index-th of them; nothing when the tile is not that wide.
std::optional<base::Bytes32> node_in_tile(std::string_view hashes, int height, std::uint64_t index);

/// A uint16 length (big-endian) before each entry. Entries are at most 65,535 bytes long, at most 256 of them.
std::string encode_bundle(std::span<const std::string_view> entries);

/// Views of the first entries of a bundle, up to `width`, as far as they are whole.
std::vector<std::string_view> whole_entries(std::string_view bundle, std::size_t width);

/// Views into the bundle, which must hold exactly `width` entries. Refused `malformed` record/bundle with the number of the first
/// entry that is missing or cut, or `width` when something follows, as detail.
base::Result<std::vector<std::string_view>> decode_bundle(std::string_view bundle, std::size_t width);

/// The hashes of a tile (as many as there are), nothing when there is no such tile.
using TileReader = std::function<std::optional<std::string>(int level, std::uint64_t number)>;

/// Reads full subtrees out of stored tiles; keeps the last tile of each level at hand.
NodeReader nodes_of(TileReader tiles);

}  // namespace hearth::record
