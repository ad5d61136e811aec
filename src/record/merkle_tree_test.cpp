#include "record/merkle_tree.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/plain_tree.hpp"

namespace hearth::record {
namespace {

using tests::Leaves;

NodeReader nodes_over(const Leaves& leaves) {
    return [&leaves](int height, std::uint64_t index) -> std::optional<base::Bytes32> {
        const std::uint64_t first = index << height;
        const std::uint64_t end = (index + 1) << height;
        if (end > leaves.size()) return std::nullopt;
        return tests::plain_root(tests::part(leaves, first, end));
    };
}

// The reference tree of the Certificate Transparency code base: leaves "", 00, 10, 2021, .. and its roots for sizes 0 to 8.
const std::vector<std::string> k_reference_leaves{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> k_reference_roots{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                                 "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                                 "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                                 "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                                 "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                                 "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                                 "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                                 "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                                 "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

TEST(MerkleTree, HasTheRootsOfTheReferenceTree) {
    Leaves leaves;
    for (std::size_t size = 0; size <= k_reference_leaves.size(); ++size) {
        if (size > 0) leaves.push_back(leaf_hash(*base::from_hex(k_reference_leaves[size - 1])));
        const RightEdge edge = right_edge(size, nodes_over(leaves)).value();
        EXPECT_EQ(base::hex(base::view(root_of(edge))), k_reference_roots[size]);
    }
}

// RFC 6962 section 2.1.3: the example tree of seven leaves.
TEST(MerkleTree, ProvesAsTheExampleOfTheStandard) {
    const Leaves d = tests::some_leaves(7);
    const RightEdge edge = right_edge(7, nodes_over(d)).value();
    const auto g = node_hash(d[0], d[1]);
    const auto h = node_hash(d[2], d[3]);
    const auto i = node_hash(d[4], d[5]);
    const auto k = node_hash(g, h);
    const auto l = node_hash(i, d[6]);
    EXPECT_EQ(inclusion_proof(0, 7, edge, nodes_over(d)).value(), (Proof{d[1], h, l}));
    EXPECT_EQ(inclusion_proof(3, 7, edge, nodes_over(d)).value(), (Proof{d[2], g, l}));
    EXPECT_EQ(inclusion_proof(4, 7, edge, nodes_over(d)).value(), (Proof{d[5], d[6], k}));
    EXPECT_EQ(inclusion_proof(6, 7, edge, nodes_over(d)).value(), (Proof{i, k}));
    EXPECT_EQ(consistency_proof(3, 7, edge, nodes_over(d)).value(), (Proof{d[2], d[3], g, l}));
    EXPECT_EQ(consistency_proof(4, 7, edge, nodes_over(d)).value(), (Proof{l}));
    EXPECT_EQ(consistency_proof(6, 7, edge, nodes_over(d)).value(), (Proof{i, d[6], k}));
}

TEST(MerkleTree, GivesEveryProofOfSmallTreesAsTheDefinitionDoes) {
    for (std::size_t size = 1; size <= 40; ++size) {
        const Leaves leaves = tests::some_leaves(size);
        const RightEdge edge = right_edge(size, nodes_over(leaves)).value();
        const base::Bytes32 root = root_of(edge);
        ASSERT_EQ(root, tests::plain_root(leaves));
        for (std::size_t index = 0; index < size; ++index) {
            const Proof proof = inclusion_proof(index, size, edge, nodes_over(leaves)).value();
            ASSERT_EQ(proof, tests::plain_path(index, leaves));
            ASSERT_TRUE(verify_inclusion(index, size, leaves[index], proof, root));
        }
        for (std::size_t old_size = 1; old_size <= size; ++old_size) {
            const Proof proof = consistency_proof(old_size, size, edge, nodes_over(leaves)).value();
            ASSERT_EQ(proof, tests::plain_subproof(old_size, leaves, true));
            ASSERT_TRUE(verify_consistency(old_size, size, tests::plain_root(tests::part(leaves, 0, old_size)), root, proof));
        }
    }
}

TEST(MerkleTree, ProvesNothingAboutTheEmptyTree) {
    const Leaves leaves = tests::some_leaves(3);
    const base::Bytes32 root = tests::plain_root(leaves);
    EXPECT_FALSE(verify_consistency(0, 3, empty_root(), root, {}));
    EXPECT_FALSE(verify_consistency(0, 0, empty_root(), empty_root(), {}));
    EXPECT_FALSE(verify_consistency(4, 3, root, root, {}));
    EXPECT_FALSE(verify_inclusion(0, 0, leaves[0], {}, empty_root()));
    const NodeReader nodes = nodes_over(leaves);
    EXPECT_TRUE(consistency_proof(0, 3, right_edge(3, nodes).value(), nodes).value().empty());
}

TEST(MerkleTree, SaysWhenASubtreeCannotBeHad) {
    const NodeReader nothing = [](int, std::uint64_t) -> std::optional<base::Bytes32> { return std::nullopt; };
    const base::Refusal no_node{base::Reason::not_found, "record/node"};
    EXPECT_EQ(right_edge(5, nothing).error(), no_node);
    EXPECT_EQ(inclusion_proof(0, 2, {}, nothing).error(), no_node);
    EXPECT_EQ(consistency_proof(3, 5, {}, nothing).error(), no_node);
    EXPECT_TRUE(right_edge(0, nothing));
}

// One flipped bit anywhere in a proof, in the leaf or in the root, or a neighbour's place, and the proof fails.
RC_GTEST_PROP(MerkleTree, NothingElseIsProved, ()) {
    const auto size = *rc::gen::inRange<std::size_t>(1, 70);
    const auto index = *rc::gen::inRange<std::size_t>(0, size);
    const Leaves leaves = tests::some_leaves(size);
    const base::Bytes32 root = tests::plain_root(leaves);
    Proof proof = tests::plain_path(index, leaves);
    RC_ASSERT(verify_inclusion(index, size, leaves[index], proof, root));
    RC_ASSERT(!verify_inclusion(index ^ 1, size, leaves[index], proof, root));
    RC_ASSERT(!verify_inclusion(index, size, leaves[index], proof, leaf_hash("other")));
    if (proof.empty()) return;
    Proof longer = proof;
    longer.push_back(root);
    RC_ASSERT(!verify_inclusion(index, size, leaves[index], longer, root));
    const auto hash = *rc::gen::inRange<std::size_t>(0, proof.size());
    const auto bit = *rc::gen::inRange<std::size_t>(0, 256);
    proof[hash][bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    RC_ASSERT(!verify_inclusion(index, size, leaves[index], proof, root));
    proof.pop_back();
    RC_ASSERT(!verify_inclusion(index, size, leaves[index], proof, root));
}

RC_GTEST_PROP(MerkleTree, NoOtherPastIsConsistent, ()) {
    const auto size = *rc::gen::inRange<std::size_t>(2, 70);
    const auto old_size = *rc::gen::inRange<std::size_t>(1, size);
    const Leaves leaves = tests::some_leaves(size);
    const base::Bytes32 root = tests::plain_root(leaves);
    const base::Bytes32 old_root = tests::plain_root(tests::part(leaves, 0, old_size));
    Proof proof = tests::plain_subproof(old_size, leaves, true);
    RC_ASSERT(verify_consistency(old_size, size, old_root, root, proof));
    RC_ASSERT(!verify_consistency(old_size, size, leaf_hash("other"), root, proof));
    RC_ASSERT(!verify_consistency(old_size, size, old_root, leaf_hash("other"), proof));
    const auto hash = *rc::gen::inRange<std::size_t>(0, proof.size());
    const auto bit = *rc::gen::inRange<std::size_t>(0, 256);
    proof[hash][bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    RC_ASSERT(!verify_consistency(old_size, size, old_root, root, proof));
}

}  // namespace
}  // namespace hearth::record
