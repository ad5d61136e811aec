// One served office witnesses another over HTTP, and keeps it from going on after yesterday's copy was put back.
#include <gtest/gtest.h>
#include <signal.h>

#include <array>
#include <chrono>
#include <fstream>
#include <thread>

#include "record/checkpoint.hpp"
#include "record/sha256.hpp"
#include "referral/http_client.hpp"
#include "tests/support/served_place.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

class ServedWitness : public testing::Test {
protected:
    ServedWitness() {
        village_.config.witnesses = {
            {township_.witness_vkey(), township_.address() + "/witness", township_.address() + "/witness"}};
        township_.config.witnessed = {{village_.vkey(), {}, {}}};
        village_.write_config();
        township_.write_config();
    }
    void start(Place& place) {
        place.served->start();
        ASSERT_TRUE(place.served->is_up(place.config.id.text));
    }
    void raise(const std::string& words) {
        const auto answer = village_.served->ask(
            "/control/act", {{"office", "village"},
                             {"act", "submit"},
                             {"procedure", "request"},
                             {"fields", {{"kind", "claim"}, {"points", {words}}, {"account", "It fell in."}}}});
        ASSERT_TRUE(answer && answer->contains("acknowledged"));
    }
    /// The checkpoint that strangers are served, once both have signed one of this size; else what there was last.
    record::SignedCheckpoint cosigned(std::uint64_t size) {
        const std::array keys{*record::parse_key(village_.vkey()), *record::parse_key(township_.witness_vkey())};
        record::SignedCheckpoint last;
        for (int i = 0; i < 400; ++i) {
            const auto reply = referral::http_get(village_.address() + "/record/checkpoint");
            if (const auto read = record::read_checkpoint(reply.body)) last = *read;
            const auto signers = record::verify_note(last.note, keys);
            if (last.checkpoint.size >= size && signers && signers->size() == 2) return last;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        ADD_FAILURE() << "never cosigned at " << size;
        return last;
    }
    std::string seen_by_witness() {
        const std::string hex = base::hex(base::view(record::sha256(village_.config.origin())));
        return referral::http_get(township_.address() + "/witness/" + hex + "/checkpoint").body;
    }

    TemporaryFolder folder_;
    Place village_{folder_.path(), "village", {}, Place::Over::plain};
    Place township_{folder_.path(), "township", {}, Place::Over::plain};
};

TEST_F(ServedWitness, CosignsWhatItsNeighbourPublishesAlsoAfterEitherWasKilled) {
    start(township_);
    start(village_);
    raise("Mend the culvert");
    const std::uint64_t first = cosigned(2).checkpoint.size;
    EXPECT_EQ(record::read_checkpoint(seen_by_witness())->checkpoint.size, first);

    township_.served->kill(SIGKILL);
    raise("Mend the bridge");
    start(township_);
    const std::uint64_t second = cosigned(first + 1).checkpoint.size;
    EXPECT_GT(second, first);

    village_.served->kill(SIGKILL);
    start(village_);
    raise("Mend the lamp");
    EXPECT_GT(cosigned(second + 1).checkpoint.size, second);
}

TEST_F(ServedWitness, KeepsItsNeighbourFromGoingOnWithYesterdaysCopy) {
    start(township_);
    start(village_);
    raise("Mend the culvert");
    cosigned(2);
    village_.served->kill(SIGTERM);
    const auto kept = folder_.path() / "yesterday";
    std::filesystem::copy(village_.paths.root, kept, std::filesystem::copy_options::recursive);
    start(village_);
    raise("Mend the bridge");
    cosigned(3);
    village_.served->kill(SIGTERM);
    std::filesystem::remove_all(village_.paths.root);
    std::filesystem::copy(kept, village_.paths.root, std::filesystem::copy_options::recursive);
    village_.served->start();
    std::this_thread::sleep_for(std::chrono::seconds(2));
    EXPECT_FALSE(village_.served->ask("/control/health", {{"office", "village"}}));
    std::ifstream log(folder_.path() / "village.log");
    const std::string said{std::istreambuf_iterator<char>(log), {}};
    EXPECT_NE(said.find("is not served"), std::string::npos) << said;
    EXPECT_NE(said.find("/witness"), std::string::npos) << said;
}

}  // namespace
}  // namespace hearth::tests
