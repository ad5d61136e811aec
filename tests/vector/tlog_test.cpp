// Logs, notes and cosignatures that other programs wrote.
#include <gtest/gtest.h>

#include <map>

#include "base/json.hpp"
#include "record/checkpoint.hpp"
#include "record/cosignature.hpp"
#include "record/ed25519.hpp"
#include "record/growing_tree.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/plain_tree.hpp"
#include "tests/support/shared_data.hpp"

namespace hearth {
namespace {

using tests::file_text;

/// Every file of a log folder by its path in it.
std::map<std::string, std::string> files_below(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (file.is_regular_file()) files[std::filesystem::relative(file.path(), folder).string()] = file_text(file.path());
    }
    return files;
}

// Fed with Tessera's fifteen entries and its published test key, our tree, tiles, bundles, checkpoints and signatures are byte for
// byte the files that Tessera wrote, at every size from 0 to 15.
TEST(TesseraLog, IsReproducedByteForByte) {
    const auto folder = tests::shared_data("tlog/tessera-posix-log/log");
    if (!folder) GTEST_SKIP() << "the log of Tessera is not beside the project";
    const record::Ed25519Signer signer(
        *base::from_hex("eca663f499017d2365c27c7a7679158d43cfec1330bdb259290afbd0d21777a0").and_then(base::to_bytes32));
    const std::vector<std::string_view> entries{"one",  "two", "three",  "four",  "five",     "six",     "seven", "eit",
                                                "nain", "ten", "ileven", "twelf", "threeten", "fourten", "fivten"};
    std::map<std::string, std::string> ours;
    record::GrowingTree tree;
    const auto checkpoint = [&] {
        return record::sign_checkpoint({"example.com/log/testdata", tree.size(), tree.root(), {}}, signer);
    };
    ours["checkpoint.0"] = checkpoint();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto leaf = record::leaf_hash(entries[i]);
        tree.append({&leaf, 1});
        for (const record::Tile& tile : tree.touched())
            ours[record::path_of({tile.level, tile.number, tile.hashes.size() / 32})] = tile.hashes;
        ours[record::path_of({std::nullopt, 0, i + 1})] = record::encode_bundle(std::span(entries).subspan(0, i + 1));
        ours["checkpoint." + std::to_string(i + 1)] = checkpoint();
    }
    ours["checkpoint"] = ours["checkpoint.15"];
    auto theirs = files_below(*folder);
    std::erase_if(theirs, [](const auto& file) { return file.first.starts_with("."); });
    EXPECT_EQ(theirs.size(), 47U);
    EXPECT_EQ(ours, theirs);
}

TEST(TesseraLog, IsSignedByItsKey) {
    const auto folder = tests::shared_data("tlog/tessera-posix-log/log");
    if (!folder) GTEST_SKIP() << "the log of Tessera is not beside the project";
    const std::vector keys{
        record::parse_key("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx").value()};
    for (std::uint64_t size = 0; size <= 15; ++size) {
        const auto read = record::read_checkpoint(file_text(*folder / ("checkpoint." + std::to_string(size)))).value();
        EXPECT_EQ(read.checkpoint.size, size);
        EXPECT_TRUE(record::verify_note(read.note, keys));
    }
}

TEST(SkylightMirror, HasOurTilesOverThreeHundredRecords) {
    const auto folder = tests::shared_data(
        "tlog/skylight-mirror-log/witness/mirror/000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706");
    if (!folder) GTEST_SKIP() << "the mirror of Skylight is not beside the project";
    record::GrowingTree tree;
    tree.append(tests::some_leaves(300));
    std::map<std::string, std::string> ours;
    for (const record::Tile& tile : tree.touched())
        ours[record::path_of({tile.level, tile.number, tile.hashes.size() / 32})] = tile.hashes;
    auto theirs = files_below(*folder);
    const auto read = record::read_checkpoint(theirs["checkpoint"]).value();
    theirs.erase("checkpoint");
    EXPECT_EQ(ours, theirs);
    EXPECT_EQ(read.checkpoint, (record::Checkpoint{"rome2026h1.example.org", 300, tree.root(), {}}));
}

