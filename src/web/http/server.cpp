#include "web/http/server.hpp"

#include <sys/stat.h>

#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <mutex>
#include <set>
#include <thread>

#include "base/fault.hpp"
#include "web/http/date.hpp"
#include "web/http/finish.hpp"
#include "web/http/upload.hpp"
#include "web/http/wire.hpp"

namespace hearth::web::http {
namespace {

using Plain = beast::basic_stream<net::ip::tcp>;
using Tls = beast::ssl_stream<Plain>;
using Local = beast::basic_stream<net::local::stream_protocol>;
template <class Stream>
using Acceptor = net::basic_socket_acceptor<typename beast::lowest_layer_type<Stream>::protocol_type>;

constexpr std::size_t k_threads = 2;
constexpr std::size_t k_buffer_slack = 64UL * 1024;

/// One thread with its own queue of events. What is in it is touched by that thread only.
struct Worker {
    net::io_context io{1};
    std::set<std::function<void()>*> idle;  // closes connections that wait between two requests
    std::jthread thread;                    // last: joined before the queue goes
};

/// Where the answer of one handler arrives. Touched on the worker's thread only.
struct Slot {
    explicit Slot(Worker& on) : worker(on), arrived(on.io) {}

    Worker& worker;
    net::steady_timer arrived;
    std::optional<Response> response;
};

/// Carries one answer from any thread to its slot; if it is dropped unused, the slot hears of the forgetting.
class Answerer {
public:
    explicit Answerer(std::shared_ptr<Slot> slot) : slot_(std::move(slot)) {}
    Answerer(Answerer&&) = default;
    Answerer& operator=(Answerer&&) = delete;
    ~Answerer() {
        if (slot_ == nullptr) return;
        Response forgotten;
        forgotten.status = Status::internal_error;
        (*this)(std::move(forgotten));
    }

    void operator()(Response response) {
        const std::shared_ptr<Slot> slot = std::move(slot_);
        if (slot == nullptr) return;
        net::dispatch(slot->worker.io, [slot, response = std::move(response)]() mutable {
            slot->response = std::move(response);
            slot->arrived.cancel();
        });
    }

private:
    std::shared_ptr<Slot> slot_;
};

}  // namespace

struct Server::Core {
    Core(Limits its_limits, Handler its_handler, Trouble its_trouble)
        : limits(its_limits), handler(std::move(its_handler)), trouble(std::move(its_trouble)) {}

    template <class Stream>
    struct Connection;

    Response call_for(int status, std::string_view fault, const Request& asker) const;
    template <class Stream>
    net::awaitable<void> accept(std::shared_ptr<Acceptor<Stream>> acceptor);
    template <class Stream>
    void listen(const std::shared_ptr<Acceptor<Stream>>& acceptor);
    void listen_tcp(const std::string& address, std::uint16_t wanted);
    void use_tls(const TlsFiles& files);
    void listen_file(const std::filesystem::path& path);
    void run();
    void stop();
    /// The worker on which connections are accepted. It goes first when the workers go: an accept that still waits holds a socket
    /// which belongs to the queue of whichever worker was to serve it.
    Worker& doorman() { return workers.back(); }

    const Limits limits;
    const Handler handler;
    const Trouble trouble;
    std::optional<net::ssl::context> tls;  // none: plain HTTP over TCP
    std::atomic<std::size_t> connections = 0;
    std::atomic<std::size_t> uploads = 0;
    std::atomic<bool> stopping = false;
    std::uint16_t port = 0;
    std::filesystem::path socket_file;
    std::once_flag stopped;
    // What still waits in a queue when it goes may touch all of the above, and acceptors must go before their queue.
    std::array<Worker, k_threads> workers;
    std::vector<std::function<void()>> close_acceptors;  // filled before the threads start
};

Response Server::Core::call_for(int status, std::string_view fault, const Request& asker) const {
    Response response = trouble(status, fault, asker);
    response.status = status;
    return response;
}

/// One connection: reads a request, has it answered, writes the answer, and begins again.
template <class Stream>
struct Server::Core::Connection {
    using Socket = typename beast::lowest_layer_type<Stream>::socket_type;
    static constexpr bool k_local = std::same_as<Stream, Local>;
    static constexpr bool k_tls = std::same_as<Stream, Tls>;

