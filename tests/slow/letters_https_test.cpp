// Letters between two processes over HTTPS while they are killed.
#include <curl/curl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>

#include <chrono>
#include <memory>
#include <random>
#include <set>
#include <thread>

#include "matter/fold.hpp"
#include "record/checkpoint.hpp"
#include "tests/support/program.hpp"
#include "tests/support/served_place.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

using base::Json;

/// The heads of the answer to a GET, whoever vouches for the certificate; empty when nothing answers. `versions`: of TLS, as
/// libcurl names them; `ciphers`: of TLS before 1.3.
std::string heads_at(const std::string& address, long versions = CURL_SSLVERSION_DEFAULT, const char* ciphers = nullptr) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> asking(curl_easy_init(), curl_easy_cleanup);
    std::string heads;
    const auto add = [](char* bytes, std::size_t size, std::size_t count, void* to) {
        static_cast<std::string*>(to)->append(bytes, size * count);
        return size * count;
    };
    curl_easy_setopt(asking.get(), CURLOPT_URL, address.c_str());
    curl_easy_setopt(asking.get(), CURLOPT_NOBODY, 1L);
    curl_easy_setopt(asking.get(), CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(asking.get(), CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(asking.get(), CURLOPT_SSLVERSION, versions);
    if (ciphers != nullptr) curl_easy_setopt(asking.get(), CURLOPT_SSL_CIPHER_LIST, ciphers);
    curl_easy_setopt(asking.get(), CURLOPT_HEADERFUNCTION, +add);
    curl_easy_setopt(asking.get(), CURLOPT_HEADERDATA, &heads);
    return curl_easy_perform(asking.get()) == CURLE_OK ? heads : std::string();
}

class TwoProcesses : public testing::Test {
protected:
    TwoProcesses() {
        ::setenv("XDG_STATE_HOME", folder_.path().c_str(), 1);
        village_.config.peers = {township_.as_peer()};
        township_.config.peers = {village_.as_peer()};
        write_office_config(village_.paths.config(), village_.config);
        write_office_config(township_.paths.config(), township_.config);
    }
    void start(tests::Place& place) {
        place.served->start();
        ASSERT_TRUE(place.served->is_up(place.config.id.text));
    }
    /// A matter raised and contested at the village; its code when all of it was recorded.
    std::optional<std::string> contested(const std::string& key) {
        const Json raise{{"office", "village"},
                         {"act", "submit"},
                         {"procedure", "request"},
                         {"key", key},
                         {"fields", {{"kind", "claim"}, {"points", {"Mend " + key}}, {"account", "It fell in."}}}};
        const auto raised = village_.served->ask("/control/act", raise);
        if (!raised || !raised->contains("acknowledged")) return std::nullopt;
        const std::string code = (*raised)["acknowledged"]["code"];
        const std::string number = (*raised)["acknowledged"]["number"];
        const Json decision{
            {"facts", "It is so."}, {"evidence", {"Visit"}}, {"rules", {"信访工作条例"}}, {"reasons", {"It is ours."}}};
        const std::vector<Json> acts{{{"act", "accept"}, {"as", "handler@village"}, {"matter", number}},
                                     {{"act", "support"}, {"as", "handler@village"}, {"matter", number}, {"fields", decision}},
                                     {{"act", "contest"}, {"code", code}, {"fields", {{"words", "It is still broken."}}}}};
        for (Json act : acts) {
            act["office"] = "village";
            act["procedure"] = "request";
            act["key"] = key + act["act"].get<std::string>();
            const auto answer = village_.served->ask("/control/act", act);
            if (!answer || !answer->contains("acknowledged")) return std::nullopt;
        }
        return code;
    }
    bool all_are_acknowledged() {
        for (int i = 0; i < 600; ++i) {
            auto village = village_.reading();
            auto township = township_.reading();
            if (village.letters_waiting({"township"}, 1).empty() && township.letters_waiting({"village"}, 1).empty()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return false;
    }

    tests::TemporaryFolder folder_;
    tests::Place village_{folder_.path(), "village", {{"township"}}, tests::Place::Over::tls};
    tests::Place township_{folder_.path(), "township", {}, tests::Place::Over::tls};
};

TEST_F(TwoProcesses, LettersArriveExactlyOnceThoughEitherIsKilledAgainAndAgain) {
    start(village_);
    start(township_);
    std::mt19937 dice(1);
    std::set<std::string> told;
    for (int round = 0; round < 10; ++round) {
        for (int i = 0; i < 5; ++i) {
            if (const auto code = contested(std::to_string(round) + "-" + std::to_string(i))) told.insert(*code);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(dice() % 60));
        tests::Place& victim = dice() % 2 == 0 ? village_ : township_;
        victim.served->kill(SIGKILL);
        start(victim);
    }
    ASSERT_TRUE(all_are_acknowledged());
    EXPECT_GT(told.size(), 30U);
    village_.served->kill(SIGTERM);
    township_.served->kill(SIGTERM);

    auto township = township_.reading();
    auto village = village_.reading();
    std::uint64_t expected = 0;
    for (const auto& entry : township.entries(0, 1'000'000, false)) {
        const auto frame = record::open_frame(entry.frame);
        if (frame->act != matter::k_letter_received) continue;
        EXPECT_EQ(frame->facts.at("sequence"), ++expected) << "in order, none twice, none lost";
    }
    std::uint64_t sent = 0;
    for (const auto& letter : village.letters_sent(1'000'000)) {
        ++sent;
        EXPECT_FALSE(letter.acknowledgement.empty());
    }
    EXPECT_EQ(expected, sent);
    std::size_t reviews = 0;
    for (const auto& row : township.open_matters()) reviews += row.state == "review" ? 1 : 0;
    EXPECT_GE(reviews, told.size());
    for (const tests::Place* place : {&village_, &township_}) {
        for (const char* command : {"verify", "replay"}) {
            const auto ran = tests::run_hearth({command, place->paths.root.string()});
            EXPECT_EQ(ran.exit_code, 0) << command << ran.output;
        }
    }
}

TEST_F(TwoProcesses, AnotherCertificateThanThePinnedOneIsNotSpokenTo) {
    village_.config.peers[0].pin = tests::make_certificate(folder_.path()).pin;
    write_office_config(village_.paths.config(), village_.config);
    start(village_);
    start(township_);
    ASSERT_TRUE(contested("one"));
    std::this_thread::sleep_for(std::chrono::seconds(2));
    EXPECT_FALSE(village_.reading().letters_waiting({"township"}, 1).empty());
    const auto health = village_.served->ask("/control/health", {{"office", "village"}});
    ASSERT_TRUE(health);
    EXPECT_NE((*health)["letters"]["township"].get<std::string>().find("pinned"), std::string::npos) << health->dump();
}

TEST_F(TwoProcesses, TellBrowsersToComeBackOverTlsOnly) {
    start(village_);
    EXPECT_NE(heads_at(village_.address() + "/en/").find("Strict-Transport-Security: max-age=31536000"), std::string::npos);
    EXPECT_EQ(heads_at("http" + village_.address().substr(5) + "/en/").find("HTTP/1.1 200"), std::string::npos)
        << "nothing in the clear";
}

TEST_F(TwoProcesses, SpeakNoTlsBefore12AndNoneWithoutForwardSecrecy) {
    start(village_);
    const std::string page = village_.address() + "/en/";
    EXPECT_NE(heads_at(page, CURL_SSLVERSION_TLSv1_3), "");
    EXPECT_NE(heads_at(page, CURL_SSLVERSION_MAX_TLSv1_2), "");
    constexpr long k_before_12 = long{CURL_SSLVERSION_TLSv1} | long{CURL_SSLVERSION_MAX_TLSv1_1};
    EXPECT_EQ(heads_at(page, k_before_12, "ALL:@SECLEVEL=0"), "");
    const char* unauthenticated = "ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384:ECDHE-RSA-AES128-SHA:AES128-GCM-SHA256";
    EXPECT_EQ(heads_at(page, CURL_SSLVERSION_MAX_TLSv1_2, unauthenticated), "");
}

}  // namespace
}  // namespace hearth::cli
