#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "base/fault.hpp"
#include "cli/installation.hpp"
#include "record/checkpoint.hpp"
#include "record/receipt.hpp"
#include "record/stored_tree.hpp"
#include "record/tlog_proof.hpp"
#include "referral/http_client.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/temporary_folder.hpp"

extern char** environ;

namespace hearth::cli {
namespace {

namespace fs = std::filesystem;

const std::string k_program = (tests::build_folder() / "hearth").string();

pid_t start(const std::vector<std::string>& arguments, const fs::path& log) {
    std::vector<char*> argv{const_cast<char*>(k_program.c_str())};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t pid = 0;
    EXPECT_EQ(posix_spawn(&pid, k_program.c_str(), &actions, nullptr, argv.data(), environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

int run_to_end(const std::vector<std::string>& arguments, const fs::path& log) {
    int status = 0;
    waitpid(start(arguments, log), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A served office whose process is killed again and again, and what its clients were told.
class Killed : public testing::Test {
protected:
    struct Told {
        std::uint64_t first = 0;
        std::string code;
    };

    Killed() {
        // What `hearth verify` remembers of a record it saw stays in this test.
        ::setenv("XDG_STATE_HOME", folder_.path().c_str(), 1);
        OfficeConfig config;
        config.id = {"village"};
        config.host = "hearth.example";
        config.prefix = "V";
        found_office(paths_, config, tests::pack_files("procedures/cn"));
    }
    ~Killed() override { stop(SIGKILL); }

    void serve() { server_ = start({"serve", paths_.root.string(), "--listen", "127.0.0.1:0"}, log_); }
    void stop(int signal) {
        if (server_ == 0) return;
        ::kill(server_, signal);
        waitpid(server_, nullptr, 0);
        server_ = 0;
    }

    /// The answer to the opening act with this key; nothing when the server was away or went away.
    std::optional<base::Json> submit(const std::string& key) {
        const base::Json request{{"office", "village"},
                                 {"act", "submit"},
                                 {"key", key},
                                 {"fields", {{"kind", "claim"}, {"points", {"Mend " + key}}, {"account", "It fell in."}}}};
        try {
            const auto reply = referral::http_post("http://localhost/control/act", request.dump(), "application/json",
                                                   {.timeout_ms = 20'000, .unix_socket = (paths_.root / "control.sock").string()});
            auto read = base::parse_json(reply.body);
            if (!read || !read->contains("acknowledged")) return std::nullopt;
            return (*read)["acknowledged"];
        } catch (const base::Fault&) {
            return std::nullopt;
        }
    }

    void note(const std::string& key, const base::Json& answer) {
        const auto proof = record::parse_tlog_proof(record::parse_receipt(answer["receipt"].get<std::string>())->proof);
        const std::lock_guard lock(mutex_);
        checkpoints_.insert(proof->checkpoint);
        const Told told{answer["first"].get<std::uint64_t>(), answer["code"].get<std::string>()};
        const auto [before, is_new] = told_.insert({key, told});
        if (is_new) return;
        EXPECT_EQ(before->second.first, told.first) << key;
        EXPECT_EQ(before->second.code, told.code) << key;
        EXPECT_TRUE(answer["repeated"].get<bool>()) << key;
    }

    /// One client: sends the keys that nobody was told about yet, then new ones, until the server is gone.
    void client(int number, std::atomic<bool>& over) {
        std::vector<std::string>& open = open_[static_cast<std::size_t>(number)];
        while (!over) {
            if (open.empty()) open.push_back("c" + std::to_string(number) + "-" + std::to_string(made_++));
            const auto answer = submit(open.back());
            if (!answer) {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                continue;
            }
            note(open.back(), *answer);
            open.pop_back();
        }
    }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
    fs::path log_ = folder_.path() / "log";
    pid_t server_ = 0;
    std::mutex mutex_;  // guards the next two
    std::map<std::string, Told> told_;
    std::set<std::string> checkpoints_;
    std::atomic<int> made_ = 0;
    std::array<std::vector<std::string>, 4> open_;
};

TEST_F(Killed, FiftyTimesUnderLoadLosesNothingAndDoublesNothing) {
    constexpr int k_rounds = 50;
    std::mt19937 chance(2026);
    for (int round = 0; round < k_rounds; ++round) {
        const std::size_t before = told_.size();
        serve();
        std::atomic<bool> over = false;
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i) clients.emplace_back([this, i, &over] { client(i, over); });
        // The moment of the kill varies over some commits, but comes only once the service is up.
        for (int i = 0; i < 4000; ++i) {
            {
                const std::lock_guard lock(mutex_);
                if (told_.size() > before) break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        std::this_thread::sleep_for(std::chrono::microseconds(chance() % 60'000));
        stop(SIGKILL);
        over = true;
        for (std::thread& thread : clients) thread.join();
        ASSERT_GT(told_.size(), before) << "round " << round << ": the service did not come back: " << text_of(log_);
    }
    serve();
    for (int i = 0; i < 2000 && !submit("last"); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    for (auto& open : open_) {
        for (const std::string& key : open) {
            const auto answer = submit(key);
            ASSERT_TRUE(answer) << key;
            note(key, *answer);
        }
    }
    std::map<std::string, Told> all = told_;
    int asked_again = 0;
    for (const auto& [key, told] : all) {
        if (asked_again++ % 7 == 0) note(key, submit(key).value());
    }
    stop(SIGTERM);

    const auto store = open_store(paths_);
    std::set<std::uint64_t> entries;
    for (const auto& [key, told] : told_)
        EXPECT_TRUE(entries.insert(told.first).second) << "two commands share entry " << told.first;
    EXPECT_EQ(store->size(), 1 + told_.size() + 1) << "the founding act, one act for each key, and the last";
    for (const std::string& note : checkpoints_) {
        const auto seen = record::read_checkpoint(note);
        ASSERT_TRUE(seen);
        EXPECT_EQ(*record::stored_root(*store, seen->checkpoint.size), seen->checkpoint.root);
    }
    EXPECT_EQ(run_to_end({"replay", paths_.root.string()}, log_), 0) << text_of(log_);
    EXPECT_EQ(run_to_end({"verify", paths_.root.string()}, log_), 0) << text_of(log_);
    RecordProperty("acts", static_cast<int>(told_.size()));
}

}  // namespace
}  // namespace hearth::cli
