#include "referral/http_client.hpp"

#include <curl/curl.h>

#include <memory>

#include "base/fault.hpp"

namespace hearth::referral {

namespace {

struct CurlEnd {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, CurlEnd>;

std::size_t take(char* bytes, std::size_t one, std::size_t count, void* reply) {
    std::string& body = static_cast<HttpReply*>(reply)->body;
    if (body.size() + one * count > k_reply_max) return 0;  // libcurl gives up with a write error
    body.append(bytes, one * count);
    return one * count;
}

Curl prepared(const std::string& url, const Way& way, HttpReply& reply) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    Curl curl(curl_easy_init());
    if (started != CURLE_OK || !curl) throw base::Fault("libcurl cannot be started");
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, way.timeout_ms);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply);
    if (!way.ca_file.empty()) curl_easy_setopt(curl.get(), CURLOPT_CAINFO, way.ca_file.c_str());
    if (!way.pinned_key.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_PINNEDPUBLICKEY, way.pinned_key.c_str());
        // The key itself is known, so no authority need vouch for it, nor for a name.
        curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYPEER, way.ca_file.empty() ? 0L : 1L);
        curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYHOST, way.ca_file.empty() ? 0L : 2L);
    }
    if (!way.user.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, way.user.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, way.password.c_str());
    }
    if (!way.unix_socket.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_UNIX_SOCKET_PATH, way.unix_socket.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");  // no proxy of the environment leads to a socket file
    }
    return curl;
}

void perform(const Curl& curl, const std::string& url, HttpReply& reply) {
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) throw base::Fault(url + ": " + curl_easy_strerror(code));
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply.status);
    const char* type = nullptr;
    curl_easy_getinfo(curl.get(), CURLINFO_CONTENT_TYPE, &type);
    if (type != nullptr) reply.type = type;
}

}  // namespace

bool HttpReply::is_success() const { return status == 200; }
bool HttpReply::is_conflict() const { return status == 409; }

HttpReply http_get(const std::string& url, const Way& way) {
    HttpReply reply;
    const Curl curl = prepared(url, way, reply);
    perform(curl, url, reply);
    return reply;
}

HttpReply http_post(const std::string& url, const std::string& body, const std::string& type, const Way& way) {
    HttpReply reply;
    const Curl curl = prepared(url, way, reply);
    const std::unique_ptr<curl_slist, CurlEnd> headers(curl_slist_append(nullptr, ("Content-Type: " + type).c_str()));
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    perform(curl, url, reply);
    return reply;
}

}  // namespace hearth::referral