    Connection(Core& its_core, Worker& its_worker, Socket socket)
        requires(!k_tls)
        : core(its_core), worker(its_worker), stream(std::move(socket)) {}
    Connection(Core& its_core, Worker& its_worker, Socket socket)
        requires(k_tls)
        : core(its_core), worker(its_worker), stream(Plain(std::move(socket)), *its_core.tls) {}
    ~Connection() { --core.connections; }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// What has terms and can be closed, below the encryption.
    auto& lowest() { return beast::get_lowest_layer(stream); }

    static net::awaitable<void> serve(std::unique_ptr<Connection> self) {
        bool more = co_await self->greet();
        while (more) more = co_await self->one();  // g++ 12 breaks on a loop whose condition waits
    }

    net::awaitable<bool> greet() {
        error_code error;
        if constexpr (k_tls) {
            lowest().expires_after(core.limits.read);
            co_await stream.async_handshake(net::ssl::stream_base::server, net::redirect_error(net::use_awaitable, error));
        }
        co_return !error;
    }

    net::awaitable<bool> one() {
        Parser parser;
        parser.header_limit(core.limits.header_bytes);
        parser.body_limit(core.limits.drained_bytes);  // until the header says what it is
        Upload upload(core.uploads);
        if (!co_await first_byte()) co_return false;
        const error_code error = co_await read(parser, upload);
        if (is_gone(error)) co_return false;
        if (error || is_suspect(parser)) {
            Response sorry = core.call_for(error ? status_of(error) : static_cast<int>(Status::bad_request), {}, {});
            finish({}, {}, sorry);
            co_await write(sorry, false, false);
            co_await linger();
            co_return false;
        }
        Wire message = parser.release();
        const unsigned version = message.version();
        const bool wants_more = message.keep_alive();
        const bool head = message.method() == wire::verb::head;
        const std::string held_tag(message[wire::field::if_none_match]);
        const std::string held_since(message[wire::field::if_modified_since]);
        const std::string accepted(message[wire::field::accept_encoding]);
        Response response = co_await answer(request_of(std::move(message), k_local, upload.cut));
        finish({held_tag, held_since}, accepted, response);
        // RFC 6797; browsers heed it only where the certificate is one that they trust.
        if constexpr (k_tls) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
        const bool keep = wants_more && !core.stopping;
        co_return co_await write(response, keep, head, version) && keep;
    }

    /// Waits for a request to begin; a stop may end this waiting, but never a request.
    net::awaitable<bool> first_byte() {
        if (buffer.size() > 0) co_return true;
        if (core.stopping) co_return false;
        std::function<void()> close = [this] { lowest().close(); };
        worker.idle.insert(&close);
        lowest().expires_after(core.limits.idle);
        error_code error;
        constexpr std::size_t k_first_read = 4096;
        const std::size_t got =
            co_await stream.async_read_some(buffer.prepare(k_first_read), net::redirect_error(net::use_awaitable, error));
        worker.idle.erase(&close);
        buffer.commit(got);
        co_return !error;
    }

    /// Holds a body to the limit of its kind, now that its header is read.
    error_code limit_body(Parser& parser, Upload& upload) {
        if (!k_local && is_upload(parser)) {
            lowest().expires_after(core.limits.upload);
            return upload.begin(core.limits.uploads) ? error_code() : net::error::no_buffer_space;
        }
        const std::uint64_t most = k_local ? core.limits.upload_bytes : core.limits.body_bytes;
        parser.body_limit(most);
        const auto length = parser.content_length();
        return length && *length > most ? error_code(wire::error::body_limit) : error_code();
    }

    /// Whoever chose too many photographs at once shall hear it on a page that still holds what she typed, which comes first in a
    /// form: its beginning is kept, and the rest read and dropped, since browsers show no answer before all is sent.
    net::awaitable<error_code> read_upload(Parser& parser, Upload& upload) {
        error_code error;
        while (!error && !parser.is_done()) {
            co_await wire::async_read_some(stream, buffer, parser, net::redirect_error(net::use_awaitable, error));
            std::string& body = parser.get().body();
            if (body.size() <= core.limits.upload_bytes) continue;
            body.resize(core.limits.upload_bytes);
            upload.cut = true;
        }
        co_return error;
    }

