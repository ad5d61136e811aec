#include "record/verifier.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/cosignature.hpp"
#include "record/ed25519.hpp"
#include "record/growing_tree.hpp"
#include "record/tlog_proof.hpp"
#include "tests/support/plain_tree.hpp"
#include "tests/support/sample_act.hpp"

namespace hearth::record {
namespace {

/// A small record with all that a verifier reads of it.
struct SmallRecord {
    std::vector<Entry> entries;
    std::map<std::pair<int, std::uint64_t>, std::string> tiles;
    GrowingTree tree;
    Ed25519Signer signer{base::Bytes32{1}};

    explicit SmallRecord(std::size_t count) {
        tests::CountingRandomness randomness;
        tests::Leaves hashes;
        for (std::size_t i = 0; i < count; ++i) {
            entries.push_back(seal(tests::sample_act(), randomness));
            hashes.push_back(leaf_hash(entries.back().leaf));
        }
        tree.append(hashes);
        for (const Tile& tile : tree.touched()) tiles[{tile.level, tile.number}] = tile.hashes;
    }

    std::vector<KeptDisclosure> kept(std::size_t index) const {
        std::vector<KeptDisclosure> out{{entries[index].frame, "frame"}};
        for (const SealedField& field : entries[index].content) out.push_back({field.disclosure, field.name});
        return out;
    }

    Examined examine_row(std::size_t first, std::size_t count) const {
        std::vector<std::vector<KeptDisclosure>> disclosures;
        std::vector<KeptEntry> row;
        for (std::size_t i = first; i < first + count; ++i) disclosures.push_back(kept(i));
        for (std::size_t i = 0; i < count; ++i) row.push_back({entries[first + i].leaf, disclosures[i]});
        return examine(first, row);
    }

    TreeRebuilder rebuild(std::optional<std::uint64_t> remembered = std::nullopt) const {
        TreeRebuilder rebuilder(
            [this](int level, std::uint64_t number) -> std::optional<std::string> {
                const auto found = tiles.find({level, number});
                return found == tiles.end() ? std::nullopt : std::optional(found->second);
            },
            remembered);
        for (std::size_t first = 0; first < entries.size(); first += 256) {
            rebuilder.add(examine_row(first, std::min<std::size_t>(256, entries.size() - first)).hashes);
        }
        rebuilder.finish();
        return rebuilder;
    }

