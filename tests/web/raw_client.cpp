#include "tests/web/raw_client.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstring>

namespace hearth::tests {

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
}

RawClient::RawClient(const std::filesystem::path& socket_file) : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket_file.c_str(), sizeof address.sun_path - 1);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::receive(std::chrono::milliseconds patience) {
    pollfd waiting = {socket_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
    std::array<char, 16384> bytes = {};
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0) {
        closed_ = true;
        return false;
    }
    received_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

std::string RawClient::answer(bool with_body) {
    constexpr std::chrono::seconds k_patience(10);
    std::size_t head_end = std::string::npos;
    while ((head_end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (!receive(k_patience)) return {};
    }
    std::size_t length = head_end + 4;
    if (with_body) length += static_cast<std::size_t>(std::atoll(header_in(received_, "Content-Length").c_str()));
    while (received_.size() < length && receive(k_patience)) {
    }
    std::string whole = received_.substr(0, length);
    received_.erase(0, length);
    return whole;
}

std::string RawClient::until_closed(std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!closed_) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || (!receive(left) && !closed_)) break;
    }
    return std::exchange(received_, {});
}

std::string get(std::string_view path, std::string_view more_headers) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: hearth.test\r\n" + std::string(more_headers) + "\r\n";
}

std::string post(std::string_view path, std::string_view type, std::string_view body, std::string_view more_headers) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: hearth.test\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more_headers) + "\r\n" + std::string(body);
}

int status_in(std::string_view answer) {
    constexpr std::string_view k_start = "HTTP/1.1 ";
    int status = 0;
    if (answer.starts_with(k_start)) std::from_chars(answer.data() + k_start.size(), answer.data() + answer.size(), status);
    return status;
}

std::string_view body_in(std::string_view answer) {
    const auto head_end = answer.find("\r\n\r\n");
    return head_end == std::string_view::npos ? std::string_view() : answer.substr(head_end + 4);
}

std::string header_in(std::string_view answer, std::string_view name) {
    const std::string_view head = answer.substr(0, answer.find("\r\n\r\n") + 2);
    const std::string line = "\r\n" + std::string(name) + ": ";
    const auto at = head.find(line);
    if (at == std::string_view::npos) return {};
    const auto from = at + line.size();
    return std::string(head.substr(from, head.find("\r\n", from) - from));
}

}  // namespace hearth::tests
