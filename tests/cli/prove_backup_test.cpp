#include "cli/prove_backup.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/backup_notes.hpp"
#include "cli/key_ceremonies.hpp"
#include "store/files.hpp"
#include "store/people_store.hpp"
#include "store/sealed_file.hpp"
#include "tests/support/founded_village.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

namespace fs = std::filesystem;

constexpr base::Instant k_day_of_proof{1'800'000'000'000};

class ProveBackup : public testing::Test {
protected:
    ProveBackup() {
        tests::found_village(paths_);
        const clerk::Secret key = clerk::read_key_file(paths_.backup_key(), clerk::k_backup_kind);
        key_.assign(reinterpret_cast<const char*>(key.data()), clerk::Secret::k_size);
    }
    fs::path back_up() {
        return store::make_backup({.office = paths_.root,
                                   .to = folder_.path() / "backups",
                                   .key = key_,
                                   .now = clerk::SystemClock().now(),
                                   .life_ms = 86'400'000,
                                   .key_life_ms = 86'400'000})
            .file;
    }
    auto prove(const fs::path& file) { return prove_backup(paths_, file, key_, k_day_of_proof); }
    std::optional<BackupNotes::Proved> noted() { return read_backup_notes(paths_.backup_notes()).proved; }
    void expect_nothing_left() { EXPECT_FALSE(fs::exists(paths_.root / "backup.trial")); }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
    std::string key_;
};

TEST_F(ProveBackup, NotesWhatCameBackWhileTheOfficeIsHeldByAnother) {
    const fs::path file = back_up();
    const OpenOffice served(paths_);
    const auto proved = prove(file);
    ASSERT_TRUE(proved) << to_string(proved.error());
    EXPECT_TRUE(proved->verdict.holds());
    ASSERT_TRUE(noted());
    EXPECT_EQ(noted()->file, file.string());
    EXPECT_EQ(noted()->at, k_day_of_proof);
    EXPECT_EQ(noted()->made, proved->restored.head.made);
    EXPECT_EQ(noted()->entries, 1U);
    expect_nothing_left();
}

TEST_F(ProveBackup, TakesABackupOfBeforeTheKeyWasRotated) {
    const fs::path file = back_up();
    rotate_key(paths_);
    const auto proved = prove(file);
    ASSERT_TRUE(proved) << to_string(proved.error());
    EXPECT_TRUE(proved->verdict.holds());
}

TEST_F(ProveBackup, NotesNothingOfAFileThatWasCutOff) {
    const fs::path file = back_up();
    fs::resize_file(file, fs::file_size(file) - 1);
    const auto proved = prove(file);
    ASSERT_FALSE(proved);
    EXPECT_FALSE(noted());
    expect_nothing_left();
}

TEST_F(ProveBackup, NotesNothingOfARecordThatAnotherKeySigned) {
    const fs::path file = back_up();
    fs::remove(paths_.signing_key());
    clerk::make_key_file(paths_.signing_key(), clerk::k_signing_kind);
    // What is sealed is whole; but it is not the record of this office.
    const auto proved = prove(file);
    ASSERT_TRUE(proved) << to_string(proved.error());
    EXPECT_FALSE(proved->verdict.holds());
    EXPECT_FALSE(noted());
    expect_nothing_left();
}

TEST_F(ProveBackup, HoldsNoKeyAndNothingOfThoseWhoWorkHere) {
    store::PeopleStore people(paths_.people());
    people.add({{"aa11"}, "gaoyun", "$argon2id$", false});
    people.note({k_day_of_proof, {1}, {"handler"}, {"aa11"}});
    std::string all;
    const fs::path folder = back_up().parent_path();
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        const fs::path plain = folder_.path() / "plain";
        all += file.path().filename().string() + "\n";
        all += store::open_sealed_file(file.path(), plain, key_) ? store::read_file(plain) : store::read_file(file.path());
        fs::remove(plain);
    }
    EXPECT_NE(all.find("hearth.example/o/village"), std::string::npos) << "the database was opened";
    for (const char* secret : {"gaoyun", "argon2id", "aa11", "hearth-key@v1"})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
    for (const fs::path& key : {paths_.signing_key(), paths_.box_key(), paths_.witness_key(), paths_.backup_key()}) {
        const std::string text = store::read_file(key);
        const std::string secret = text.substr(text.find('\n') + 1, 40);
        EXPECT_EQ(all.find(secret), std::string::npos) << key;
    }
}

TEST_F(ProveBackup, RefusesNotesThatAreDamaged) {
    std::ofstream(paths_.backup_notes()) << R"({"proved":{"file":1}})";
    EXPECT_THROW(read_backup_notes(paths_.backup_notes()), base::Fault);
}

}  // namespace
}  // namespace hearth::cli
