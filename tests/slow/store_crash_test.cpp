// A process that appends batches is killed at any moment. What it had been told was durable must be there, and what is there must
// be whole: entries, tiles, checkpoint, views and keys of the same batches.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

#include "record/growing_tree.hpp"
#include "record/merkle_tree.hpp"
#include "store/sqlite_store.hpp"
#include "tests/store/sample_batch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

std::vector<record::Tile> edge_of(record::Store& store) {
    std::vector<record::Tile> edge;
    for (const auto& name : record::edge_tiles(store.size())) edge.push_back(store.tile(*name.level, name.number).value());
    return edge;
}

std::string checkpoint_of(std::uint64_t size, const base::Bytes32& root) {
    return std::to_string(size) + " " + base::hex(base::view(root));
}

/// Appends until it is killed; tells each size that is durable.
[[noreturn]] void append_for_ever(const std::filesystem::path& folder, int told, unsigned seed) {
    store::SqliteStore store(store::files_in(folder));
    auto tree = record::GrowingTree::resume(store.size(), edge_of(store)).value();
    std::mt19937 chance(seed);
    for (;;) {
        auto batch = sample_batch(store.size(), 1 + chance() % 40);
        std::vector<base::Bytes32> hashes;
        for (const auto& entry : batch.entries) hashes.push_back(record::leaf_hash(entry.leaf));
        tree.append(hashes);
        batch.tiles = tree.touched();
        batch.checkpoint = checkpoint_of(tree.size(), tree.root());
        if (batch.first > 0) batch.erasures.push_back({chance() % batch.first, "request.name"});
        store.append(batch);
        const std::uint64_t size = tree.size();
        if (::write(told, &size, sizeof size) != sizeof size) ::_exit(1);
    }
}

/// Runs the child for a while and kills it; gives the last size that it was told is durable.
std::uint64_t run_and_kill(const std::filesystem::path& folder, unsigned seed) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) append_for_ever(folder, ends[1], seed);
    ::close(ends[1]);
    std::uint64_t acknowledged = 0;
    // The kill comes after some batches and a moment more, so that it meets every part of an append.
    for (unsigned batches = 1 + seed % 7; batches > 0; --batches) {
        if (::read(ends[0], &acknowledged, sizeof acknowledged) != sizeof acknowledged) break;
    }
    std::this_thread::sleep_for(std::chrono::microseconds(seed * 7919 % 20'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    std::uint64_t more = 0;
    while (::read(ends[0], &more, sizeof more) == sizeof more) acknowledged = more;
    ::close(ends[0]);
    return acknowledged;
}

void expect_whole(const std::filesystem::path& folder, std::uint64_t acknowledged) {
    store::SqliteStore store(store::files_in(folder));
    EXPECT_EQ(store::Connection(folder / "office.db", store::Connection::Mode::read_only).text("PRAGMA integrity_check"), "ok");
    const std::uint64_t size = store.size();
    EXPECT_GE(size, acknowledged);
    std::vector<base::Bytes32> hashes;
    for (const auto& entry : store.entries(0, size + 1, false)) {
        EXPECT_EQ(entry.index, hashes.size());
        EXPECT_EQ(entry.leaf, sample_leaf(entry.index));
        hashes.push_back(record::leaf_hash(entry.leaf));
    }
    EXPECT_EQ(hashes.size(), size);
    record::GrowingTree tree;
    tree.append(hashes);
    EXPECT_EQ(store.checkpoint(), checkpoint_of(size, tree.root()));
    for (const auto& tile : tree.touched()) EXPECT_EQ(store.tile(tile.level, tile.number).value().hashes, tile.hashes);
    EXPECT_EQ(store.figures().at(0).add, static_cast<std::int64_t>(size));
    EXPECT_EQ(store.outbox(size + 1).size(), size);
    EXPECT_TRUE(store.key(base::hex(sample_digest(2'000'000 + size - 1))).has_value());
    EXPECT_FALSE(store.key(base::hex(sample_digest(2'000'000 + size))).has_value());
    EXPECT_FALSE(store.matter({static_cast<std::int64_t>(size + 1)}).has_value());
}

TEST(StoreCrash, TwentyKillsLoseNothingThatWasAcknowledged) {
    const TemporaryFolder folder;
    std::uint64_t last = 0;
    for (unsigned round = 1; round <= 20; ++round) {
        const std::uint64_t acknowledged = run_and_kill(folder.path(), round);
        EXPECT_GT(acknowledged, last) << "the child must get somewhere for the kill to mean something";
        expect_whole(folder.path(), acknowledged);
        if (HasFailure()) FAIL() << "in round " << round;
        last = acknowledged;
    }
}

}  // namespace
}  // namespace hearth::tests
