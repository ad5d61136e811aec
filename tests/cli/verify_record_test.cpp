#include "cli/verify_record.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/fault.hpp"
#include "clerk/keys.hpp"
#include "record/cosignature.hpp"
#include "store/sqlite_store.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/sample_record.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

namespace fs = std::filesystem;

class VerifyRecord : public testing::Test {
protected:
    Verdict verify(const Trust& trust = {}) {
        CheckpointMemory memory(folder_ / "seen.json");
        return verify_record(*open_record(folder_.string()), trust, memory);
    }

    /// What a line says, "FAILED" before it when it does not hold; empty when there is no such line.
    static std::string line(const Verdict& verdict, const std::string& about) {
        for (const Verdict::Line& line : verdict.lines) {
            if (line.about == about) return (line.holds ? "" : "FAILED ") + line.words;
        }
        return {};
    }

    void flip(const std::string& path, std::size_t at) {
        std::string bytes = tests::file_text(folder_ / path);
        ASSERT_LT(at, bytes.size());
        bytes[at] ^= 1;
        tests::write_file(folder_ / path, bytes);
    }

    tests::SampleRecord record_;
    tests::TemporaryFolder temporary_;
    fs::path folder_ = temporary_.path();
};

class VerifyTiles : public VerifyRecord {
protected:
    void grow(std::size_t count) { record_.write_served_files(folder_, record_.grow(count)); }
};

TEST_F(VerifyTiles, ProvesARecordThatGrows) {
    grow(300);
    const Verdict first = verify();
    EXPECT_TRUE(first.holds());
    EXPECT_EQ(line(first, "entries"), "300, every one of them read");
    EXPECT_EQ(line(first, "tiles"), "3 compared, all hold the hashes of the entries");
    EXPECT_NE(line(first, "signature").find("whom you have not confirmed"), std::string::npos);
    EXPECT_NE(line(first, "memory").find("first time"), std::string::npos);
    grow(400);
    const Verdict second = verify();
    EXPECT_TRUE(second.holds());
    EXPECT_EQ(line(second, "memory"), "begins with the same 300 entries as when it was verified here before");
}

TEST_F(VerifyTiles, SaysWhoseKeyItIs) {
    grow(3);
    const std::string log = "log " + record_.key().text() + "\n";
    const Trust by_policy{record::TlogPolicy::parse(log + "quorum none\n").value(), std::nullopt};
    EXPECT_NE(line(verify(by_policy), "signature").find("a log of your policy"), std::string::npos);
    EXPECT_NE(line(verify({std::nullopt, record_.key()}), "signature").find("the key that you named"), std::string::npos);
    fs::remove(folder_ / "verifier-key");
    EXPECT_TRUE(verify({std::nullopt, record_.key()}).holds());
    EXPECT_NE(line(verify(), "signature").find("FAILED not checked"), std::string::npos);
    record::VerifierKey other = record_.key();
    other.key[0] ^= 1;
    EXPECT_FALSE(verify({std::nullopt, other}).holds());
}

TEST_F(VerifyTiles, NeedsTheQuorumOfThePolicy) {
    grow(3);
    const record::Ed25519Signer witness(base::Bytes32{7});
    const record::VerifierKey key{"w", record::VerifierKey::Type::cosignature, witness.public_key()};
    const Trust trust{
        record::TlogPolicy::parse("log " + record_.key().text() + "\nwitness W " + key.text() + "\nquorum W\n").value(),
        std::nullopt};
    EXPECT_NE(line(verify(trust), "signature").find("FAILED too few witnesses"), std::string::npos);
    auto note = record::parse_note(record_.checkpoint()).value();
    note.signatures.push_back(record::cosign(note.text, "w", 1, witness));
    tests::write_file(folder_ / "checkpoint", to_string(note));
    EXPECT_EQ(line(verify(trust), "witnesses"), "w: enough for quorum W");
}

TEST_F(VerifyTiles, NamesTheFirstBadEntryOfAFlippedBit) {
    grow(600);
    const std::tuple<std::string, std::size_t, std::uint64_t> flips[] = {
        {"tile/entries/001", 2 + 9, 256},  // a digest of the first entry of the second bundle
        {"tile/entries/000", 0, 0},        // a length
        {"tile/0/001", 32 * 5, 261},      {"tile/1/000.p/2", 3, 0}, {"tile/0/002.p/88", 32 * 87 + 31, 599},
    };
    for (const auto& [path, at, index] : flips) {
        flip(path, at);
        const Verdict verdict = verify();
        EXPECT_FALSE(verdict.holds()) << path;
        EXPECT_EQ(verdict.first_bad, index) << path;
        flip(path, at);
    }
    EXPECT_TRUE(verify().holds());
}

