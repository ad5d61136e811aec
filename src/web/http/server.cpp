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
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <mutex>
#include <set>
#include <thread>

#include "base/fault.hpp"
#include "web/http/date.hpp"
#include "web/http/finish.hpp"
#include "web/http/upload.hpp"

namespace hearth::web::http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using boost::system::error_code;
using Wire = wire::request<wire::string_body>;
using Parser = wire::request_parser<wire::string_body>;

constexpr std::size_t k_threads = 2;
constexpr std::size_t k_buffer_slack = 64 * 1024;

enum Status {
    bad_request = 400,
    content_too_large = 413,
    fields_too_large = 431,
    internal_error = 500,
    unavailable = 503,
};

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

/// A form with files, by its header.
bool is_upload(const Parser& parser) {
    const std::string_view type = parser.get()[wire::field::content_type];
    constexpr std::string_view k_upload = "multipart/";
    return beast::iequals(type.substr(0, k_upload.size()), k_upload);
}

/// What the grammar allows but no honest client sends, and what proxies and servers have read differently.
bool is_suspect(const Parser& parser) {
    const Wire& message = parser.get();
    if (message.version() != 11 && message.version() != 10) return true;
    const auto hosts = message.count(wire::field::host);
    if (hosts > 1 || (message.version() == 11 && hosts == 0)) return true;
    if (message.count(wire::field::content_length) > 1) return true;
    return message.count(wire::field::transfer_encoding) > 0 && (!message.chunked() || message.version() == 10);
}

Request request_of(Wire message, bool local) {
    Request request;
    request.local = local;
    request.method = std::string(message.method_string());
    const std::string_view target = message.target();
    const auto question = target.find('?');
    request.path = std::string(target.substr(0, question));
    if (question != std::string_view::npos) request.query = std::string(target.substr(question + 1));
    for (const auto& field : message) request.headers.emplace_back(lower(field.name_string()), std::string(field.value()));
    request.body = std::move(message.body());
    return request;
}

wire::response<wire::span_body<const char>> wire_answer(const Response& response, unsigned version, bool keep_alive) {
    wire::response<wire::span_body<const char>> message;
    message.version(version);
    message.result(static_cast<unsigned>(response.status));
    message.set(wire::field::date, date_now());
    if (!response.content_type.empty()) message.set(wire::field::content_type, response.content_type);
    message.set(wire::field::cache_control, response.cache_control);
    if (!response.etag.empty()) message.set(wire::field::etag, response.etag);
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    if (response.body) message.body() = {response.body->data(), response.body->size()};
    message.keep_alive(keep_alive);
    constexpr int k_not_modified = 304;
    if (response.status != k_not_modified) message.content_length(response.body ? response.body->size() : 0);
    return message;
}

int status_of(const error_code& error) {
    if (error == wire::error::body_limit) return Status::content_too_large;
    if (error == net::error::no_buffer_space) return Status::unavailable;
    if (error == wire::error::header_limit || error == wire::error::buffer_overflow) return Status::fields_too_large;
    return Status::bad_request;
}

/// Whether the client went away or was cut off for being slow: nobody is left to hear an answer.
bool is_gone(const error_code& error) {
    return error == beast::error::timeout || error == wire::error::end_of_stream || error == wire::error::partial_message ||
           error == net::error::eof || error == net::error::connection_reset || error == net::error::operation_aborted ||
           error == net::error::broken_pipe || error == net::error::bad_descriptor;
}

}  // namespace

struct Server::Core {
    Core(Limits its_limits, Handler its_handler, Trouble its_trouble)
        : limits(its_limits), handler(std::move(its_handler)), trouble(std::move(its_trouble)) {}

    template <class Protocol>
    struct Connection;

    Response call_for(int status, std::string_view fault, const Request& asker) const;
    template <class Protocol>
    net::awaitable<void> accept(std::shared_ptr<net::basic_socket_acceptor<Protocol>> acceptor);
    template <class Protocol>
    void listen(std::shared_ptr<net::basic_socket_acceptor<Protocol>> acceptor);
    void listen_tcp(const std::string& address, std::uint16_t wanted);
    void listen_file(const std::filesystem::path& path);
    void run();
    void stop();

    const Limits limits;
    const Handler handler;
    const Trouble trouble;
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
template <class Protocol>
struct Server::Core::Connection {
    using Stream = beast::basic_stream<Protocol>;

    Connection(Core& its_core, Worker& its_worker, typename Protocol::socket socket)
        : core(its_core), worker(its_worker), stream(std::move(socket)) {}
    ~Connection() { --core.connections; }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    static constexpr bool k_local = std::same_as<Protocol, net::local::stream_protocol>;

    static net::awaitable<void> serve(std::unique_ptr<Connection> self) {
        bool more = true;
        while (more) more = co_await self->one();  // g++ 12 breaks on a loop whose condition waits
    }

