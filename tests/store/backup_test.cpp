#include "store/backup.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "store/files.hpp"
#include "store/paper_files.hpp"
#include "store/sqlite_store.hpp"
#include "tests/store/sample_batch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;

constexpr base::Instant k_monday{1'800'000'000'000};
constexpr std::int64_t k_day_ms = 86'400'000;
const std::string k_key(32, 'k');

class Backup : public testing::Test {
protected:
    Backup() {
        fs::create_directory(office_);
        store_ = std::make_unique<store::SqliteStore>(store::files_in(office_));
        store_->append(sample_batch(0, 20));
    }

    store::BackupDone back_up(base::Instant now, std::int64_t days) {
        return store::make_backup(
            {.office = office_, .to = backups_, .key = k_key, .now = now, .life_ms = days * k_day_ms, .key_life_ms = 2 * k_day_ms});
    }
    base::Result<store::RestoreDone> restore(const fs::path& file, std::optional<fs::path> keys = std::nullopt,
                                             bool replace = true) {
        store_.reset();
        auto done = store::restore_backup(
            {.file = file, .paper_keys = std::move(keys), .office = office_, .key = k_key, .replace = replace});
        store_ = std::make_unique<store::SqliteStore>(store::files_in(office_));
        return done;
    }
    void erase(std::uint64_t entry) {
        auto batch = sample_batch(store_->size(), 1);
        batch.erasures = {{entry, ""}};
        store_->append(batch);
    }

    TemporaryFolder folder_;
    fs::path office_ = folder_.path() / "village";
    fs::path backups_ = folder_.path() / "backups";
    std::unique_ptr<store::SqliteStore> store_;
};

TEST_F(Backup, IsMadeWhileTheOfficeServesAndComesBack) {
    const auto done = back_up(k_monday, 30);
    store_->append(sample_batch(20, 5));
    const auto restored = restore(done.file);
    ASSERT_TRUE(restored.has_value()) << to_string(restored.error());
    EXPECT_EQ(restored->entries, 20U);
    EXPECT_EQ(restored->head.until.ms, k_monday.ms + 30 * k_day_ms);
    EXPECT_EQ(store_->size(), 20U);
    EXPECT_EQ(store_->entries(7, 1, true).at(0).content.at(1).disclosure, sample_entry(7).content[1].disclosure);
    EXPECT_EQ(store_->tile(0, 0).value().hashes.size(), 640U);
    store_->append(sample_batch(20, 1));
}

TEST_F(Backup, HoldsNothingInTheClear) {
    const auto done = back_up(k_monday, 30);
    EXPECT_EQ(store::read_file(done.file).find("Sarnai"), std::string::npos);
    for (const auto& file : fs::directory_iterator(office_)) EXPECT_EQ(file.path().string().find("backup"), std::string::npos);
}

TEST_F(Backup, ForgetsAgainWhatWasErasedSince) {
    const auto done = back_up(k_monday, 30);
    erase(3);
    const auto restored = restore(done.file);
    EXPECT_EQ(restored->erased_again, 2U);
    EXPECT_TRUE(store_->entries(3, 1, true).at(0).content.empty());
    EXPECT_EQ(store_->entries(4, 1, true).at(0).content.size(), 2U);
    EXPECT_EQ(store::read_file(office_ / "office.db").find("Sarnai 3\""), std::string::npos);
}

TEST_F(Backup, ForgetsByTheJournalBesideItWhenTheOfficeWasLost) {
    const auto old = back_up(k_monday, 30);
    erase(3);
    back_up({k_monday.ms + k_day_ms}, 30);
    store_.reset();
    fs::remove_all(office_);
    fs::create_directory(office_);
    const auto restored = restore(old.file, std::nullopt, false);
    EXPECT_EQ(restored->erased_again, 2U);
    EXPECT_TRUE(fs::exists(office_ / "erasures"));
}

TEST_F(Backup, OfAnotherRecordIsNotErasedByNumber) {
    erase(3);
    store_.reset();
    fs::remove(office_ / "office.db");
    store_ = std::make_unique<store::SqliteStore>(store::files_in(office_));
    auto batch = sample_batch(0, 5);
    batch.entries[3].leaf = sample_leaf(77);
    store_->append(batch);
    const auto done = back_up(k_monday, 30);
    EXPECT_EQ(restore(done.file)->erased_again, 0U);
    EXPECT_EQ(store_->entries(3, 1, true).at(0).content.size(), 2U);
}

TEST_F(Backup, GenerationsEndWithTheirLife) {
    const auto week = back_up(k_monday, 7);
    const auto month = back_up({k_monday.ms + 1}, 30);
    EXPECT_TRUE(fs::exists(week.file));
    const auto later = back_up({k_monday.ms + 7 * k_day_ms}, 30);
    EXPECT_EQ(later.expired.size(), 3U);
    EXPECT_FALSE(fs::exists(week.file));
    EXPECT_FALSE(fs::exists(week.paper_keys));
    EXPECT_FALSE(fs::exists(month.paper_keys));
    EXPECT_TRUE(fs::exists(month.file));
}

TEST_F(Backup, KeepsPaperKeysApart) {
    const store::PaperFiles papers(office_ / "papers");
    const auto kept = papers.keep("a letter");
    const auto erased = papers.keep("another letter");
    auto batch = sample_batch(20, 2);
    batch.papers = {{kept.digest, kept.key, 20, "request.words"}, {erased.digest, erased.key, 21, "request.words"}};
    store_->append(batch);
    const auto done = back_up(k_monday, 30);
    EXPECT_EQ(done.papers, 2U);
    erase(21);
    fs::remove_all(office_ / "papers");
    EXPECT_TRUE(restore(done.file).has_value());
    EXPECT_TRUE(store_->paper_digests().empty());
    const auto restored = restore(done.file, done.paper_keys);
    ASSERT_TRUE(restored.has_value()) << to_string(restored.error());
    EXPECT_EQ(store_->paper_digests(), std::vector<std::string>{kept.digest});
    EXPECT_EQ(restored->papers, 1U);
    EXPECT_EQ(papers.read(store_->paper(kept.digest).value()).value(), "a letter");
}

TEST_F(Backup, LeavesTheOfficeAloneWhenItIsRefused) {
    const auto done = back_up(k_monday, 30);
    store_->append(sample_batch(20, 2));
    EXPECT_EQ(restore(done.file, std::nullopt, false).error().rule, "restore/office_exists");
    EXPECT_EQ(restore(done.paper_keys).error().rule, "backup/not_one");
    EXPECT_EQ(restore(done.file, done.file).error().rule, "backup/not_one");
    fs::resize_file(done.file, fs::file_size(done.file) - 100);
    EXPECT_EQ(restore(done.file).error().rule, "backup/cut_off");
    EXPECT_EQ(store_->size(), 22U);
    for (const auto& file : fs::directory_iterator(office_)) EXPECT_EQ(file.path().string().find("restoring"), std::string::npos);
}

TEST_F(Backup, OfADamagedDatabaseIsRefused) {
    store_->append(sample_batch(20, 300));
    store_.reset();
    const fs::path plain = folder_.path() / "plain";
    std::string bytes = store::read_file(office_ / "office.db");
    for (std::size_t at = 8192; at < bytes.size(); at += 4096) bytes[at] = '\x55';
    std::ofstream(plain, std::ios::binary) << bytes;
    const fs::path sealed = folder_.path() / "x.sealed";
    store::seal_file(plain, sealed, k_key, {"office", "village", k_monday, k_monday});
    EXPECT_EQ(restore(sealed).error().rule, "backup/damaged");
}

}  // namespace
}  // namespace hearth::tests
