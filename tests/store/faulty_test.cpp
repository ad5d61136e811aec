#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.hpp"
#include "store/erasure_journal.hpp"
#include "store/memory_store.hpp"
#include "store/sqlite_store.hpp"
#include "tests/store/sample_batch.hpp"
#include "tests/store/store_contract.hpp"
#include "tests/support/faulty_disk.hpp"
#include "tests/support/faulty_store.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

using Trouble = FaultyDisk::Trouble;

/// An office of five acts on a disk that can be made to fail.
class SqliteOnABadDisk : public testing::Test {
protected:
    SqliteOnABadDisk() { store_.append(sample_batch(0, 5)); }

    void expect_whole(std::uint64_t size) {
        disk_.set(Trouble::none);
        store_.reopen();
        EXPECT_EQ(store_.size(), size);
        EXPECT_EQ(store_.checkpoint(), sample_batch(0, size).checkpoint);
        EXPECT_EQ(store_.figures().at(0).add, static_cast<std::int64_t>(size));
        store_.append(sample_batch(size, 1));
        EXPECT_EQ(store_.size(), size + 1);
    }

    FaultyDisk disk_;
    TemporaryFolder folder_;
    store::SqliteStore store_{store::files_in(folder_.path())};
};

TEST_F(SqliteOnABadDisk, AFullDiskIsADefiniteFailureAndTheNextBatchWorks) {
    disk_.set(Trouble::full);
    try {
        store_.append(sample_batch(5, 3));
        FAIL() << "appended to a full disk";
    } catch (const base::UnknownOutcome&) {
        FAIL() << "a full disk is a definite failure";
    } catch (const base::Fault& fault) {
        EXPECT_NE(std::string(fault.what()).find("full"), std::string::npos) << fault.what();
    }
    EXPECT_EQ(store_.size(), 5U);
    EXPECT_EQ(store_.entries(0, 9, true).size(), 5U);
    disk_.set(Trouble::none);
    store_.append(sample_batch(5, 3));
    EXPECT_EQ(store_.size(), 8U);
}

TEST_F(SqliteOnABadDisk, ADiskThatFillsWithinTheCommitLeavesNothingBehind) {
    for (int writes = 0; writes < 30; ++writes) {
        disk_.set_after(writes, Trouble::full);
        try {
            store_.append(sample_batch(5, 3));
            break;
        } catch (const base::Fault&) {
            EXPECT_EQ(store_.size(), 5U) << "after " << writes << " writes";
        }
    }
    expect_whole(8);
}

TEST_F(SqliteOnABadDisk, AReadOnlyDiskStillServesReaders) {
    disk_.set(Trouble::read_only);
    EXPECT_THROW(store_.append(sample_batch(5, 3)), base::Fault);
    EXPECT_EQ(store_.entries(0, 9, true).size(), 5U);
    expect_whole(5);
}

TEST_F(SqliteOnABadDisk, AFailedSyncLeavesTheOutcomeUnknownUntilReopened) {
    disk_.set(Trouble::sync_fails);
    EXPECT_THROW(store_.append(sample_batch(5, 3)), base::UnknownOutcome);
    EXPECT_THROW(store_.reopen(), base::Fault);
    EXPECT_THROW(store_.append(sample_batch(5, 3)), base::Fault);
    EXPECT_THROW(store_.size(), base::Fault);
    disk_.set(Trouble::none);
    store_.reopen();
    const std::uint64_t size = store_.size();
    EXPECT_TRUE(size == 5 || size == 8) << size;
    expect_whole(size);
}

TEST_F(SqliteOnABadDisk, AFailedWriteInTheCommitIsUnknownAndSettlesOnReopening) {
    for (int writes = 0; writes < 20; writes += 3) {
        disk_.set_after(writes, Trouble::write_fails);
        EXPECT_THROW(store_.append(sample_batch(5, 3)), base::UnknownOutcome);
        disk_.set(Trouble::none);
        store_.reopen();
        EXPECT_EQ(store_.size(), 5U);
    }
    expect_whole(5);
}

TEST_F(SqliteOnABadDisk, AnErasureThatFailedMayBeRepeated) {
    auto batch = sample_batch(5, 1);
    batch.erasures = {{1, ""}};
    disk_.set(Trouble::full);
    EXPECT_THROW(store_.append(batch), base::Fault);
    EXPECT_EQ(store_.entries(1, 1, true).at(0).content.size(), 2U);
    disk_.set(Trouble::none);
    store_.append(batch);
    EXPECT_TRUE(store_.entries(1, 1, true).at(0).content.empty());
    EXPECT_EQ(store::read_erasures(folder_.path() / "erasures").size(), 2U);
}

TEST(SqliteDamage, ATruncatedDatabaseIsNotServed) {
    const TemporaryFolder folder;
    {
        store::SqliteStore(store::files_in(folder.path())).append(sample_batch(0, 300));
    }
    const auto file = folder.path() / "office.db";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    EXPECT_THROW(store::SqliteStore(store::files_in(folder.path())).entries(0, 300, true), base::Fault);
}

TEST(SqliteDamage, AFileThatIsNoOfficeIsRefused) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "office.db") << std::string(8192, 'x');
    EXPECT_THROW(store::SqliteStore(store::files_in(folder.path())), base::Fault);
}

TEST(SqliteDamage, ADamagedSearchIndexIsBegunAnew) {
    const TemporaryFolder folder;
    const auto files = store::files_in(folder.path());
    {
        store::SqliteStore store(files);
        store.append(sample_batch(0, 2));
        store.index_search(2, {{{1}, "lamp"}});
    }
    std::ofstream(files.search) << std::string(8192, 'x');
    store::SqliteStore store(files);
    EXPECT_EQ(store.search_mark(), 0U);
    EXPECT_EQ(store.size(), 2U);
}

TEST(SqliteDamage, AnIndexAheadOfTheRecordIsBegunAnew) {
    const TemporaryFolder folder;
    const auto files = store::files_in(folder.path());
    {
        store::SqliteStore(files).index_search(2, {{{1}, "lamp"}});
    }
    store::SqliteStore store(files);
    EXPECT_EQ(store.search_mark(), 0U);
    EXPECT_TRUE(store.search("lamp", 9).empty());
}

TEST(FaultyStore, DealsOutTheFatesItWasGiven) {
    Faulty<store::MemoryStore> store;
    store.fate({Fate::fails, Fate::unknown_lost, Fate::unknown_kept});
    EXPECT_THROW(store.append(sample_batch(0, 1)), base::Fault);
    EXPECT_THROW(store.append(sample_batch(0, 1)), base::UnknownOutcome);
    EXPECT_EQ(store.size(), 0U);
    store.fail_reopening(1);
    EXPECT_THROW(store.reopen(), base::Fault);
    store.reopen();
    EXPECT_THROW(store.append(sample_batch(0, 1)), base::UnknownOutcome);
    EXPECT_EQ(store.size(), 1U);
    EXPECT_THROW(store.append(sample_batch(1, 1)), base::Fault);
    store.reopen();
    store.append(sample_batch(1, 1));
    EXPECT_EQ(store.size(), 2U);
    EXPECT_EQ(store.reopened(), 2);
}

}  // namespace
}  // namespace hearth::tests
