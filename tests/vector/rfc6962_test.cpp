// The vectors of transparency-dev/merkle for RFC 6962: 12 proofs that hold and 184 that do not.
#include <gtest/gtest.h>

#include <fstream>

#include "base/json.hpp"
#include "record/merkle_tree.hpp"
#include "tests/support/shared_data.hpp"

namespace hearth {
namespace {

/// Some vectors hold a text that is shorter than any hash and stands for "whatever": filled up with zeros it still does.
base::Bytes32 hash_of(const base::Json& text, bool& is_hash) {
    auto bytes = base::from_base64(text.get<std::string>()).value();
    is_hash = is_hash && !bytes.empty() && bytes.size() <= 32;
    bytes.resize(32);
    return base::to_bytes32(bytes).value();
}

record::Proof proof_of(const base::Json& vector, bool& is_hash) {
    record::Proof proof;
    for (const auto& text : vector["proof"]) proof.push_back(hash_of(text, is_hash));
    return proof;
}

bool inclusion_holds(const base::Json& vector) {
    bool is_hash = true;
    const auto proof = proof_of(vector, is_hash);
    const auto leaf = hash_of(vector["leafHash"], is_hash);
    const auto root = hash_of(vector["root"], is_hash);
    return is_hash && record::verify_inclusion(vector["leafIdx"].get<std::uint64_t>(), vector["treeSize"].get<std::uint64_t>(),
                                               leaf, proof, root);
}

bool consistency_holds(const base::Json& vector) {
    bool is_hash = true;
    const auto proof = proof_of(vector, is_hash);
    const auto old_root = hash_of(vector["root1"], is_hash);
    const auto root = hash_of(vector["root2"], is_hash);
    return is_hash && record::verify_consistency(vector["size1"].get<std::uint64_t>(), vector["size2"].get<std::uint64_t>(),
                                                 old_root, root, proof);
}

TEST(Rfc6962Vectors, TwelveHoldAndTheOthersFail) {
    const auto folder = tests::shared_data("tlog/merkle-json");
    if (!folder) GTEST_SKIP() << "the RFC 6962 vectors are not beside the project";
    int hold = 0;
    int fail = 0;
    for (const auto& [file, holds] : {std::pair{"inclusion.jsonl", &inclusion_holds}, {"consistency.jsonl", &consistency_holds}}) {
        std::ifstream in(*folder / file);
        for (std::string line; std::getline(in, line);) {
            const base::Json vector = base::Json::parse(line);  // sizes up to 2^64, which canonical JSON refuses
            const bool must_fail = vector["wantErr"].get<bool>();
            EXPECT_EQ(holds(vector), !must_fail) << line;
            ++(must_fail ? fail : hold);
        }
    }
    EXPECT_EQ(hold, 12);
    EXPECT_EQ(fail, 184);
}

}  // namespace
}  // namespace hearth
