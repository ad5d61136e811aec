#include "cli/installation.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.hpp"
#include "clerk/checkpoint_file.hpp"
#include "clerk/effects.hpp"
#include "cli/key_ceremonies.hpp"
#include "cli/office_lock.hpp"
#include "record/checkpoint.hpp"
#include "record/cosignature.hpp"
#include "tests/support/founded_village.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

namespace fs = std::filesystem;

class Installation : public testing::Test {
protected:
    Installation() { tests::found_village(paths_); }
    void submit_one(OpenOffice& office) {
        office::Command command;
        command.by.kind = record::Actor::Kind::resident;
        command.office = {"village"};
        command.procedure = {"request"};
        command.act = "submit";
        command.fields = {{"kind", "claim"}, {"points", {"Mend the culvert"}}, {"account", "It fell in."}};
        command.received_at = clerk::SystemClock().now();
        const auto outcome = office.clerk().submit_and_wait(command);
        ASSERT_TRUE(outcome.answer()) << to_string(outcome.answer().error());
    }
    void act(int times) {
        OpenOffice office(paths_);
        for (int i = 0; i < times; ++i) submit_one(office);
    }
    std::string words_of_opening() {
        try {
            const OpenOffice office(paths_);
        } catch (const base::Fault& fault) {
            return fault.what();
        }
        return "opened";
    }
    [[nodiscard]] record::SignedCheckpoint checkpoint() const {
        return *record::read_checkpoint(clerk::read_checkpoint_file(paths_.checkpoint()));
    }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
};

TEST_F(Installation, BeginsWithTheActThatOpensTheOffice) {
    const auto store = open_store(paths_);
    const auto entries = store->entries(0, 10, true);
    ASSERT_EQ(entries.size(), 1U);
    const auto frame = record::open_frame(entries[0].frame);
    EXPECT_EQ(frame->act, "office_opened");
    EXPECT_EQ(frame->facts.at("origin"), "hearth.example/o/village");
    EXPECT_EQ(frame->facts.at("ruleset"), load_procedures(read_procedures(paths_.procedures()))->digest);
    EXPECT_THROW(found_office(paths_, read_office_config(paths_.config()), tests::pack_files("procedures/cn")), base::Fault);
}

TEST_F(Installation, HasOneWriterAndSaysWho) {
    const OpenOffice first(paths_);
    const std::string words = words_of_opening();
    EXPECT_NE(words.find("is in use by process " + std::to_string(::getpid())), std::string::npos) << words;
}

TEST_F(Installation, FindsOneOfficeOrSeveral) {
    EXPECT_EQ(offices_in(paths_.root).size(), 1U);
    EXPECT_EQ(offices_in(folder_.path()).front().root, paths_.root);
    EXPECT_THROW(offices_in(folder_.path() / "nowhere"), base::Fault);
}

TEST_F(Installation, CopiesEachCheckpointOutsideTheDatabase) {
    act(2);
    EXPECT_EQ(checkpoint().checkpoint.size, 3U);
    EXPECT_EQ(clerk::read_checkpoint_file(paths_.checkpoint()), open_store(paths_)->checkpoint());
}

