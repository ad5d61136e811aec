#include "tests/support/served_program.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "base/check.hpp"
#include "base/fault.hpp"
#include "referral/http_client.hpp"
#include "tests/support/paths.hpp"

extern char** environ;

namespace hearth::tests {

ServedProgram::ServedProgram(std::filesystem::path dir, std::vector<std::string> arguments, std::filesystem::path log)
    : dir_(std::move(dir)), arguments_(std::move(arguments)), log_(std::move(log)) {}

ServedProgram::~ServedProgram() { kill(SIGKILL); }

void ServedProgram::start() {
    const std::string program = (build_folder() / "hearth").string();
    const std::string dir = dir_.string();
    std::vector<char*> argv{const_cast<char*>(program.c_str()), const_cast<char*>("serve"), const_cast<char*>(dir.c_str())};
    for (const std::string& argument : arguments_) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, log_.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    HEARTH_CHECK(posix_spawn(&pid_, program.c_str(), &actions, nullptr, argv.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
}

void ServedProgram::kill(int signal) {
    if (pid_ == 0) return;
    ::kill(pid_, signal);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
}

std::optional<base::Json> ServedProgram::ask(const std::string& path, const base::Json& body) const {
    try {
        const auto reply = referral::http_post("http://localhost" + path, body.dump(), "application/json",
                                               {.timeout_ms = 20'000, .unix_socket = (dir_ / "control.sock").string()});
        auto read = base::parse_json(reply.body);
        return read ? std::optional(std::move(*read)) : std::nullopt;
    } catch (const base::Fault&) {
        return std::nullopt;
    }
}

bool ServedProgram::is_up(const std::string& office) const {
    constexpr int k_tries = 400;
    for (int i = 0; i < k_tries; ++i) {
        if (const auto health = ask("/control/health", {{"office", office}}); health && health->contains("serving")) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    HEARTH_CHECK(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    socklen_t length = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    ::close(socket);
    return ntohs(address.sin_port);
}

}  // namespace hearth::tests