    VerifierKey key() const { return {"o", VerifierKey::Type::note, signer.public_key()}; }
    std::string checkpoint() const { return sign_checkpoint({"o", tree.size(), tree.root(), {}}, signer); }
    Receipt receipt(std::size_t index) const {
        const TlogProof proof{std::nullopt, index, tree.inclusion_proof(index), checkpoint()};
        Receipt receipt{"NT-2026-0001", std::nullopt, key(), entries[index].leaf, {entries[index].frame}, to_string(proof)};
        for (const SealedField& field : entries[index].content) receipt.disclosures.push_back(field.disclosure);
        return receipt;
    }
};

TEST(Examine, CountsWhatIsShownAndWhatIsWithheld) {
    SmallRecord record(3);
    Examined whole = record.examine_row(0, 3);
    EXPECT_EQ(whole.shown, 9U);
    EXPECT_EQ(whole.withheld, 15U);
    EXPECT_TRUE(whole.flaws.empty());
    EXPECT_EQ(whole.hashes, record.tiles.at({0, 0}));
    record.entries[1].content.clear();  // erased
    EXPECT_EQ(record.examine_row(0, 3).shown, 7U);
    EXPECT_TRUE(record.examine_row(0, 3).flaws.empty());
}

TEST(Examine, NamesTheTamperedField) {
    SmallRecord record(3);
    std::string& disclosure = record.entries[2].content[1].disclosure;
    disclosure[30] = disclosure[30] == 'A' ? 'B' : 'A';
    EXPECT_EQ(record.examine_row(0, 3).flaws, (std::vector<Flaw>{{2, "record/disclosure_unknown", "request.name"}}));
}

TEST(Examine, NamesWhatIsKeptTwiceOrUnderAnotherName) {
    SmallRecord record(2);
    record.entries[0].content.push_back(record.entries[0].content[0]);
    record.entries[1].content[0].name = "request.wordz";
    EXPECT_EQ(record.examine_row(0, 2).flaws,
              (std::vector<Flaw>{{0, "record/disclosure_twice", "request.words"}, {1, "record/disclosure_name", "request.wordz"}}));
    for (const std::string other : {"request.word", "request.words2", "", "frame"}) {
        record.entries[1].content[0].name = other;
        EXPECT_EQ(record.examine_row(1, 1).flaws.size(), other.empty() ? 0U : 1U) << other;
    }
}

TEST(Examine, NamesWhatIsNoLeaf) {
    SmallRecord record(2);
    record.entries[1].leaf += " ";
    EXPECT_EQ(record.examine_row(0, 2).flaws, (std::vector<Flaw>{{1, "record/leaf", ""}}));
}

TEST(TreeRebuilder, FindsTheRootAtEverySize) {
    for (const std::size_t size : {0U, 1U, 2U, 255U, 256U, 257U, 511U, 512U, 600U}) {
        const SmallRecord record(size);
        const TreeRebuilder rebuilt = record.rebuild();
        EXPECT_EQ(rebuilt.size(), size);
        EXPECT_EQ(rebuilt.root(), record.tree.root()) << size;
        EXPECT_TRUE(rebuilt.flaws().empty());
        EXPECT_EQ(rebuilt.tiles_compared(), record.tiles.size());
    }
}

// More than 65,536 leaves: three levels.
TEST(TreeRebuilder, GoesUpThreeLevels) {
    const tests::Leaves leaves = tests::some_leaves(66'000);
    GrowingTree tree;
    tree.append(leaves);
    TreeRebuilder rebuilder({}, 65'537);
    for (std::size_t first = 0; first < leaves.size(); first += 256) {
        std::string row;
        for (std::size_t i = first; i < std::min(first + 256, leaves.size()); ++i) row += base::view(leaves[i]);
        rebuilder.add(row);
    }
    rebuilder.finish();
    EXPECT_EQ(rebuilder.root(), tree.root());
    EXPECT_EQ(rebuilder.tiles_compared(), 0U);
    GrowingTree older;
    older.append(std::span(leaves).subspan(0, 65'537));
    EXPECT_EQ(rebuilder.remembered_root(), older.root());
}

TEST(TreeRebuilder, FindsTheRootOfEveryOlderSize) {
    const SmallRecord record(600);
    tests::Leaves leaves;
    for (const Entry& entry : record.entries) leaves.push_back(leaf_hash(entry.leaf));
    for (const std::size_t older : {0U, 1U, 200U, 255U, 256U, 257U, 512U, 599U, 600U}) {
        EXPECT_EQ(record.rebuild(older).remembered_root(), tests::plain_root(tests::part(leaves, 0, older))) << older;
    }
    EXPECT_FALSE(record.rebuild(601).remembered_root());
}

TEST(TreeRebuilder, NamesTheTileAndTheFirstEntryThatDiffers) {
    SmallRecord record(600);
    record.tiles[{0, 1}][40] ^= 1;
    EXPECT_EQ(record.rebuild().flaws(), (std::vector<Flaw>{{257, "record/tile", "tile/0/001"}}));
    record.tiles[{0, 1}][40] ^= 1;
    record.tiles[{1, 0}][33] ^= 1;
    EXPECT_EQ(record.rebuild().flaws(), (std::vector<Flaw>{{256, "record/tile", "tile/1/000.p/2"}}));
    record.tiles[{1, 0}][33] ^= 1;
    record.tiles[{0, 2}].resize(100);
    EXPECT_EQ(record.rebuild().flaws(), (std::vector<Flaw>{{515, "record/tile", "tile/0/002.p/88"}}));
    record.tiles.erase({0, 2});
    EXPECT_EQ(record.rebuild().flaws(), (std::vector<Flaw>{{512, "record/tile", "tile/0/002.p/88"}}));
}

TEST(Vouch, ByOneKeySaysWhoSigned) {
    const SmallRecord record(3);
    const SignedCheckpoint signed_checkpoint = read_checkpoint(record.checkpoint()).value();
    EXPECT_EQ(vouch(signed_checkpoint, record.key()).value().log, record.key());
    VerifierKey other = record.key();
    other.name = "p";
    EXPECT_EQ(vouch(signed_checkpoint, other).error().rule, "record/unknown_log");
    other = {"o", VerifierKey::Type::note, Ed25519Signer(base::Bytes32{9}).public_key()};
    EXPECT_EQ(vouch(signed_checkpoint, other).error().rule, "record/note_unsigned");
}

TEST(Vouch, ByAPolicyNeedsLogAndQuorum) {
    const SmallRecord record(3);
    const Ed25519Signer witness(base::Bytes32{2});
    const VerifierKey witness_key{"w", VerifierKey::Type::cosignature, witness.public_key()};
    SignedCheckpoint signed_checkpoint = read_checkpoint(record.checkpoint()).value();
    const std::string lines = "log " + record.key().text() + "\nwitness W " + witness_key.text() + "\n";
    const TlogPolicy lax = TlogPolicy::parse(lines + "quorum none\n").value();
    const TlogPolicy strict = TlogPolicy::parse(lines + "quorum W\n").value();
    EXPECT_TRUE(vouch(signed_checkpoint, lax));
    EXPECT_EQ(vouch(signed_checkpoint, strict).error(), (base::Refusal{base::Reason::not_permitted, "record/quorum", {}, "W"}));
    signed_checkpoint.note.signatures.push_back(cosign(signed_checkpoint.note.text, "w", 5, witness));
    EXPECT_EQ(vouch(signed_checkpoint, strict).value().witnesses, std::vector{witness_key});
    // Signed by a log of the policy, but under the origin of another.
    SignedCheckpoint moved = signed_checkpoint;
    moved.note.text = to_string(Checkpoint{"p", 3, record.tree.root(), {}});
    moved.checkpoint.origin = "p";
    moved.note.signatures = {sign_note(moved.note.text, "o", record.signer)};
    EXPECT_EQ(vouch(moved, lax).error(), (base::Refusal{base::Reason::not_permitted, "record/unknown_log", {}, "p"}));
}

TEST(Receipt, ProvesItsActAndWhatItDiscloses) {
    const SmallRecord record(300);
    const ProvedReceipt proved = prove(record.receipt(299)).value();
    EXPECT_EQ(proved.index, 299U);
    EXPECT_EQ(proved.date, "2026-11-24");
    EXPECT_EQ(proved.withheld, 5U);
    ASSERT_EQ(proved.disclosed.size(), 3U);
    EXPECT_EQ(proved.disclosed[2].value, "Bat-Erdene");
    Receipt fewer = record.receipt(0);
    fewer.disclosures.pop_back();
    EXPECT_EQ(prove(fewer).value().withheld, 6U);
}

TEST(Receipt, NamesWhatDoesNotHold) {
    const SmallRecord record(300);
    Receipt receipt = record.receipt(7);
    receipt.leaf = record.entries[8].leaf;
    EXPECT_EQ(prove(receipt).error().rule, "record/disclosure_unknown");
    receipt.disclosures.clear();
    EXPECT_EQ(prove(receipt).error().rule, "record/inclusion");
    receipt = record.receipt(7);
    receipt.disclosures.push_back(receipt.disclosures[0]);
    EXPECT_EQ(prove(receipt).error().rule, "record/disclosure_twice");
    receipt = record.receipt(7);
    receipt.proof = "c2sp.org/tlog-proof@v1\n";
    EXPECT_EQ(prove(receipt).error().rule, "record/tlog_proof");
}

// Whichever byte of a receipt changes: it is refused, or it is not signed by the same key, or what changed is only the number and
// the code, which nobody proves.
RC_GTEST_PROP(Receipt, NoChangedByteProvesAnythingElse, ()) {
    static const SmallRecord record(300);
    const Receipt receipt = record.receipt(280);
    std::string text = to_string(receipt);
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = static_cast<char>(text[at] ^ (1 << *rc::gen::inRange(0, 8)));
    const auto read = parse_receipt(text);
    if (!read || read->key != receipt.key) return;
    const auto proved = prove(*read);
    if (!proved || !vouch(proved->signed_checkpoint, read->key)) return;
    RC_ASSERT(read->leaf == receipt.leaf);
    RC_ASSERT(read->disclosures == receipt.disclosures);
}

}  // namespace
}  // namespace hearth::record
