#include "cli/control.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "base/fault.hpp"
#include "referral/http_client.hpp"

namespace hearth::cli {

namespace {

/// A socket file may outlive a server that was killed.
bool answers(const std::string& socket_file) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socket_file.size() >= sizeof address.sun_path) return false;
    std::memcpy(address.sun_path, socket_file.c_str(), socket_file.size() + 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return false;
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return connected;
}

}  // namespace

std::optional<base::Json> ask_server(const OfficePaths& office, const std::string& path, const base::Json& body, long wait_ms) {
    const std::string socket_file = control_socket_of(office).string();
    if (!answers(socket_file)) return std::nullopt;
    const referral::HttpReply reply = referral::http_post("http://localhost" + path, body.dump(), "application/json",
                                                          {.timeout_ms = wait_ms, .unix_socket = socket_file});
    auto read = base::parse_json(reply.body);
    if (!read || !read->is_object()) throw base::Fault("the server answered " + std::to_string(reply.status) + " and no JSON");
    return std::move(*read);
}

}  // namespace hearth::cli