    net::awaitable<error_code> read(Parser& parser, Upload& upload) {
        lowest().expires_after(core.limits.read);
        error_code error;
        co_await wire::async_read_header(stream, buffer, parser, net::redirect_error(net::use_awaitable, error));
        if (!error) error = limit_body(parser, upload);
        if (error) co_return error;
        if (beast::iequals(parser.get()[wire::field::expect], "100-continue") && !parser.is_done()) {
            wire::response<wire::empty_body> go_on(wire::status::continue_, parser.get().version());
            co_await wire::async_write(stream, go_on, net::redirect_error(net::use_awaitable, error));
            if (error) co_return error;
        }
        if (upload.begun()) co_return co_await read_upload(parser, upload);
        co_await wire::async_read(stream, buffer, parser, net::redirect_error(net::use_awaitable, error));
        co_return error;
    }

    net::awaitable<Response> answer(Request request) {
        const auto slot = std::make_shared<Slot>(worker);
        Request asker;
        asker.path = request.path;
        asker.headers.emplace_back("accept-language", request.header("accept-language"));
        try {
            core.handler(std::move(request), Answerer(slot));
        } catch (const std::exception& fault) {
            co_return core.call_for(Status::internal_error, fault.what(), asker);
        }
        if (!slot->response) {
            slot->arrived.expires_after(core.limits.answer);
            error_code cancelled;
            co_await slot->arrived.async_wait(net::redirect_error(net::use_awaitable, cancelled));
        }
        if (!slot->response) co_return core.call_for(Status::unavailable, {}, asker);
        const bool forgotten = slot->response->status == Status::internal_error && !slot->response->body;
        if (forgotten) co_return core.call_for(Status::internal_error, "a handler went without an answer", asker);
        co_return std::move(*slot->response);
    }

    net::awaitable<bool> write(const Response& response, bool keep_alive, bool head, unsigned version = 11) {
        lowest().expires_after(core.limits.write);
        auto message = wire_answer(response, version, keep_alive);
        wire::response_serializer<wire::span_body<const char>> serializer(message);
        error_code error;
        if (head) {
            co_await wire::async_write_header(stream, serializer, net::redirect_error(net::use_awaitable, error));
        } else {
            co_await wire::async_write(stream, serializer, net::redirect_error(net::use_awaitable, error));
        }
        if (!error && !keep_alive) {
            if constexpr (k_tls) co_await stream.async_shutdown(net::redirect_error(net::use_awaitable, error));
            lowest().socket().shutdown(net::socket_base::shutdown_send, error);
        }
        co_return !error;
    }

    /// Reads on for a moment, so that the client reads our answer before its own unsent bytes meet a reset connection.
    net::awaitable<void> linger() {
        constexpr std::chrono::seconds k_patience(1);
        constexpr int k_reads_max = 64;
        std::vector<char> waste(16UL * 1024);
        lowest().expires_after(k_patience);
        error_code error;
        for (int reads = 0; reads < k_reads_max && !error; ++reads) {
            co_await stream.async_read_some(net::buffer(waste), net::redirect_error(net::use_awaitable, error));
        }
    }

