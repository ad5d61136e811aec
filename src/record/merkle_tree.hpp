#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/result.hpp"

/// The Merkle tree of RFC 6962 section 2.1 (the same in RFC 9162): its hashes, its two kinds of proof, and their verification.
namespace hearth::record {

/// Hashes from the leaf up to the root.
using Proof = std::vector<base::Bytes32>;

/// The longest proof of a tree whose size fits 64 bits.
inline constexpr std::size_t k_proof_hashes_max = 64;

base::Bytes32 leaf_hash(std::string_view entry);
base::Bytes32 node_hash(const base::Bytes32& left, const base::Bytes32& right);
/// Root of the tree without leaves.
base::Bytes32 empty_root();

/// RFC 9162 section 2.1.3.2: the leaf stands at `index` of the tree of `size` leaves with this root. Refused `malformed`
/// record/inclusion.
base::Result<base::Done> verify_inclusion(std::uint64_t index, std::uint64_t size, const base::Bytes32& leaf, const Proof& proof,
                                          const base::Bytes32& root);

/// RFC 9162 section 2.1.4.2: the tree of `old_size` leaves is the beginning of the tree of `size` leaves. An `old_size` of 0 is
/// refused: every tree begins with the empty one, so nothing could prove it. Refused `malformed` record/consistency.
base::Result<base::Done> verify_consistency(std::uint64_t old_size, std::uint64_t size, const base::Bytes32& old_root,
                                            const base::Bytes32& root, const Proof& proof);

/// The hash of the full subtree over leaves [index << height, (index + 1) << height); nothing when it cannot be had.
using NodeReader = std::function<std::optional<base::Bytes32>(int height, std::uint64_t index)>;

/// What hangs over the last full subtree of each height: at [h] the hash over leaves [size >> h << h, size), when there are any.
/// The last one is the root.
using RightEdge = std::array<std::optional<base::Bytes32>, 65>;

/// Refused `not_found` record/node when the reader lacks a subtree.
base::Result<RightEdge> right_edge(std::uint64_t size, const NodeReader& read);

/// Root of the tree with this right edge.
base::Bytes32 root_of(const RightEdge& edge);

/// `index` < `size`; `edge` is that of `size`. Refused `not_found` record/node.
base::Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, const RightEdge& edge, const NodeReader& read);

/// `old_size` <= `size`; `edge` is that of `size`. Refused `not_found` record/node.
base::Result<Proof> consistency_proof(std::uint64_t old_size, std::uint64_t size, const RightEdge& edge, const NodeReader& read);

}  // namespace hearth::record
