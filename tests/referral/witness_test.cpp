#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "base/fault.hpp"
#include "record/checkpoint.hpp"
#include "record/cosignature.hpp"
#include "record/growing_tree.hpp"
#include "record/sha256.hpp"
#include "referral/publisher.hpp"
#include "referral/witness_desk.hpp"
#include "store/memory_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fixed_signer.hpp"

namespace hearth::referral {
namespace {

constexpr const char* k_origin = "hearth.example/o/village";
constexpr const char* k_witness = "township.example/o/township/witness";

/// A log that grows entry by entry in a store of its own.
class Log {
public:
    explicit Log(unsigned char key = 1) : key_(key) {}

    std::string grow(int entries) {
        record::Batch batch;
        batch.first = tree_.size();
        std::vector<base::Bytes32> hashes;
        for (int i = 0; i < entries; ++i) {
            batch.entries.push_back({"entry " + std::to_string(batch.first + static_cast<std::uint64_t>(i)), "", {}});
            batch.matters.push_back({});
            hashes.push_back(record::leaf_hash(batch.entries.back().leaf));
        }
        tree_.append(hashes);
        batch.tiles = tree_.touched();
        batch.checkpoint = record::sign_checkpoint({k_origin, tree_.size(), tree_.root(), {}}, key_);
        store.append(batch);
        return batch.checkpoint;
    }
    [[nodiscard]] record::VerifierKey key() const { return {k_origin, record::VerifierKey::Type::note, key_.public_key()}; }

    store::MemoryStore store;

private:
    tests::FixedSigner key_;
    record::GrowingTree tree_;
};

class Witnesses : public testing::Test {
protected:
    /// What the desk would say over HTTP.
    HttpReply deliver(const std::string& url, const std::string& body) {
        EXPECT_EQ(url, "http://township/witness/add-checkpoint");
        if (is_away_) throw base::Fault("cannot be reached");
        const WitnessDesk::Answer answer = desk_.add_checkpoint(body);
        verdicts_.push_back(answer.verdict);
        if (answer.verdict == record::WitnessAnswer::accepted) return {200, "", answer.lines};
        if (answer.verdict == record::WitnessAnswer::other_old_size)
            return {409, "text/x.tlog.size", std::to_string(answer.size) + "\n"};
        return {422, "", ""};
    }
    std::unique_ptr<Publisher> publisher() {
        Publisher::Listener listener{[this](const std::string& cosigned) {
                                         const std::lock_guard lock(mutex_);
                                         served_.push_back(cosigned);
                                         changed_.notify_all();
                                     },
                                     [this](const std::string&, const std::string& state) {
                                         const std::lock_guard lock(mutex_);
                                         state_ = state;
                                     }};
        return std::make_unique<Publisher>(log_.store, std::vector<Witness>{{desk_.verifier_key(), "http://township/witness"}},
                                           listener, [this](const auto& url, const auto& body) { return deliver(url, body); });
    }
    std::string served(std::size_t count) {
        std::unique_lock lock(mutex_);
        EXPECT_TRUE(changed_.wait_for(lock, std::chrono::seconds(20), [&] { return served_.size() >= count; }));
        return served_.empty() ? std::string() : served_.back();
    }
    bool is_cosigned(const std::string& checkpoint) {
        const auto read = record::read_checkpoint(checkpoint);
        const std::vector<record::VerifierKey> keys{log_.key(), desk_.verifier_key()};
        const auto signers = record::verify_note(read->note, keys);
        return signers && signers->size() == 2;
    }
    Log log_;
    store::MemoryStore township_;
    tests::FixedSigner witness_key_{7};
    tests::FakeClock clock_{base::Instant{1'790'000'000'000}};
    WitnessDesk desk_{township_, witness_key_, clock_, k_witness, {log_.key()}};
    std::vector<record::WitnessAnswer> verdicts_;
    bool is_away_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> served_;
    std::string state_;
};

TEST_F(Witnesses, CosignWhatContinuesWhatTheySaw) {
    const auto publisher_of_village = publisher();
    publisher_of_village->publish(log_.grow(3));
    EXPECT_TRUE(is_cosigned(served(1)));
    publisher_of_village->publish(log_.grow(300));
    EXPECT_TRUE(is_cosigned(served(2)));
    EXPECT_EQ(verdicts_, std::vector(2, record::WitnessAnswer::accepted));
    EXPECT_EQ(township_.witnessed(k_origin)->size, 303U);
    const std::string hex = base::hex(base::view(record::sha256(std::string_view(k_origin))));
    EXPECT_TRUE(is_cosigned(*desk_.last_checkpoint(hex)));
    EXPECT_EQ(desk_.last_checkpoint("00"), std::nullopt);
}

TEST_F(Witnesses, AreAskedFromWhereTheyStandAfterARestart) {
    {
        const auto first = publisher();
        first->publish(log_.grow(4));
        served(1);
    }
    const std::size_t before = served_.size();
    const auto restarted = publisher();
    restarted->publish(log_.grow(5));
    EXPECT_TRUE(is_cosigned(served(before + 1)));
    EXPECT_EQ(verdicts_[verdicts_.size() - 2], record::WitnessAnswer::other_old_size);
}

TEST_F(Witnesses, ThatAreAwayHoldNothingUpAndAreAskedAgain) {
    is_away_ = true;
    const auto publisher_of_village = publisher();
    publisher_of_village->publish(log_.grow(3));
    EXPECT_FALSE(is_cosigned(served(1)));
    EXPECT_EQ(state_, "cannot be reached");
    is_away_ = false;
    EXPECT_TRUE(is_cosigned(served(2)));
    EXPECT_EQ(state_, "cosigned 3");
}

TEST_F(Witnesses, NeverCosignTwoHistories) {
    const std::string ours = log_.grow(3);
    EXPECT_EQ(desk_.add_checkpoint("old 0\n\n" + ours).verdict, record::WitnessAnswer::accepted);
    const std::string forged = record::sign_checkpoint({k_origin, 3, base::Bytes32{1}, {}}, tests::FixedSigner(1));
    EXPECT_EQ(desk_.add_checkpoint("old 3\n\n" + forged).verdict, record::WitnessAnswer::not_consistent);
    EXPECT_EQ(desk_.add_checkpoint("old 0\n\n" + ours).verdict, record::WitnessAnswer::other_old_size);
    EXPECT_EQ(desk_.add_checkpoint("old 0\n\n" + ours).size, 3U);
    EXPECT_EQ(desk_.add_checkpoint("old 3\n\n" + ours).verdict, record::WitnessAnswer::accepted)
        << "the same again is no other history";
}

TEST_F(Witnesses, KnowOnlyTheLogsTheyWereToldOf) {
    const tests::FixedSigner stranger(9);
    const std::string unknown = record::sign_checkpoint({"elsewhere.example/log", 1, base::Bytes32{1}, {}}, stranger);
    EXPECT_EQ(desk_.add_checkpoint("old 0\n\n" + unknown).verdict, record::WitnessAnswer::unknown_origin);
    const std::string not_theirs = record::sign_checkpoint({k_origin, 1, base::Bytes32{1}, {}}, stranger);
    EXPECT_EQ(desk_.add_checkpoint("old 0\n\n" + not_theirs).verdict, record::WitnessAnswer::not_signed);
    EXPECT_EQ(desk_.add_checkpoint("rubbish").verdict, record::WitnessAnswer::malformed);
    EXPECT_FALSE(township_.witnessed(k_origin).has_value());
}

}  // namespace
}  // namespace hearth::referral