    Core& core;
    Worker& worker;
    Stream stream;
    beast::flat_buffer buffer{static_cast<std::size_t>(core.limits.header_bytes + core.limits.body_bytes + k_buffer_slack)};
};

template <class Stream>
net::awaitable<void> Server::Core::accept(std::shared_ptr<Acceptor<Stream>> acceptor) {
    for (std::size_t next = 0; acceptor->is_open(); next = (next + 1) % workers.size()) {
        Worker& worker = workers[next];
        error_code error;
        auto socket = co_await acceptor->async_accept(worker.io, net::redirect_error(net::use_awaitable, error));
        if (error == net::error::operation_aborted || error == net::error::bad_descriptor) co_return;
        if (error) {  // out of file descriptors, mostly: others must close first
            net::steady_timer pause(acceptor->get_executor(), std::chrono::milliseconds(50));
            co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
            continue;
        }
        if (connections >= limits.connections || stopping) continue;
        if constexpr (!std::same_as<Stream, Local>) socket.set_option(net::ip::tcp::no_delay(true), error);
        ++connections;
        auto connection = std::make_unique<Connection<Stream>>(*this, worker, std::move(socket));
        net::co_spawn(worker.io, Connection<Stream>::serve(std::move(connection)), net::detached);
    }
}

template <class Stream>
void Server::Core::listen(const std::shared_ptr<Acceptor<Stream>>& acceptor) {
    close_acceptors.emplace_back([this, acceptor] {
        net::post(doorman().io, [acceptor] {
            error_code ignored;
            acceptor->close(ignored);
        });
    });
    net::co_spawn(doorman().io, accept<Stream>(acceptor), net::detached);
}

// Of TLS 1.2 what RFC 9325, section 4.2, recommends: a key of its own for each connection, so that who gets the certificate's key
// one day cannot read what he recorded before, and authenticated encryption. All of TLS 1.3 is so.
constexpr const char* k_ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

void Server::Core::use_tls(const TlsFiles& files) try {
    tls.emplace(net::ssl::context::tls_server);
    tls->set_options(net::ssl::context::default_workarounds | net::ssl::context::no_tlsv1 | net::ssl::context::no_tlsv1_1);
    if (SSL_CTX_set_cipher_list(tls->native_handle(), k_ciphers) != 1) throw base::Fault("its ciphers are not known to OpenSSL");
    tls->use_certificate_chain_file(files.certificate.string());
    tls->use_private_key_file(files.key.string(), net::ssl::context::pem);
} catch (const std::exception& error) {
    throw base::Fault("the certificate " + files.certificate.string() + " with its key " + files.key.string() +
                      " cannot be used: " + error.what());
}

void Server::Core::listen_tcp(const std::string& address, std::uint16_t wanted) try {
    const net::ip::tcp::endpoint where(net::ip::make_address(address), wanted);
    auto acceptor = std::make_shared<net::ip::tcp::acceptor>(doorman().io, where);
    port = acceptor->local_endpoint().port();
    if (tls) {
        listen<Tls>(acceptor);
    } else {
        listen<Plain>(acceptor);
    }
} catch (const std::exception& error) {
    throw base::Fault("cannot listen on " + address + " port " + std::to_string(wanted) + ": " + error.what());
}

void Server::Core::listen_file(const std::filesystem::path& path) try {
    std::filesystem::remove(path);  // left behind by a server that was killed; two servers are kept apart by the folder's lock
    auto acceptor = std::make_shared<net::local::stream_protocol::acceptor>(doorman().io);
    acceptor->open();
    const mode_t before = ::umask(0177);
    error_code error;
    (void)acceptor->bind(path.string(), error);
    ::umask(before);
    if (error) throw boost::system::system_error(error);
    acceptor->listen();
    socket_file = path;
    listen<Local>(acceptor);
} catch (const std::exception& error) {
    throw base::Fault("cannot listen on " + path.string() + ": " + error.what());
}

void Server::Core::run() {
    for (Worker& worker : workers) {
        worker.thread = std::jthread([io = &worker.io] {
            const auto stay = net::make_work_guard(*io);
            io->run();
        });
    }
}

void Server::Core::stop() {
    stopping = true;
    for (const auto& close : close_acceptors) close();
    for (Worker& worker : workers) {
        net::post(worker.io, [&worker] {
            for (std::function<void()>* close : worker.idle) (*close)();
        });
    }
    const auto patience = std::chrono::steady_clock::now() + limits.drain;
    while (connections > 0 && std::chrono::steady_clock::now() < patience) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    for (Worker& worker : workers) worker.io.stop();
    for (Worker& worker : workers) worker.thread.join();
    std::error_code ignored;
    if (!socket_file.empty()) std::filesystem::remove(socket_file, ignored);
}

Server::Server(const Listen& listen, Limits limits, Handler handler, Trouble trouble)
    : core_(std::make_unique<Core>(limits, std::move(handler), std::move(trouble))) {
    if (listen.tls) core_->use_tls(*listen.tls);
    if (listen.address) core_->listen_tcp(*listen.address, listen.port);
    if (listen.socket_file) core_->listen_file(*listen.socket_file);
    core_->run();
}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return core_->port; }

void Server::stop() {
    std::call_once(core_->stopped, [this] { core_->stop(); });
}

}  // namespace hearth::web::http
