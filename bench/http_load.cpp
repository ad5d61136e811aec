#include "bench/http_load.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace hearth::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

double ms_since(SteadyClock::time_point start) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

/// One keep-alive connection with at most one request under way.
class Connection {
public:
    explicit Connection(int port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (fd_ < 0 || ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            throw std::runtime_error("no server on port " + std::to_string(port));
        }
    }
    ~Connection() { ::close(fd_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] int fd() const { return fd_; }

    void send(const std::string& request) {
        started_ = SteadyClock::now();
        received_.clear();
        std::string_view rest = request;
        while (!rest.empty()) {
            const ssize_t sent = ::send(fd_, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent <= 0) throw std::runtime_error("the server closed a connection");
            rest.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// Reads what is there; the status once the whole answer has come, 0 before, -1 when the connection is lost.
    int receive() {
        char buffer[65536];
        const ssize_t got = ::recv(fd_, buffer, sizeof buffer, 0);
        if (got <= 0) return -1;
        received_.append(buffer, static_cast<std::size_t>(got));
        return is_whole() ? std::atoi(received_.c_str() + std::string_view("HTTP/1.1 ").size()) : 0;
    }

    [[nodiscard]] double waited_ms() const { return ms_since(started_); }

private:
    [[nodiscard]] bool is_whole() const {
        const std::size_t head = received_.find("\r\n\r\n");
        if (head == std::string::npos) return false;
        const std::size_t length = received_.find("Content-Length: ");
        const std::size_t body = length < head ? std::strtoull(received_.c_str() + length + 16, nullptr, 10) : 0;
        return received_.size() >= head + 4 + body;
    }

    int fd_;
    std::string received_;
    SteadyClock::time_point started_;
};

}  // namespace

double LoadResult::latency_at(double share) const {
    if (latency_ms.empty()) return 0;
    const auto index = static_cast<std::size_t>(share * static_cast<double>(latency_ms.size() - 1));
    return latency_ms[index];
}

LoadResult load(int port, int connections, double seconds, int expected, const std::function<std::string(std::uint64_t)>& request) {
    LoadResult result;
    std::uint64_t sent = 0;
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<std::unique_ptr<Connection>> all;
    for (int i = 0; i < connections; ++i) {
        all.push_back(std::make_unique<Connection>(port));
        epoll_event wish{.events = EPOLLIN, .data = {.ptr = all.back().get()}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, all.back()->fd(), &wish);
    }
    const auto start = SteadyClock::now();
    for (auto& connection : all) connection->send(request(sent++));
    int under_way = connections;
    while (under_way > 0) {
        epoll_event ready[64];
        const int count = ::epoll_wait(poll, ready, 64, 10'000);
        if (count <= 0) throw std::runtime_error("the server answered nothing for ten seconds");
        for (int i = 0; i < count; ++i) {
            auto& connection = *static_cast<Connection*>(ready[i].data.ptr);
            const int status = connection.receive();
            if (status == 0) continue;
            if (status == expected) {
                ++result.answered;
                result.latency_ms.push_back(connection.waited_ms());
            } else {
                ++result.failed;
            }
            --under_way;
            if (status < 0) {
                ::epoll_ctl(poll, EPOLL_CTL_DEL, connection.fd(), nullptr);
            } else if (ms_since(start) < seconds * 1000) {
                connection.send(request(sent++));
                ++under_way;
            }
        }
    }
    result.seconds = ms_since(start) / 1000;
    ::close(poll);
    std::sort(result.latency_ms.begin(), result.latency_ms.end());
    return result;
}

}  // namespace hearth::bench
