#pragma once

#include <cstdint>

#include "record/merkle_tree.hpp"
#include "record/store.hpp"

/// Roots and proofs of any size out of the tiles of a store, for what the growing tree no longer holds.
namespace hearth::record {

/// Full subtrees out of stored tiles.
NodeReader stored_nodes(Store& store);

/// `size` <= store.size(). Each is refused `not_found` record/node when a tile is missing.
base::Result<base::Bytes32> stored_root(Store& store, std::uint64_t size);
base::Result<Proof> stored_inclusion(Store& store, std::uint64_t index, std::uint64_t size);
base::Result<Proof> stored_consistency(Store& store, std::uint64_t old_size, std::uint64_t size);

}  // namespace hearth::record
