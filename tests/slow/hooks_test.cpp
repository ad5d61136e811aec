// Web hooks, through the program itself and a small server that comes and goes.
#include <gmock/gmock.h>
#include <signal.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

#include "base/bytes.hpp"
#include "notice/hook.hpp"
#include "tests/support/served_place.hpp"
#include "tests/support/temporary_folder.hpp"
#include "web/http/server.hpp"

namespace hearth::tests {
namespace {

using base::Json;
using testing::HasSubstr;
using testing::Not;

constexpr std::chrono::seconds k_patience{30};

/// Takes what it is told, or leaves it without an answer.
class Receiver {
public:
    enum class Mood { takes, refuses, says_nothing };

    Receiver() = default;
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;
    ~Receiver() {
        const std::lock_guard lock(mutex_);
        held_.clear();
    }
    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/hearth"; }
    void be(Mood mood) {
        const std::lock_guard lock(mutex_);
        mood_ = mood;
    }
    /// What came so far, once at least `count` did.
    std::vector<web::http::Request> told(std::size_t count) {
        std::unique_lock lock(mutex_);
        came_.wait_for(lock, k_patience, [&] { return all_.size() >= count; });
        return all_;
    }

private:
    void take(web::http::Request request, web::http::Respond respond) {
        web::http::Response response;
        {
            const std::lock_guard lock(mutex_);
            all_.push_back(std::move(request));
            response.status = mood_ == Mood::refuses ? 503 : 204;
            if (mood_ == Mood::says_nothing) held_.push_back(std::move(respond));
        }
        came_.notify_all();
        if (respond) respond(std::move(response));
    }

    std::mutex mutex_;  // guards the next three
    std::vector<web::http::Request> all_;
    std::vector<web::http::Respond> held_;
    Mood mood_ = Mood::takes;
    std::condition_variable came_;
    web::http::Server server_{
        web::http::Listen{"127.0.0.1", 0, {}},
        {},
        [this](web::http::Request request, web::http::Respond respond) { take(std::move(request), std::move(respond)); },
        [](int, std::string_view, const web::http::Request&) { return web::http::Response{}; }};
};

class WebHooks : public testing::Test {
protected:
    WebHooks() {
        std::filesystem::create_directories(village_.paths.root / "keys");
        std::ofstream(village_.paths.root / "keys" / "hook.secret") << k_secret << "\n";
        village_.config.hooks = {{receiver_.address(), "keys/hook.secret"}};
        village_.write_config();
        start();
    }
    void start() {
        village_.served->start();
        ASSERT_TRUE(village_.served->is_up("village"));
    }
    void raise() {
        const auto raised = village_.served->ask(
            "/control/act", {{"office", "village"},
                             {"act", "submit"},
                             {"procedure", "request"},
                             {"fields", {{"kind", "claim"}, {"points", {"Mend the culvert"}}, {"account", "It fell in."}}}});
        ASSERT_TRUE(raised && raised->contains("acknowledged"));
    }
    Json hook_health() {
        const auto health = village_.served->ask("/control/health", {{"office", "village"}});
        return health ? (*health)["hooks"][receiver_.address()] : Json();
    }

    static constexpr const char* k_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    TemporaryFolder folder_;
    Receiver receiver_;
    Place village_{folder_.path(), "village", {}, Place::Over::plain};
};

std::string header(const web::http::Request& request, const char* name) { return std::string(request.header(name)); }

TEST_F(WebHooks, HearOfEachActOnceSignedAndWithoutAPerson) {
    raise();
    raise();
    const auto told = receiver_.told(2);
    ASSERT_EQ(told.size(), 2U) << "nothing of before the hook was named";
    const std::string secret = notice::parse_hook_secret(k_secret).value();
    for (std::size_t i = 0; i < told.size(); ++i) {
        const Json body = Json::parse(told[i].body);
        EXPECT_EQ(body["type"], "act");
        EXPECT_EQ(body["entry"], i + 1) << "the founding is entry 0";
        EXPECT_EQ(header(told[i], "webhook-id"), village_.config.origin() + "/" + std::to_string(i + 1));
        const std::int64_t seconds = std::stoll(header(told[i], "webhook-timestamp"));
        EXPECT_EQ(header(told[i], "webhook-signature"),
                  notice::hook_signature({{}, secret}, {header(told[i], "webhook-id"), told[i].body}, seconds));
        for (const char* kept : {"culvert", "fell in", "submit", "resident", "received_at"})
            EXPECT_THAT(told[i].body, Not(HasSubstr(kept)));
    }
    EXPECT_EQ(hook_health()["state"], "in order");
}

TEST_F(WebHooks, HearAgainUnderTheSameIdWhatTheyDidNotTakeBeforeThePowerFailed) {
    receiver_.be(Receiver::Mood::says_nothing);
    raise();
    ASSERT_EQ(receiver_.told(1).size(), 1U);
    village_.served->kill(SIGKILL);
    receiver_.be(Receiver::Mood::takes);
    start();
    const auto told = receiver_.told(2);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(header(told[0], "webhook-id"), header(told[1], "webhook-id"));
    EXPECT_EQ(told[0].body, told[1].body);
    raise();
    const auto after = receiver_.told(3);
    ASSERT_EQ(after.size(), 3U);
    EXPECT_NE(header(after[2], "webhook-id"), header(after[1], "webhook-id")) << "what was taken does not come again";
}

TEST_F(WebHooks, SayWhyTheyWaitAndGoOnByThemselves) {
    receiver_.be(Receiver::Mood::refuses);
    raise();
    ASSERT_GE(receiver_.told(1).size(), 1U);
    // It hears the answer a moment after the receiver gave it.
    for (int i = 0; i < 100 && hook_health()["state"] != "it answers 503"; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_EQ(hook_health()["state"], "it answers 503");
    EXPECT_EQ(hook_health()["waiting"], 1);
    receiver_.be(Receiver::Mood::takes);
    EXPECT_GE(receiver_.told(2).size(), 2U) << "after the first pause";
}

}  // namespace
}  // namespace hearth::tests