    net::awaitable<bool> one() {
        Parser parser;
        parser.header_limit(core.limits.header_bytes);
        parser.body_limit(core.limits.upload_bytes);  // until the header says what it is
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
        const std::string held(message[wire::field::if_none_match]);
        const std::string accepted(message[wire::field::accept_encoding]);
        Response response = co_await answer(request_of(std::move(message), k_local));
        finish(held, accepted, response);
        const bool keep = wants_more && !core.stopping;
        co_return co_await write(response, keep, head, version) && keep;
    }

    /// Waits for a request to begin; a stop may end this waiting, but never a request.
    net::awaitable<bool> first_byte() {
        if (buffer.size() > 0) co_return true;
        if (core.stopping) co_return false;
        std::function<void()> close = [this] { stream.close(); };
        worker.idle.insert(&close);
        stream.expires_after(core.limits.idle);
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
        if constexpr (k_local) return {};
        if (is_upload(parser)) {
            stream.expires_after(core.limits.upload);
            return upload.begin(core.limits.uploads) ? error_code() : net::error::no_buffer_space;
        }
        parser.body_limit(core.limits.body_bytes);
        const auto length = parser.content_length();
        return length && *length > core.limits.body_bytes ? error_code(wire::error::body_limit) : error_code();
    }

    net::awaitable<error_code> read(Parser& parser, Upload& upload) {
        stream.expires_after(core.limits.read);
        error_code error;
        co_await wire::async_read_header(stream, buffer, parser, net::redirect_error(net::use_awaitable, error));
        if (!error) error = limit_body(parser, upload);
        if (error) co_return error;
        if (beast::iequals(parser.get()[wire::field::expect], "100-continue") && !parser.is_done()) {
            wire::response<wire::empty_body> go_on(wire::status::continue_, parser.get().version());
            co_await wire::async_write(stream, go_on, net::redirect_error(net::use_awaitable, error));
            if (error) co_return error;
        }
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
        stream.expires_after(core.limits.write);
        auto message = wire_answer(response, version, keep_alive);
        wire::response_serializer<wire::span_body<const char>> serializer(message);
        error_code error;
        if (head) {
            co_await wire::async_write_header(stream, serializer, net::redirect_error(net::use_awaitable, error));
        } else {
            co_await wire::async_write(stream, serializer, net::redirect_error(net::use_awaitable, error));
        }
        if (!error && !keep_alive) stream.socket().shutdown(net::socket_base::shutdown_send, error);
        co_return !error;
    }

    /// Reads on for a moment, so that the client reads our answer before its own unsent bytes meet a reset connection.
    net::awaitable<void> linger() {
        constexpr std::chrono::seconds k_patience(1);
        constexpr int k_reads_max = 64;
        std::vector<char> waste(16 * 1024);
        stream.expires_after(k_patience);
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

template <class Protocol>
net::awaitable<void> Server::Core::accept(std::shared_ptr<net::basic_socket_acceptor<Protocol>> acceptor) {
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
        if constexpr (std::same_as<Protocol, net::ip::tcp>) socket.set_option(net::ip::tcp::no_delay(true), error);
        ++connections;
        auto connection = std::make_unique<Connection<Protocol>>(*this, worker, std::move(socket));
        net::co_spawn(worker.io, Connection<Protocol>::serve(std::move(connection)), net::detached);
    }
}

template <class Protocol>
void Server::Core::listen(std::shared_ptr<net::basic_socket_acceptor<Protocol>> acceptor) {
    close_acceptors.emplace_back([this, acceptor] {
        net::post(workers.front().io, [acceptor] {
            error_code ignored;
            acceptor->close(ignored);
        });
    });
    net::co_spawn(workers.front().io, accept<Protocol>(acceptor), net::detached);
}

void Server::Core::listen_tcp(const std::string& address, std::uint16_t wanted) try {
    const net::ip::tcp::endpoint where(net::ip::make_address(address), wanted);
    auto acceptor = std::make_shared<net::ip::tcp::acceptor>(workers.front().io, where);
    port = acceptor->local_endpoint().port();
    listen<net::ip::tcp>(std::move(acceptor));
} catch (const std::exception& error) {
    throw base::Fault("cannot listen on " + address + " port " + std::to_string(wanted) + ": " + error.what());
}

void Server::Core::listen_file(const std::filesystem::path& path) try {
    std::filesystem::remove(path);  // left behind by a server that was killed; two servers are kept apart by the folder's lock
    auto acceptor = std::make_shared<net::local::stream_protocol::acceptor>(workers.front().io);
    acceptor->open();
    const mode_t before = ::umask(0177);
    error_code error;
    acceptor->bind(path.string(), error);
    ::umask(before);
    if (error) throw boost::system::system_error(error);
    acceptor->listen();
    socket_file = path;
    listen<net::local::stream_protocol>(std::move(acceptor));
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
