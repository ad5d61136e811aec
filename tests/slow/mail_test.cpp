// News by mail, through the program itself and a real mail server (Debian's python3-aiosmtpd) that comes and goes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <fstream>
#include <set>
#include <thread>

#include "referral/http_client.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/served_place.hpp"
#include "tests/support/temporary_folder.hpp"

extern char** environ;

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;
using base::Json;

constexpr const char* k_form = "application/x-www-form-urlencoded";

/// Takes all mail into a Maildir.
class MailServer {
public:
    explicit MailServer(fs::path box) : box_(std::move(box)) { start(); }
    ~MailServer() { stop(); }
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    void start() {
        std::vector<std::string> words = {
            "/usr/bin/python3",          "-m",         "aiosmtpd", "-n", "-l", "127.0.0.1:" + std::to_string(port_), "-c",
            "aiosmtpd.handlers.Mailbox", box_.string()};
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ASSERT_EQ(::posix_spawn(&pid_, "/usr/bin/python3", nullptr, nullptr, arguments.data(), environ), 0);
    }
    void stop() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        pid_ = 0;
    }
    [[nodiscard]] std::string address() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::vector<std::string> mails() const {
        std::vector<std::string> all;
        if (!fs::exists(box_ / "new")) return all;
        for (const auto& file : fs::directory_iterator(box_ / "new")) all.push_back(file_text(file.path()));
        return all;
    }

private:
    fs::path box_;
    int port_ = free_port();
    pid_t pid_ = 0;
};

std::string header_of(const std::string& mail, const std::string& name) {
    const std::size_t at = mail.find("\n" + name + ": ");
    if (at == std::string::npos) return {};
    const std::size_t from = at + name.size() + 3;
    return mail.substr(from, mail.find('\n', from) - from);
}

class News : public testing::Test {
protected:
    News() {
        village_.config.mail = {server_.address(), "no-reply@village.example", {}, {}};
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
        code_ = (*raised)["acknowledged"]["code"];
        number_ = (*raised)["acknowledged"]["number"];
    }
    void act(const std::string& act, Json fields = Json::object()) {
        const auto done = village_.served->ask("/control/act", {{"office", "village"},
                                                                {"act", act},
                                                                {"procedure", "request"},
                                                                {"as", "handler@village"},
                                                                {"matter", number_},
                                                                {"fields", std::move(fields)}});
        ASSERT_TRUE(done && done->contains("acknowledged")) << (done ? done->dump() : "nobody answers");
    }
    /// The address of the village's pages, without a language.
    std::string post(const std::string& below, const std::string& body) {
        std::string address = village_.address();
        address.insert(address.find("/o/"), "/en");
        return referral::http_post(address + below, body, k_form).body;
    }
    /// Waits for that many mails, then a little longer for one too many.
    std::vector<std::string> mails(std::size_t count) {
        for (int i = 0; i < 600 && server_.mails().size() < count; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        auto all = server_.mails();
        EXPECT_EQ(all.size(), count);
        return all;
    }

    TemporaryFolder folder_;
    MailServer server_{folder_.path() / "box"};
    Place village_{folder_.path(), "village", {{"township"}}, Place::Over::plain};
    std::string code_;
    std::string number_;
};

TEST_F(News, GoOncePerEventThoughServerAndProgramComeAndGoUntilTheyAreEnded) {
    raise();
    EXPECT_THAT(post("/news", "code=" + code_ + "&go=begin&address=ana"), testing::HasSubstr("address-error"));
    EXPECT_THAT(post("/news", "code=" + code_ + "&go=begin&address=ana@mail.example"), testing::HasSubstr("ana@mail.example"));
    act("accept");
    const auto first = mails(1);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(header_of(first[0], "To"), "<ana@mail.example>");
    EXPECT_THAT(header_of(first[0], "Subject"), testing::HasSubstr(number_));
    EXPECT_THAT(first[0], testing::Not(testing::HasSubstr(code_)));

    server_.stop();
    act("support", {{"facts", "It is so."}, {"evidence", {"Visit"}}, {"rules", {"信访工作条例"}}, {"reasons", {"It is ours."}}});
    village_.served->kill(SIGKILL);
    server_.start();
    start();
    const auto second = mails(2);
    village_.served->kill(SIGKILL);
    start();
    std::set<std::string> ids;
    for (const std::string& mail : mails(2)) ids.insert(header_of(mail, "Message-ID"));
    EXPECT_EQ(ids.size(), 2U);

    const std::string stop = header_of(second[0], "List-Unsubscribe");
    const std::string token = stop.substr(stop.find("?t=") + 3, 32);
    EXPECT_THAT(post("/news/stop?t=" + token, "List-Unsubscribe=One-Click"), testing::HasSubstr("No more news"));
    const auto contested = village_.served->ask("/control/act", {{"office", "village"},
                                                                 {"act", "contest"},
                                                                 {"procedure", "request"},
                                                                 {"code", code_},
                                                                 {"fields", {{"words", "It is still broken."}}}});
    ASSERT_TRUE(contested && contested->contains("acknowledged"));
    mails(2);
}

}  // namespace
}  // namespace hearth::tests