TEST_F(VerifyTiles, NamesWhatIsCutOrMissing) {
    grow(300);
    const std::string bundle = tests::file_text(folder_ / "tile/entries/001.p/44");
    tests::write_file(folder_ / "tile/entries/001.p/44", bundle.substr(0, bundle.size() / 2));
    Verdict verdict = verify();
    EXPECT_NE(line(verdict, "entries").find("FAILED only 278 of 300: entries are missing or cut short"), std::string::npos);
    EXPECT_EQ(verdict.first_bad, 256U + 22U);
    fs::remove(folder_ / "tile/entries/001.p/44");
    verdict = verify();
    EXPECT_NE(line(verdict, "entries").find("tile/entries/001.p/44"), std::string::npos);
    EXPECT_EQ(verdict.first_bad, 256U);
    tests::write_file(folder_ / "tile/entries/001.p/44", bundle);
    fs::remove(folder_ / "tile/0/000");
    EXPECT_EQ(verify().first_bad, 0U);
    fs::remove(folder_ / "checkpoint");
    EXPECT_THROW(verify(), base::Fault);
}

TEST_F(VerifyTiles, NamesWhatIsWrongWithACheckpoint) {
    grow(3);
    const std::string good = record_.checkpoint();
    const std::pair<std::size_t, std::string> flips[] = {
        {0, "signature"},                    // the origin
        {good.find('\n') + 1, "signature"},  // the size
        {good.size() - 10, "signature"},     // the signature
        {good.find("\n\n"), "checkpoint"},   // the empty line
    };
    for (const auto& [at, about] : flips) {
        flip("checkpoint", at);
        EXPECT_EQ(line(verify(), about).substr(0, 6), "FAILED") << at;
        flip("checkpoint", at);
    }
    tests::write_file(folder_ / "checkpoint", good.substr(0, good.size() / 2));
    EXPECT_EQ(line(verify(), "checkpoint").substr(0, 6), "FAILED");
}

// A partial tile may be dropped once the full one is there: the beginning of the full one counts.
TEST_F(VerifyTiles, TakesTheFullTileForAPartialOne) {
    grow(300);
    const std::string then = record_.checkpoint();
    grow(300);
    tests::write_file(folder_ / "checkpoint", then);
    fs::remove_all(folder_ / "tile/entries/001.p");
    fs::remove_all(folder_ / "tile/0/001.p");
    EXPECT_TRUE(verify().holds());
}

TEST_F(VerifyTiles, NoticesARewrittenOrShortenedPast) {
    grow(300);
    EXPECT_TRUE(verify().holds());
    fs::remove_all(folder_ / "tile");
    tests::SampleRecord shorter;
    shorter.write_served_files(folder_, shorter.grow(200));
    Verdict verdict = verify();
    EXPECT_NE(line(verdict, "memory").find("FAILED this record had 300 entries"), std::string::npos);
    EXPECT_EQ(verdict.first_bad, 200U);
    fs::remove_all(folder_ / "tile");
    tests::SampleRecord rewritten(2);
    rewritten.write_served_files(folder_, rewritten.grow(400));
    verdict = verify();
    EXPECT_NE(line(verdict, "memory").find("the past was rewritten"), std::string::npos);
    EXPECT_NE(line(verdict, "root").find("equal to the checkpoint"), std::string::npos);
}

TEST_F(VerifyTiles, NoticesAnotherKey) {
    grow(3);
    EXPECT_TRUE(verify().holds());
    const record::Ed25519Signer other(base::Bytes32{43});
    const record::Checkpoint checkpoint = record::read_checkpoint(record_.checkpoint()).value().checkpoint;
    const record::VerifierKey key{checkpoint.origin, record::VerifierKey::Type::note, other.public_key()};
    tests::write_file(folder_ / "checkpoint", record::sign_checkpoint(checkpoint, other));
    tests::write_file(folder_ / "verifier-key", key.text() + "\n");
    EXPECT_EQ(line(verify(), "key").substr(0, 6), "FAILED");
    EXPECT_TRUE(verify({std::nullopt, key}).holds());
    EXPECT_TRUE(verify().holds());
}

TEST_F(VerifyTiles, ReadsPlacesThatAreNone) {
    EXPECT_THROW(open_record((folder_ / "nowhere").string()), base::Fault);
    tests::write_file(folder_ / "seen.json", "{\"o\":1}");
    EXPECT_THROW(CheckpointMemory(folder_ / "seen.json"), base::Fault);
    tests::write_file(folder_ / "seen.json", "[");
    EXPECT_THROW(CheckpointMemory(folder_ / "seen.json"), base::Fault);
}

