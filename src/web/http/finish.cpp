#include "web/http/finish.hpp"

#include <openssl/sha.h>
#include <zlib.h>

#include <algorithm>
#include <array>

#include "base/bytes.hpp"
#include "base/fault.hpp"

namespace hearth::web::http {
namespace {

/// Smaller bodies would gain nothing once their headers are counted.
constexpr std::size_t k_compress_min = 600;
constexpr int k_page_level = 6;
constexpr int k_gzip_window = 15 + 16;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `see` with each member of a comma-separated list until it says true.
template <class F>
bool any_of_list(std::string_view list, F see) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (see(trimmed(list.substr(0, comma)))) return true;
        if (comma == std::string_view::npos) break;
        list.remove_prefix(comma + 1);
    }
    return false;
}

bool holds_already(const Held& client, const Response& response) {
    if (client.if_none_match.empty())
        return !response.last_modified.empty() && trimmed(client.if_modified_since) == response.last_modified;
    return !response.etag.empty() && any_of_list(client.if_none_match, [&](std::string_view held) {
        if (held.starts_with("W/")) held.remove_prefix(2);
        return held == "*" || held == response.etag;
    });
}

constexpr const char* k_policy_name = "Content-Security-Policy";
constexpr std::string_view k_policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr const char* k_devices_name = "Permissions-Policy";
constexpr std::string_view k_devices = "camera=(), geolocation=(), payment=(), usb=(), interest-cohort=(), ";

void add_unless_there(Response& response, const char* name, std::string value) {
    if (std::ranges::find(response.headers, name, &Headers::value_type::first) == response.headers.end())
        response.headers.emplace_back(name, std::move(value));
}

void add_security_headers(Response& response) {
    static const Headers k_always = {
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},  // for browsers that do not know frame-ancestors
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    };
    add_unless_there(response, k_policy_name, std::string(k_policy));
    add_unless_there(response, k_devices_name, std::string(k_devices) + "microphone=()");
    response.headers.insert(response.headers.end(), k_always.begin(), k_always.end());
}

void compress(std::string_view accept_encoding, Response& response) {
    const bool worth_it = response.compress && response.body && response.body->size() >= k_compress_min;
    if (!worth_it && !response.gzipped) return;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!takes_gzip(accept_encoding)) return;
    if (!response.gzipped) response.gzipped = body_of(gzip(*response.body, k_page_level));
    response.body = response.gzipped;
    response.headers.emplace_back("Content-Encoding", "gzip");
}

void allow(Response& page, const char* what) {
    std::erase_if(page.headers, [](const auto& header) { return header.first == k_policy_name; });
    page.headers.emplace_back(k_policy_name, std::string(k_policy) + what);
}

}  // namespace

void allow_scripts(Response& page) { allow(page, "; script-src 'self'"); }

void allow_microphone(Response& page) { page.headers.emplace_back(k_devices_name, std::string(k_devices) + "microphone=(self)"); }

void allow_worker(Response& page) { allow(page, "; script-src 'self'; worker-src 'self'; connect-src 'self'"); }

bool takes_gzip(std::string_view accept_encoding) {
    return any_of_list(accept_encoding, [](std::string_view coding) {
        const auto semicolon = coding.find(';');
        const std::string_view name = trimmed(coding.substr(0, semicolon));
        if (name != "gzip" && name != "*") return false;
        if (semicolon == std::string_view::npos) return true;
        const std::string_view weight = trimmed(coding.substr(semicolon + 1));
        return weight.find_first_of("123456789") != std::string_view::npos;
    });
}

std::string gzip(std::string_view bytes, int level) {
    z_stream stream = {};
    if (deflateInit2(&stream, level, Z_DEFLATED, k_gzip_window, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw base::Fault("zlib: no memory");
    }
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib reads only
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int outcome = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END) throw base::Fault("zlib: output did not fit its own bound");
    return packed;
}

std::string etag_of(std::string_view bytes) {
    constexpr std::size_t k_tag_bytes = 12;
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest = {};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    return '"' + base::base64url({reinterpret_cast<const char*>(digest.data()), k_tag_bytes}) + '"';
}

void finish(const Held& held, std::string_view accept_encoding, Response& response) {
    constexpr int k_ok = 200;
    constexpr int k_not_modified = 304;
    add_security_headers(response);
    if (response.status == k_ok && holds_already(held, response)) {
        response.status = k_not_modified;
        response.body.reset();
        response.gzipped.reset();
        response.content_type.clear();
        return;
    }
    compress(accept_encoding, response);
}

}  // namespace hearth::web::http
