#include <gtest/gtest.h>

#include <future>

#include "base/fault.hpp"
#include "clerk/clerk.hpp"
#include "clerk/effects.hpp"
#include "store/memory_store.hpp"
#include "store/sqlite_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/faulty_disk.hpp"
#include "tests/support/faulty_store.hpp"
#include "tests/support/fixed_signer.hpp"
#include "tests/support/small_rules.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::clerk {
namespace {

using tests::ask;
using tests::at;
using tests::Fate;
using tests::FaultyDisk;

Settings settings_of_village() {
    Settings settings;
    settings.profile = tests::village();
    settings.rules = tests::small_rules();
    settings.origin = "hearth.example/o/village";
    return settings;
}

/// A store that comes back from reopening with an entry that nobody of ours wrote.
class Meddled : public tests::Faulty<store::MemoryStore> {
public:
    std::uint64_t size() override { return Faulty::size() + (reopened() > 0 ? 5 : 0); }
};

template <class StoreType>
struct Desk {
    StoreType store;
    tests::FixedSigner signer;
    tests::FakeClock clock{at("2026-03-02", 9)};
    SystemRandomness randomness;
    Clerk clerk{Tools{store, signer, clock, randomness}, settings_of_village()};

    Outcome send(const std::string& key, int serial = 1) { return clerk.submit_and_wait(ask(clock.now(), serial), {"api", key}); }
};

TEST(ClerkInTrouble, TellsADefiniteFailureAndGoesOnByItself) {
    Desk<tests::Faulty<store::MemoryStore>> desk;
    desk.store.fate({Fate::works, Fate::fails});
    EXPECT_EQ(desk.send("a").answer()->number, "V-2026-0001");
    const Outcome failed = desk.send("b");
    ASSERT_TRUE(failed.broke());
    EXPECT_THROW((void)failed.answer(), base::Fault);
    EXPECT_EQ(desk.clerk.health().trouble, "clerk/store_refused");
    EXPECT_FALSE(desk.clerk.health().serving);
    EXPECT_EQ(desk.send("b").answer()->number, "V-2026-0002") << "nothing of the failed one was left behind";
    EXPECT_EQ(desk.clerk.health().trouble, "");
    EXPECT_TRUE(desk.clerk.health().serving);
    EXPECT_EQ(desk.store.size(), 2U);
}

TEST(ClerkInTrouble, AnswersWhatLastedAlthoughTheCommitDidNotSay) {
    Desk<tests::Faulty<store::MemoryStore>> desk;
    desk.store.fate({Fate::unknown_kept});
    const Outcome outcome = desk.send("a");
    ASSERT_FALSE(outcome.broke());
    EXPECT_EQ(outcome.answer()->number, "V-2026-0001");
    EXPECT_FALSE(outcome.answer()->receipt.empty());
    EXPECT_TRUE(desk.send("a").answer()->repeated);
    EXPECT_EQ(desk.store.size(), 1U);
    EXPECT_EQ(desk.send("b").answer()->number, "V-2026-0002");
}

TEST(ClerkInTrouble, TellsWhatWasLostWhenTheCommitDidNotSay) {
    Desk<tests::Faulty<store::MemoryStore>> desk;
    desk.store.fate({Fate::unknown_lost});
    EXPECT_TRUE(desk.send("a").broke());
    EXPECT_EQ(desk.store.size(), 0U);
    EXPECT_FALSE(desk.send("a").answer()->repeated);
    EXPECT_EQ(desk.store.size(), 1U);
}

TEST(ClerkInTrouble, TriesToReopenUntilItCan) {
    Desk<tests::Faulty<store::MemoryStore>> desk;
    desk.store.fate({Fate::unknown_kept});
    desk.store.fail_reopening(2);
    EXPECT_EQ(desk.send("a").answer()->number, "V-2026-0001");
    EXPECT_EQ(desk.store.reopened(), 1);
    EXPECT_EQ(desk.clerk.health().trouble, "");
}

TEST(ClerkInTrouble, SignsNothingMoreWhenTheRecordIsNotWhatItLeft) {
    Desk<Meddled> desk;
    EXPECT_FALSE(desk.send("a").broke());
    desk.store.fate({Fate::unknown_kept});
    EXPECT_TRUE(desk.send("b").broke());
    EXPECT_EQ(desk.clerk.health().trouble, "clerk/record_in_doubt");
    EXPECT_TRUE(desk.send("c").broke());
    EXPECT_EQ(desk.clerk.health().trouble, "clerk/record_in_doubt");
    EXPECT_NE(desk.clerk.health().trouble_words.find("were expected"), std::string::npos);
}

TEST(ClerkInTrouble, ResumesOnADiskThatWasFullReadOnlyOrDidNotSync) {
    for (const auto trouble : {FaultyDisk::Trouble::full, FaultyDisk::Trouble::read_only, FaultyDisk::Trouble::sync_fails}) {
        const tests::TemporaryFolder folder;
        FaultyDisk disk;
        store::SqliteStore store({folder.path() / "office.db", folder.path() / "search.db", folder.path() / "erasures"});
        const tests::FixedSigner signer;
        const tests::FakeClock clock(at("2026-03-02", 9));
        SystemRandomness randomness;
        Clerk clerk(Tools{store, signer, clock, randomness}, settings_of_village());
        const auto send = [&](const std::string& key) { return clerk.submit_and_wait(ask(clock.now(), 1), {"api", key}); };
        ASSERT_FALSE(send("a").broke());
        disk.set(trouble);
        std::promise<Outcome> promise;
        auto waiting = promise.get_future();
        clerk.submit(ask(clock.now(), 1), {"api", "b"}, [&](Outcome outcome) { promise.set_value(std::move(outcome)); });
        // A sync that failed is settled by reopening, which waits until the disk is well again.
        for (int i = 0; i < 2000 && clerk.health().trouble.empty(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        EXPECT_NE(clerk.health().trouble_words, "") << static_cast<int>(trouble);
        disk.set(FaultyDisk::Trouble::none);
        (void)waiting.get();
        const Outcome again = send("b");
        ASSERT_FALSE(again.broke()) << static_cast<int>(trouble);
        EXPECT_EQ(again.answer()->number, "V-2026-0002");
        EXPECT_EQ(store.size(), 2U);
        EXPECT_EQ(clerk.health().trouble, "");
    }
}

}  // namespace
}  // namespace hearth::clerk