class VerifyOffice : public VerifyRecord {
protected:
    void SetUp() override {
        tests::write_file(folder_ / "verifier-key", record_.key().text() + "\n");
        store_ = std::make_unique<store::SqliteStore>(
            store::SqliteFiles{folder_ / "office.db", folder_ / "search.db", folder_ / "erasures"});
    }

    /// Changes the database behind the store's back.
    void tamper(const std::string& sql) {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open((folder_ / "office.db").c_str(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
        sqlite3_close(db);
    }

    std::unique_ptr<store::SqliteStore> store_;
};

// While the store is open for writing, as it is when the office is served.
TEST_F(VerifyOffice, ProvesEntriesAndDisclosuresWhileServed) {
    store_->append(record_.grow(300));
    store_->append(record_.grow(1));
    const Verdict verdict = verify();
    EXPECT_TRUE(verdict.holds());
    EXPECT_EQ(line(verdict, "entries"), "301, every one of them read");
    EXPECT_EQ(line(verdict, "disclosures"), "903 shown and true, 1,505 redacted or decoys, none tampered with");
}

// A folder whose signing key is not the one that signed is not what its operator thinks it is.
TEST_F(VerifyOffice, ComparesWithTheSigningKeyOfTheFolder) {
    store_->append(record_.grow(3));
    fs::create_directories(folder_ / "keys");
    clerk::make_key_file(folder_ / "keys" / "signing.key", clerk::k_signing_kind);
    EXPECT_EQ(line(verify(), "signature").substr(0, 6), "FAILED");
    EXPECT_TRUE(verify({std::nullopt, record_.key()}).holds());
}

TEST_F(VerifyOffice, StillProvesAfterAnErasure) {
    store_->append(record_.grow(3));
    record::Batch erasing = record_.grow(1);
    erasing.erasures.push_back({1, "request.name"});
    store_->append(erasing);
    const Verdict verdict = verify();
    EXPECT_TRUE(verdict.holds());
    EXPECT_EQ(line(verdict, "disclosures"), "11 shown and true, 21 redacted or decoys, none tampered with");
}

TEST_F(VerifyOffice, NamesWhatWasTamperedWith) {
    store_->append(record_.grow(300));
    tamper(
        "UPDATE content SET disclosure = CAST(replace(disclosure, 'Bat', 'Bad') AS BLOB) WHERE id / 256 = 270 AND name = "
        "'request.name'");
    Verdict verdict = verify();
    EXPECT_NE(line(verdict, "disclosures").find("TAMPERED"), std::string::npos);
    EXPECT_NE(line(verdict, "entry 270").find("request.name"), std::string::npos);
    EXPECT_EQ(verdict.first_bad, 270U);
    tamper("UPDATE content SET name = 'request.word' WHERE id / 256 = 260 AND name = 'request.words'");
    verdict = verify();
    EXPECT_EQ(verdict.first_bad, 260U);
    tamper("DELETE FROM entry WHERE idx = 17");
    verdict = verify();
    EXPECT_EQ(verdict.first_bad, 17U);
}

TEST_F(VerifyOffice, VerifiesItsReceipts) {
    store_->append(record_.grow(300));
    const std::string text = to_string(record_.receipt(299));
    const CheckpointMemory memory(folder_ / "seen.json");
    const Verdict verdict = verify_receipt(text, {}, {}, memory);
    EXPECT_TRUE(verdict.holds());
    EXPECT_EQ(line(verdict, "receipt"), "for matter NT-2026-0001");
    EXPECT_EQ(line(verdict, "entry"), "299 of 300 in the record of example.org/o/village, dated 2026-11-24");
    EXPECT_EQ(line(verdict, "shown").substr(0, 8), "frame = ");
    EXPECT_EQ(line(verdict, "withheld"), "7 digests are redacted here, or decoys");
    EXPECT_FALSE(verify_receipt(text.substr(0, 200), {}, {}, memory).holds());
    const std::string proof = record_.receipt(299).proof;
    EXPECT_TRUE(verify_receipt(proof, {record_.entries[299].leaf, {}}, {std::nullopt, record_.key()}, memory).holds());
    EXPECT_FALSE(verify_receipt(proof, {record_.entries[298].leaf, {}}, {std::nullopt, record_.key()}, memory).holds());
    EXPECT_FALSE(verify_receipt(proof, {}, {std::nullopt, record_.key()}, memory).holds());
    EXPECT_FALSE(verify_receipt("hello", {}, {}, memory).holds());
}

}  // namespace
}  // namespace hearth::cli
