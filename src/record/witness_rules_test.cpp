#include "record/witness_rules.hpp"

#include <gtest/gtest.h>

#include "record/ed25519.hpp"
#include "tests/support/plain_tree.hpp"

namespace hearth::record {
namespace {

class WitnessRules : public testing::Test {
protected:
    AddCheckpoint request(std::uint64_t old_size, std::uint64_t size) const {
        AddCheckpoint request;
        request.old_size = old_size;
        if (old_size != 0 && old_size < size) request.proof = tests::plain_subproof(old_size, tests::part(leaves_, 0, size), true);
        request.signed_checkpoint = read_checkpoint(sign_checkpoint({"o", size, root(size), {}}, signer_)).value();
        return request;
    }
    base::Bytes32 root(std::uint64_t size) const { return tests::plain_root(tests::part(leaves_, 0, size)); }
    LastWitnessed last(std::uint64_t size) const { return {size, root(size)}; }
    WitnessAnswer answer(const AddCheckpoint& request, const std::optional<LastWitnessed>& last) const {
        return answer_add_checkpoint(request, keys_, last);
    }

    tests::Leaves leaves_ = tests::some_leaves(20);
    Ed25519Signer signer_{base::Bytes32{1}};
    std::vector<VerifierKey> keys_{{"o", VerifierKey::Type::note, signer_.public_key()},
                                   {"other", VerifierKey::Type::note, signer_.public_key()}};
};

TEST_F(WitnessRules, AcceptsWhatGrows) {
    EXPECT_EQ(answer(request(0, 7), std::nullopt), WitnessAnswer::accepted);
    EXPECT_EQ(answer(request(7, 20), last(7)), WitnessAnswer::accepted);
    EXPECT_EQ(answer(request(8, 8), last(8)), WitnessAnswer::accepted);
    EXPECT_EQ(answer(request(0, 0), std::nullopt), WitnessAnswer::accepted);
}

TEST_F(WitnessRules, KnowsOnlyItsOrigins) {
    AddCheckpoint unknown = request(0, 7);
    unknown.signed_checkpoint = read_checkpoint(sign_checkpoint({"stranger", 7, root(7), {}}, signer_)).value();
    EXPECT_EQ(answer(unknown, std::nullopt), WitnessAnswer::unknown_origin);
}

TEST_F(WitnessRules, NeedsTheSignatureOfTheOrigin) {
    AddCheckpoint forged = request(0, 7);
    forged.signed_checkpoint.note.signatures[0].signature[5] ^= 1;
    EXPECT_EQ(answer(forged, std::nullopt), WitnessAnswer::not_signed);
    AddCheckpoint by_other = request(0, 7);
    const std::string& text = by_other.signed_checkpoint.note.text;
    by_other.signed_checkpoint.note.signatures = {sign_note(text, "other", signer_)};
    EXPECT_EQ(answer(by_other, std::nullopt), WitnessAnswer::not_signed);
}

// During a rotation both keys are trusted; a wrong line under one does not spoil the right one under the other.
TEST_F(WitnessRules, TakesEitherOfTwoTrustedKeys) {
    const Ed25519Signer next(base::Bytes32{2});
    keys_.push_back({"o", VerifierKey::Type::note, next.public_key()});
    AddCheckpoint rotated = request(0, 7);
    rotated.signed_checkpoint.note.signatures.push_back(sign_note("something else\n", "o", next));
    EXPECT_EQ(answer(rotated, std::nullopt), WitnessAnswer::accepted);
}

TEST_F(WitnessRules, RefusesAnOldSizeBeyondTheNew) { EXPECT_EQ(answer(request(8, 7), last(8)), WitnessAnswer::malformed); }

TEST_F(WitnessRules, NamesAnOldSizeThatIsNotTheLast) {
    EXPECT_EQ(answer(request(0, 7), last(5)), WitnessAnswer::other_old_size);
    EXPECT_EQ(answer(request(4, 7), last(5)), WitnessAnswer::other_old_size);
    EXPECT_EQ(answer(request(4, 7), std::nullopt), WitnessAnswer::other_old_size);
    EXPECT_EQ(answer(request(7, 7), last(9)), WitnessAnswer::other_old_size);
}

TEST_F(WitnessRules, RefusesEveryOtherPast) {
    AddCheckpoint bad_proof = request(7, 20);
    bad_proof.proof[1][0] ^= 1;
    EXPECT_EQ(answer(bad_proof, last(7)), WitnessAnswer::not_consistent);
    AddCheckpoint proof_of_nothing = request(0, 7);
    proof_of_nothing.proof.push_back(root(7));
    EXPECT_EQ(answer(proof_of_nothing, std::nullopt), WitnessAnswer::not_consistent);
    EXPECT_EQ(answer(request(8, 8), LastWitnessed{8, root(9)}), WitnessAnswer::not_consistent);
    AddCheckpoint nothing = request(0, 0);
    nothing.signed_checkpoint = read_checkpoint(sign_checkpoint({"o", 0, root(1), {}}, signer_)).value();
    EXPECT_EQ(answer(nothing, std::nullopt), WitnessAnswer::not_consistent);
}

TEST_F(WitnessRules, ReadTheRequestStrictly) {
    const AddCheckpoint sent = request(7, 20);
    const std::string body = to_string(sent);
    const AddCheckpoint read = parse_add_checkpoint(body).value();
    EXPECT_EQ(read.old_size, 7U);
    EXPECT_EQ(read.proof, sent.proof);
    EXPECT_EQ(read.signed_checkpoint.note, sent.signed_checkpoint.note);
    const std::string proof_line = base::base64(base::view(sent.proof[0])) + "\n";
    const std::string checkpoint = body.substr(body.find("\n\n") + 1);
    std::string crowded = "old 7\n";
    for (int i = 0; i < 63; ++i) crowded += proof_line;
    EXPECT_TRUE(parse_add_checkpoint(crowded + checkpoint));
    for (const std::string& bad :
         {std::string(), std::string("old\n"), "old 07\n" + checkpoint, "new 7\n" + checkpoint, "old 7\nx\n" + checkpoint,
          crowded + proof_line + checkpoint, std::string("old 7\n"), "old 7\n" + proof_line}) {
        EXPECT_EQ(parse_add_checkpoint(bad).error().rule, "record/add_checkpoint") << bad;
    }
    EXPECT_EQ(parse_add_checkpoint("old 7\n\nno note").error().rule, "record/note");
}

}  // namespace
}  // namespace hearth::record