// The cosignatures verify under the key that their witness publishes, and our lines are spelt as theirs are.
TEST(SkylightWitness, CosignaturesVerifyAndComeBackByteForByte) {
    const auto root = tests::shared_data("tlog/skylight-mirror-log");
    if (!root) GTEST_SKIP() << "the witness of Skylight is not beside the project";
    const std::string rome = "000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706";
    const std::string milan = "88ad7a28caeb0b2aa890fdf0304c2fcaf59fca2ee140134ff8c1300bac493482";
    const std::tuple<std::string, std::string, std::string> cosigned[] = {
        {"witness/witness.v0.json", "witness/" + rome, "rome2026h1.example.org"},
        {"witness2/witness.v0.json", "witness2/" + milan, "milan2026h1.example.org"},
        {"witness/mirror/mirror.v0.json", "witness/mirror/" + rome, "rome2026h1.example.org"},
    };
    for (const auto& [about, folder, origin] : cosigned) {
        const base::Json json = base::parse_json(file_text(*root / about)).value();
        const std::vector keys{record::parse_key(json["verifier_keys"][0].get<std::string>()).value()};
        const std::string text = file_text(*root / folder / "checkpoint");
        const auto read = record::read_checkpoint(text).value();
        EXPECT_EQ(read.checkpoint.origin, origin);
        EXPECT_EQ(record::verify_note(read.note, keys).value(), keys) << about;
        EXPECT_EQ(record::cosigned_at(read.note.signatures.back().signature), 1'767'139'200U) << about;
        EXPECT_EQ(to_string(read.note), text);
        auto later = read.note;
        later.signatures.back().signature[7] ^= 1;
        EXPECT_EQ(record::verify_note(later, keys).error().rule, "record/note_signature");
    }
}

TEST(GoSumdbNotes, AreJudgedAsTheGoLibraryJudgesThem) {
    const auto file = tests::shared_data("tlog/go-sumdb/note-vectors.json");
    if (!file) GTEST_SKIP() << "the notes of the Go library are not beside the project";
    const base::Json vectors = base::parse_json(file_text(*file)).value();
    for (const auto& text : vectors["vkeys"])
        EXPECT_EQ(record::parse_key(text.get<std::string>()).value().text(), text.get<std::string>());
    for (const auto& text : vectors["bad_vkeys"]) EXPECT_FALSE(record::parse_key(text.get<std::string>())) << text;
    for (const auto& text : vectors["malformed"]) EXPECT_FALSE(record::parse_note(text.get<std::string>())) << text;
    for (const auto& hex : vectors["malformed_hex"])
        EXPECT_FALSE(record::parse_note(base::from_hex(hex.get<std::string>()).value()));
    for (const auto& vector : vectors["signed"]) {
        std::vector<record::VerifierKey> keys;
        for (const auto& text : vector["keys"]) keys.push_back(record::parse_key(text.get<std::string>()).value());
        const auto note = record::parse_note(vector["note"].get<std::string>());
        const bool must_fail = vector.contains("error");
        if (must_fail && vector["error"] == "malformed note") {
            EXPECT_EQ(note.error().rule, "record/note_crowded");
            continue;
        }
        const auto signers = record::verify_note(note.value(), keys);
        ASSERT_EQ(signers.has_value(), !must_fail) << vector.dump();
        if (must_fail) continue;
        std::vector<std::string> names;
        for (const auto& key : *signers) names.push_back(key.name);
        EXPECT_EQ(names, vector["verified"].get<std::vector<std::string>>());
    }
}

// The Go private key signs the same bytes with us.
TEST(GoSumdbNotes, AreSignedByteForByte) {
    const auto file = tests::shared_data("tlog/go-sumdb/note-vectors.json");
    if (!file) GTEST_SKIP() << "the notes of the Go library are not beside the project";
    const base::Json vectors = base::parse_json(file_text(*file)).value();
    const auto private_key = vectors["private_key"].get<std::string>();
    const std::string_view head = "PRIVATE+KEY+PeterNeumann+c74f20a3+";
    ASSERT_TRUE(private_key.starts_with(head));
    const auto typed_seed = base::from_base64(private_key.substr(head.size())).value();
    const record::Ed25519Signer signer(base::to_bytes32(typed_seed.substr(1)).value());
    const auto note = record::parse_note(vectors["signed"][0]["note"].get<std::string>()).value();
    EXPECT_EQ(record::sign_note(note.text, "PeterNeumann", signer), note.signatures[0]);
}

TEST(GoSumdbTlog, HashesPathsAndCheckpoints) {
    const auto file = tests::shared_data("tlog/go-sumdb/tlog-vectors.json");
    if (!file) GTEST_SKIP() << "the values of the Go library are not beside the project";
    const base::Json vectors = base::parse_json(file_text(*file)).value();
    for (const auto& vector : vectors["record_hash"]) {
        EXPECT_EQ(base::base64(base::view(record::leaf_hash(vector["data"].get<std::string>()))),
                  vector["hash_b64"].get<std::string>());
    }
    for (const auto& vector : vectors["tile_index_path"]) {
        EXPECT_EQ(record::path_of({0, vector["index"].get<std::uint64_t>(), 256}), "tile/0/" + vector["path"].get<std::string>());
    }
    for (const auto& text : vectors["bad_checkpoint_bodies"]) EXPECT_FALSE(record::parse_checkpoint(text.get<std::string>()));
}

}  // namespace
}  // namespace hearth
