#include "record/checkpoint.hpp"

#include <gtest/gtest.h>

#include "record/cosignature.hpp"
#include "record/ed25519.hpp"
#include "record/merkle_tree.hpp"
#include "record/tlog_proof.hpp"

namespace hearth::record {
namespace {

const std::string k_root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

base::Refusal at_line(std::string rule, std::string line) {
    return {base::Reason::malformed, std::move(rule), {}, std::move(line)};
}

TEST(Checkpoint, ComesBackFromItsText) {
    const Checkpoint empty{"example.org/o/village", 0, empty_root(), {}};
    EXPECT_EQ(to_string(empty), "example.org/o/village\n0\n" + k_root + "\n");
    EXPECT_EQ(parse_checkpoint(to_string(empty)).value(), empty);
    const Checkpoint extended{"o", 9223372036854775807, empty_root(), {"one", "two"}};
    EXPECT_EQ(parse_checkpoint(to_string(extended)).value(), extended);
}

TEST(Checkpoint, NamesTheLineThatIsWrong) {
    const std::pair<std::string, std::string> texts[] = {
        {"", "1"},
        {"\n0\n" + k_root + "\n", "1"},
        {"o", "1"},
        {"o\n", "2"},
        {"o\n\n" + k_root + "\n", "2"},
        {"o\n01\n" + k_root + "\n", "2"},
        {"o\n-1\n" + k_root + "\n", "2"},
        {"o\n0xabcdef\n" + k_root + "\n", "2"},
        {"o\n9223372036854775808\n" + k_root + "\n", "2"},
        {"o\n1\n" + k_root, "3"},
        {"o\n1\n" + k_root + " \n", "3"},
        {"o\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=\n", "3"},
        {"o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF==\n", "3"},
        {"o\n1\n" + k_root + "\n\n", "4"},
        {"o\n1\n" + k_root + "\nx\n\ny\n", "5"},
        {"o\n1\n" + k_root + "\nx", "4"},
    };
    for (const auto& [text, line] : texts) {
        const auto parsed = parse_checkpoint(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error(), at_line("record/checkpoint", line)) << text;
    }
}

TEST(Checkpoint, IsSignedUnderItsOrigin) {
    const Ed25519Signer signer(base::Bytes32{1});
    const Checkpoint checkpoint{"example.org/o/village", 3, leaf_hash("x"), {}};
    const SignedCheckpoint read = read_checkpoint(sign_checkpoint(checkpoint, signer)).value();
    EXPECT_EQ(read.checkpoint, checkpoint);
    const VerifierKey key{checkpoint.origin, VerifierKey::Type::note, signer.public_key()};
    EXPECT_EQ(verify_note(read.note, std::vector{key}).value(), std::vector{key});
}

TEST(Cosignature, StatesATimeThatIsSigned) {
    const Ed25519Signer signer(base::Bytes32{1});
    const VerifierKey key{"witness", VerifierKey::Type::cosignature, signer.public_key()};
    const SignatureLine line = cosign("text\n", "witness", 1'767'139'200, signer);
    EXPECT_EQ(cosigned_message("text\n", 1'767'139'200), "cosignature/v1\ntime 1767139200\ntext\n");
    EXPECT_EQ(cosigned_at(line.signature), 1'767'139'200U);
    EXPECT_TRUE(verify_cosignature(key, "text\n", line.signature));
    EXPECT_FALSE(verify_cosignature(key, "texts\n", line.signature));
    std::string later = line.signature;
    later[7] ^= 1;
    EXPECT_FALSE(verify_cosignature(key, "text\n", later));
    EXPECT_FALSE(cosigned_at(later + "x"));
    EXPECT_FALSE(cosigned_at(""));
}

TEST(TlogProof, ComesBackFromItsText) {
    TlogProof proof{std::nullopt, 73894, {leaf_hash("a"), leaf_hash("b")}, "o\n1\n\n"};
    const std::string text = to_string(proof);
    EXPECT_TRUE(text.starts_with("c2sp.org/tlog-proof@v1\nindex 73894\n"));
    EXPECT_EQ(parse_tlog_proof(text).value(), proof);
    proof.extra = "more";
    EXPECT_EQ(parse_tlog_proof(to_string(proof)).value(), proof);
    proof.hashes.clear();
    EXPECT_EQ(parse_tlog_proof(to_string(proof)).value(), proof);
}

TEST(TlogProof, NamesTheLineThatIsWrong) {
    const std::string head = "c2sp.org/tlog-proof@v1\n";
    const std::pair<std::string, std::string> texts[] = {
        {"", "1"},
        {"c2sp.org/tlog-proof@v2\nindex 0\n\n", "1"},
        {head, "2"},
        {head + "index\n\n", "2"},
        {head + "index 01\n\n", "2"},
        {head + "index -1\n\n", "2"},
        {head + "extra !\nindex 0\n\n", "2"},
        {head + "extra eA==\nextra eA==\n\n", "3"},
        {head + "index 0\n", "3"},
        {head + "index 0\nshort\n\n", "3"},
        {head + "index 0\n" + k_root + "\n" + k_root, "4"},
    };
    for (const auto& [text, line] : texts) {
        const auto parsed = parse_tlog_proof(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error(), at_line("record/tlog_proof", line)) << text;
    }
    std::string long_proof = head + "index 0\n";
    for (std::size_t i = 0; i < k_proof_hashes_max; ++i) long_proof += k_root + "\n";
    EXPECT_TRUE(parse_tlog_proof(long_proof + "\n"));
    EXPECT_FALSE(parse_tlog_proof(long_proof + k_root + "\n" + k_root + "\n\n"));
}

}  // namespace
}  // namespace hearth::record
