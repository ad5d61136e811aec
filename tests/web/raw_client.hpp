#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace hearth::tests {

/// A client that sends bytes as they are, honest or not, and shows the bytes that come back.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    explicit RawClient(const std::filesystem::path& socket_file);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False once the other side no longer takes bytes.
    bool send(std::string_view bytes);
    /// Tells the other side that nothing more comes.
    void finish_sending();
    /// One answer: head and as much body as its Content-Length says. Empty when the connection closed instead.
    std::string answer(bool with_body = true);
    /// All bytes until the other side closes; what came so far when it does not within `patience`, then `closed()` is false.
    std::string until_closed(std::chrono::milliseconds patience = std::chrono::seconds(5));
    [[nodiscard]] bool closed() const { return closed_; }

private:
    bool receive(std::chrono::milliseconds patience);

    int socket_ = -1;
    std::string received_;
    bool closed_ = false;
};

/// "GET /path" as text with a Host line, ready to send.
std::string get(std::string_view path, std::string_view more_headers = {});
/// A POST with its Content-Length.
std::string post(std::string_view path, std::string_view type, std::string_view body, std::string_view more_headers = {});
int status_in(std::string_view answer);
std::string_view body_in(std::string_view answer);
/// The value of a header line of the answer; empty if absent.
std::string header_in(std::string_view answer, std::string_view name);

}  // namespace hearth::tests
