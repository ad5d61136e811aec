#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "web/http/message.hpp"

namespace hearth::web::http {

/// What one server accepts. Every limit has a test in tests/web/.
struct Limits {
    std::uint32_t header_bytes = 8U * 1024;
    std::uint64_t body_bytes = 256UL * 1024;
    std::uint64_t upload_bytes = 8UL * 1024 * 1024;    // the body of a form with files; of a longer one no more is kept
    std::uint64_t drained_bytes = 64UL * 1024 * 1024;  // to here a longer one is read on, so that its sender hears an answer
    std::size_t uploads = 4;                           // such bodies at once; one more hears 503
    std::size_t connections = 2000;
    std::chrono::milliseconds idle = std::chrono::seconds(30);    // between two requests on one connection
    std::chrono::milliseconds read = std::chrono::seconds(15);    // from the first byte of a request to its last
    std::chrono::milliseconds upload = std::chrono::minutes(2);   // the same for an upload
    std::chrono::milliseconds write = std::chrono::seconds(30);   // the whole answer
    std::chrono::milliseconds answer = std::chrono::seconds(30);  // the handler; after it the client hears 503
    std::chrono::milliseconds drain = std::chrono::seconds(10);   // what a stop waits for
};

/// A certificate with those that vouch for it, and its key, both in PEM.
struct TlsFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

/// Where to listen: a TCP address, a socket file (mode 0600), or both.
struct Listen {
    std::optional<std::string> address;  // "127.0.0.1", "::"
    std::uint16_t port = 0;              // 0: any free one
    std::optional<std::filesystem::path> socket_file;
    std::optional<TlsFiles> tls = {};  // over TCP; none: plain HTTP, for a machine's own trial or behind a proxy
};

/// What the server says by itself, in the words of the site: it is told a status and gives a whole answer. `fault` is what broke,
/// for the operator's log only; empty when the client is at fault. `asker` has no more than path and Accept-Language.
using Trouble = std::function<Response(int status, std::string_view fault, const Request& asker)>;

/// HTTP/1.1 over TCP, with TLS 1.2 or later where a certificate is given, and over a socket file (RFC 9112), on two threads.
/// Answers may come later and from any thread; requests of one connection are answered in their order, one at a time. A form with
/// files (multipart/form-data), and what comes over the socket file, may be as large as an upload. Promise: a request that breaks
/// the grammar or a limit gets one answer and a closed connection; a slow one is cut off; `stop` answers what was taken in, then
/// closes. A handler that throws or forgets to answer is answered for with 500. Who owes answers from other threads must have given
/// or dropped them before the server is destroyed; `stop` it first. Not here: any memory of who connected.
class Server {
public:
    /// Listens at once; throws Fault when the address or file cannot be had.
    Server(const Listen& listen, Limits limits, Handler handler, Trouble trouble);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// The TCP port listened on; 0 without one.
    [[nodiscard]] std::uint16_t port() const;
    /// Takes no more connections, answers what was taken in (at most `drain`), closes the rest. Safe to repeat; not from a handler.
    void stop();

private:
    struct Core;
    std::unique_ptr<Core> core_;
};

}  // namespace hearth::web::http
