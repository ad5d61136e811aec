#include "notice/hook.hpp"

#include <curl/curl.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <memory>

#include "base/bytes.hpp"
#include "base/fault.hpp"

namespace hearth::notice {
namespace {

struct CurlEnd {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, CurlEnd>;
using Lines = std::unique_ptr<curl_slist, CurlEnd>;

constexpr long k_send_ms = 15'000;
constexpr std::int64_t k_second_ms = 1'000;

void add(Lines& lines, const std::string& line) {
    curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
    if (longer == nullptr) throw base::Fault("no memory for a web hook");
    (void)lines.release();
    lines.reset(longer);
}

std::size_t forget(char*, std::size_t one, std::size_t count, void*) { return one * count; }

Lines headers_of(const Hook& hook, const HookEvent& event, std::int64_t seconds) {
    Lines headers;
    add(headers, "Content-Type: application/json");
    add(headers, "webhook-id: " + event.id);
    add(headers, "webhook-timestamp: " + std::to_string(seconds));
    add(headers, "webhook-signature: " + hook_signature(hook, event, seconds));
    add(headers, "Expect:");  // no waiting for a receiver that does not know it
    return headers;
}

HookSending answered(long status) {
    constexpr long k_first_success = 200;
    constexpr long k_first_other = 300;
    if (status >= k_first_success && status < k_first_other) return {true, {}};
    return {false, "it answers " + std::to_string(status)};
}

}  // namespace

base::Result<std::string> parse_hook_secret(std::string_view text) {
    constexpr std::string_view k_head = "whsec_";
    constexpr std::size_t k_bytes_min = 24;
    constexpr std::size_t k_bytes_max = 64;
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
    const base::Refusal malformed{base::Reason::malformed, "notice/hook_secret", {}, {}};
    if (!text.starts_with(k_head)) return malformed;
    auto bytes = base::from_base64(text.substr(k_head.size()));
    if (!bytes || bytes->size() < k_bytes_min || bytes->size() > k_bytes_max) return malformed;
    return bytes;
}

std::string hook_signature(const Hook& hook, const HookEvent& event, std::int64_t seconds) {
    const std::string told = event.id + "." + std::to_string(seconds) + "." + event.body;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned int size = 0;
    const unsigned char* made = HMAC(EVP_sha256(), hook.secret.data(), static_cast<int>(hook.secret.size()),
                                     reinterpret_cast<const unsigned char*>(told.data()), told.size(), digest.data(), &size);
    if (made == nullptr) throw base::Fault("OpenSSL makes no HMAC");
    return "v1," + base::base64({reinterpret_cast<const char*>(digest.data()), size});
}

HookSending send_to_hook(const Hook& hook, const HookEvent& event, base::Instant now) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    const Curl curl(curl_easy_init());
    if (started != CURLE_OK || !curl) throw base::Fault("libcurl cannot be started");
    const Lines headers = headers_of(hook, event, now.ms / k_second_ms);
    curl_easy_setopt(curl.get(), CURLOPT_URL, hook.address.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");  // which of them, office.yaml says
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, k_send_ms);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, event.body.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(event.body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, forget);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) return {false, curl_easy_strerror(code)};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return answered(status);
}

}  // namespace hearth::notice
