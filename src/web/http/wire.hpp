#pragma once

#include <boost/asio/error.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http.hpp>
#include <string>
#include <string_view>

#include "web/http/date.hpp"
#include "web/http/message.hpp"

/// Between the messages of Boost.Beast and ours; for server.cpp alone, which is the one unit that knows Beast.
namespace hearth::web::http {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using boost::system::error_code;
using Wire = wire::request<wire::string_body>;
using Parser = wire::request_parser<wire::string_body>;

enum Status {
    bad_request = 400,
    content_too_large = 413,
    fields_too_large = 431,
    internal_error = 500,
    unavailable = 503,
};

/// A form with files, by its header.
inline bool is_upload(const Parser& parser) {
    const std::string_view type = parser.get()[wire::field::content_type];
    constexpr std::string_view k_upload = "multipart/";
    return beast::iequals(type.substr(0, k_upload.size()), k_upload);
}

/// What the grammar allows but no honest client sends, and what proxies and servers have read differently.
inline bool is_suspect(const Parser& parser) {
    const Wire& message = parser.get();
    if (message.version() != 11 && message.version() != 10) return true;
    const auto hosts = message.count(wire::field::host);
    if (hosts > 1 || (message.version() == 11 && hosts == 0)) return true;
    if (message.count(wire::field::content_length) > 1) return true;
    return message.count(wire::field::transfer_encoding) > 0 && (!message.chunked() || message.version() == 10);
}

inline Request request_of(Wire message, bool local, bool cut) {
    Request request;
    request.local = local;
    request.cut = cut;
    request.method = std::string(message.method_string());
    const std::string_view target = message.target();
    const auto question = target.find('?');
    request.path = std::string(target.substr(0, question));
    if (question != std::string_view::npos) request.query = std::string(target.substr(question + 1));
    for (const auto& field : message) request.headers.emplace_back(lower(field.name_string()), std::string(field.value()));
    request.body = std::move(message.body());
    return request;
}

inline wire::response<wire::span_body<const char>> wire_answer(const Response& response, unsigned version, bool keep_alive) {
    wire::response<wire::span_body<const char>> message;
    message.version(version);
    message.result(static_cast<unsigned>(response.status));
    message.set(wire::field::date, date_now());
    if (!response.content_type.empty()) message.set(wire::field::content_type, response.content_type);
    message.set(wire::field::cache_control, response.cache_control);
    if (!response.etag.empty()) message.set(wire::field::etag, response.etag);
    if (!response.last_modified.empty()) message.set(wire::field::last_modified, response.last_modified);
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    if (response.body) message.body() = {response.body->data(), response.body->size()};
    message.keep_alive(keep_alive);
    constexpr int k_not_modified = 304;
    if (response.status != k_not_modified) message.content_length(response.body ? response.body->size() : 0);
    return message;
}

inline int status_of(const error_code& error) {
    if (error == wire::error::body_limit) return Status::content_too_large;
    if (error == net::error::no_buffer_space) return Status::unavailable;
    if (error == wire::error::header_limit || error == wire::error::buffer_overflow) return Status::fields_too_large;
    return Status::bad_request;
}

/// Whether the client went away or was cut off for being slow: nobody is left to hear an answer.
inline bool is_gone(const error_code& error) {
    return error == beast::error::timeout || error == wire::error::end_of_stream || error == wire::error::partial_message ||
           error == net::error::eof || error == net::error::connection_reset || error == net::error::operation_aborted ||
           error == net::error::broken_pipe || error == net::error::bad_descriptor;
}

}  // namespace hearth::web::http
