#include "record/merkle_tree.hpp"

#include <bit>

#include "record/sha256.hpp"

namespace hearth::record {

namespace {

base::Refusal refused(std::string rule) { return {base::Reason::malformed, std::move(rule)}; }
base::Refusal no_node() { return {base::Reason::not_found, "record/node"}; }

bool is_odd(std::uint64_t number) { return (number & 1) != 0; }

/// The siblings on the way up from the full subtree (`height`, `index`) to the root.
base::Result<base::Done> add_siblings(Proof& proof, int height, std::uint64_t index, std::uint64_t size, const RightEdge& edge,
                                      const NodeReader& read) {
    for (; height < 64 && (size - 1) >> height != 0; ++height, index >>= 1) {
        const std::uint64_t sibling = index ^ 1;
        if (sibling < size >> height) {
            const auto node = read(height, sibling);
            if (!node) return no_node();
            proof.push_back(*node);
        } else if (sibling == size >> height && edge[static_cast<std::size_t>(height)]) {
            proof.push_back(*edge[static_cast<std::size_t>(height)]);
        }
        // Else there is nothing to the right: the subtree stands for its parent.
    }
    return base::Done{};
}

}  // namespace

base::Bytes32 leaf_hash(std::string_view entry) { return sha256('\0', entry); }

base::Bytes32 node_hash(const base::Bytes32& left, const base::Bytes32& right) {
    return sha256('\1', base::view(left), base::view(right));
}

base::Bytes32 empty_root() { return sha256(""); }

base::Result<base::Done> verify_inclusion(std::uint64_t index, std::uint64_t size, const base::Bytes32& leaf, const Proof& proof,
                                          const base::Bytes32& root) {
    // Step 1.
    if (index >= size) return refused("record/inclusion");
    // Steps 2 and 3.
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    base::Bytes32 r = leaf;
    // Step 4.
    for (const base::Bytes32& p : proof) {
        if (sn == 0) return refused("record/inclusion");
        if (is_odd(fn) || fn == sn) {
            r = node_hash(p, r);
            while (!is_odd(fn) && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            r = node_hash(r, p);
        }
        fn >>= 1;
        sn >>= 1;
    }
    // Step 5.
    if (sn != 0 || r != root) return refused("record/inclusion");
    return base::Done{};
}

base::Result<base::Done> verify_consistency(std::uint64_t old_size, std::uint64_t size, const base::Bytes32& old_root,
                                            const base::Bytes32& root, const Proof& proof) {
    const auto no = refused("record/consistency");
    if (old_size == 0 || old_size > size) return no;
    if (old_size == size) return old_root == root && proof.empty() ? base::Result<base::Done>(base::Done{}) : no;
    // Step 1; with step 2 the old root itself is the first hash when the old tree is one full subtree.
    if (proof.empty()) return no;
    const bool is_full = std::has_single_bit(old_size);
    // Steps 3 and 4.
    std::uint64_t fn = old_size - 1;
    std::uint64_t sn = size - 1;
    while (is_odd(fn)) {
        fn >>= 1;
        sn >>= 1;
    }
    // Step 5.
    base::Bytes32 fr = is_full ? old_root : proof.front();
    base::Bytes32 sr = fr;
    // Step 6.
    for (std::size_t i = is_full ? 0 : 1; i < proof.size(); ++i) {
        const base::Bytes32& c = proof[i];
        if (sn == 0) return no;
        if (is_odd(fn) || fn == sn) {
            fr = node_hash(c, fr);
            sr = node_hash(c, sr);
            while (!is_odd(fn) && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            sr = node_hash(sr, c);
        }
        fn >>= 1;
        sn >>= 1;
    }
    // Step 7.
    if (fr != old_root || sr != root || sn != 0) return no;
    return base::Done{};
}

base::Result<RightEdge> right_edge(std::uint64_t size, const NodeReader& read) {
    RightEdge edge;
    for (int height = 0; height < 64; ++height) {
        const auto h = static_cast<std::size_t>(height);
        edge[h + 1] = edge[h];
        if (!is_odd(size >> height)) continue;
        const auto node = read(height, (size >> height) - 1);
        if (!node) return no_node();
        edge[h + 1] = edge[h] ? node_hash(*node, *edge[h]) : *node;
    }
    return edge;
}

base::Bytes32 root_of(const RightEdge& edge) { return edge.back() ? *edge.back() : empty_root(); }

base::Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, const RightEdge& edge, const NodeReader& read) {
    HEARTH_CHECK(index < size);
    Proof proof;
    proof.reserve(static_cast<std::size_t>(std::bit_width(size)));
    HEARTH_TRY(done, add_siblings(proof, 0, index, size, edge, read));
    (void)done;
    return proof;
}

base::Result<Proof> consistency_proof(std::uint64_t old_size, std::uint64_t size, const RightEdge& edge, const NodeReader& read) {
    HEARTH_CHECK(old_size <= size);
    Proof proof;
    if (old_size == 0 || old_size == size) return proof;
    // The last full subtree of the old tree is the first hash, unless it is all of that tree: then the verifier has it as root.
    const int height = std::countr_zero(old_size);
    const std::uint64_t index = (old_size >> height) - 1;
    if (index != 0) {
        const auto node = read(height, index);
        if (!node) return no_node();
        proof.push_back(*node);
    }
    HEARTH_TRY(done, add_siblings(proof, height, index, size, edge, read));
    (void)done;
    return proof;
}

}  // namespace hearth::record