TEST_F(Installation, SignsNothingOnYesterdaysCopyAndGoesOnUnderANewOrigin) {
    act(2);
    fs::copy_file(paths_.database(), folder_.path() / "yesterday.db");
    act(3);
    for (const char* part : {"-wal", "-shm"}) fs::remove(paths_.database().string() + part);
    fs::copy_file(folder_.path() / "yesterday.db", paths_.database(), fs::copy_options::overwrite_existing);
    const std::string words = words_of_opening();
    EXPECT_NE(words.find("3 entries are missing"), std::string::npos) << words;
    EXPECT_NE(words.find("hearth new-origin OFFICE"), std::string::npos) << words;
    EXPECT_THROW(rotate_key(paths_), base::Fault);
    EXPECT_EQ(checkpoint().checkpoint.size, 6U) << "the outside copy is left as it was";

    const std::string vkey = open_new_origin(paths_, "The disk broke; the copy of the evening before was restored.");
    EXPECT_TRUE(vkey.starts_with("hearth.example/o/village/r2+")) << vkey;
    const auto store = open_store(paths_);
    const auto frame = record::open_frame(store->entries(3, 1, false).at(0).frame);
    EXPECT_EQ(frame->act, "origin_opened");
    EXPECT_EQ(frame->facts.at("missing"), base::Json::parse(R"({"first":3,"count":3})"));
    EXPECT_NE(frame->facts.at("old_checkpoint").get<std::string>().find("\n6\n"), std::string::npos);
    act(1);
    EXPECT_EQ(checkpoint().checkpoint.origin, "hearth.example/o/village/r2");
    EXPECT_EQ(checkpoint().checkpoint.size, 5U);
}

TEST_F(Installation, SignsNothingWhenTheOutsideHasSeenSomethingElse) {
    act(1);
    const clerk::SigningKey key(clerk::read_key_file(paths_.signing_key(), clerk::k_signing_kind));
    const auto seen = record::sign_checkpoint({"hearth.example/o/village", 2, base::Bytes32{1}, {}}, key);
    clerk::replace_checkpoint_file(paths_.checkpoint(), seen);
    EXPECT_NE(words_of_opening().find("do not continue what was seen there"), std::string::npos);
    // What others signed in our name proves nothing.
    const clerk::BoxKey other(clerk::read_key_file(paths_.box_key(), clerk::k_box_kind));
    clerk::replace_checkpoint_file(paths_.checkpoint(), "rubbish");
    EXPECT_EQ(words_of_opening(), "opened");
}

TEST_F(Installation, IntroducesANewKeyByTheOldOne) {
    act(1);
    const clerk::SigningKey old_key(clerk::read_key_file(paths_.signing_key(), clerk::k_signing_kind));
    const std::string vkey = rotate_key(paths_);
    const auto signed_by_both = checkpoint();
    EXPECT_EQ(signed_by_both.note.signatures.size(), 2U);
    const std::vector<record::VerifierKey> keys{{"hearth.example/o/village", record::VerifierKey::Type::note, old_key.public_key()},
                                                *record::parse_key(vkey)};
    EXPECT_EQ(record::verify_note(signed_by_both.note, keys)->size(), 2U);
    act(1);
    EXPECT_EQ(checkpoint().checkpoint.size, 4U);
    EXPECT_EQ(checkpoint().note.signatures.size(), 1U);
    EXPECT_EQ(read_office_config(paths_.config()).trusted_keys.size(), 1U);
}

TEST_F(Installation, CompletesARotationThatAPowerCutInterrupted) {
    act(1);
    // Before its act was recorded: the new key is forgotten.
    clerk::make_key_file(paths_.next_signing_key(), clerk::k_signing_kind);
    act(1);
    EXPECT_FALSE(fs::exists(paths_.next_signing_key()));
    // After it: the new key takes over.
    const std::string before = folder_.path() / "before.key";
    fs::copy_file(paths_.signing_key(), before);
    const fs::path config_before = folder_.path() / "before.yaml";
    fs::copy_file(paths_.config(), config_before);
    rotate_key(paths_);
    fs::rename(paths_.signing_key(), paths_.next_signing_key());
    fs::copy_file(before, paths_.signing_key());
    fs::permissions(paths_.signing_key(), fs::perms::owner_read | fs::perms::owner_write);
    fs::copy_file(config_before, paths_.config(), fs::copy_options::overwrite_existing);
    act(1);
    EXPECT_FALSE(fs::exists(paths_.next_signing_key()));
    EXPECT_EQ(checkpoint().checkpoint.size, 5U);
}

}  // namespace
}  // namespace hearth::cli
