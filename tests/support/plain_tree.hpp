#pragma once

#include <string>
#include <vector>

#include "record/merkle_tree.hpp"

/// The definitions of RFC 6962 section 2.1 as they stand there, recursive and slow: the second way against which ours is held.
namespace hearth::tests {

using Leaves = std::vector<base::Bytes32>;

inline std::size_t largest_power_below(std::size_t n) {
    std::size_t k = 1;
    while (k * 2 < n) k *= 2;
    return k;
}

inline Leaves part(const Leaves& leaves, std::size_t from, std::size_t to) {
    return {leaves.begin() + static_cast<std::ptrdiff_t>(from), leaves.begin() + static_cast<std::ptrdiff_t>(to)};
}

inline base::Bytes32 plain_root(const Leaves& leaves) {
    if (leaves.empty()) return record::empty_root();
    if (leaves.size() == 1) return leaves[0];
    const std::size_t k = largest_power_below(leaves.size());
    return record::node_hash(plain_root(part(leaves, 0, k)), plain_root(part(leaves, k, leaves.size())));
}

inline record::Proof plain_path(std::size_t m, const Leaves& leaves) {
    if (leaves.size() <= 1) return {};
    const std::size_t k = largest_power_below(leaves.size());
    const Leaves left = part(leaves, 0, k);
    const Leaves right = part(leaves, k, leaves.size());
    record::Proof proof = m < k ? plain_path(m, left) : plain_path(m - k, right);
    proof.push_back(plain_root(m < k ? right : left));
    return proof;
}

inline record::Proof plain_subproof(std::size_t m, const Leaves& leaves, bool is_whole) {
    if (m == leaves.size()) return is_whole ? record::Proof{} : record::Proof{plain_root(leaves)};
    const std::size_t k = largest_power_below(leaves.size());
    const Leaves left = part(leaves, 0, k);
    const Leaves right = part(leaves, k, leaves.size());
    record::Proof proof = m <= k ? plain_subproof(m, left, is_whole) : plain_subproof(m - k, right, false);
    proof.push_back(plain_root(m <= k ? right : left));
    return proof;
}

/// `count` different leaf hashes.
inline Leaves some_leaves(std::size_t count) {
    Leaves leaves;
    leaves.reserve(count);
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(record::leaf_hash("record " + std::to_string(i)));
    return leaves;
}

}  // namespace hearth::tests
