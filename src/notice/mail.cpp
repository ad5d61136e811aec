#include "notice/mail.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "base/bytes.hpp"
#include "base/fault.hpp"

namespace hearth::notice {
namespace {

struct CurlEnd {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Curl = std::unique_ptr<CURL, CurlEnd>;
using Lines = std::unique_ptr<curl_slist, CurlEnd>;
using Mime = std::unique_ptr<curl_mime, CurlEnd>;

constexpr long k_send_ms = 30'000;

void add(Lines& lines, const std::string& line) {
    curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
    if (longer == nullptr) throw base::Fault("no memory for a mail");
    (void)lines.release();
    lines.reset(longer);
}

Lines headers_of(const MailServer& server, const Mail& mail, base::Instant now) {
    Lines headers;
    add(headers, "Date: " + mail_date(now));
    add(headers, "From: <" + server.from + ">");
    add(headers, "To: <" + mail.to + ">");
    add(headers, "Subject: " + encoded_header(mail.subject));
    add(headers, "Message-ID: <" + mail.id + ">");
    add(headers, "Auto-Submitted: auto-generated");
    add(headers, "List-Unsubscribe: <" + mail.stop + ">");
    add(headers, "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    return headers;
}

Curl prepared(const MailServer& server) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    Curl curl(curl_easy_init());
    if (started != CURLE_OK || !curl) throw base::Fault("libcurl cannot be started");
    curl_easy_setopt(curl.get(), CURLOPT_URL, server.address.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, k_send_ms);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
    if (!server.user.empty()) {
        // A password travels under TLS or not at all.
        curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, server.password.c_str());
    }
    return curl;
}

Sending what_became(const Curl& curl, CURLcode code) {
    if (code == CURLE_OK) return {Sending::Fate::taken, {}};
    long answer = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
    const bool is_about_mail = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
    std::string words = curl_easy_strerror(code);
    if (answer > 0) words += " (" + std::to_string(answer) + ")";
    if (!is_about_mail || answer < 400 || answer >= 600) return {Sending::Fate::nobody, std::move(words)};
    return {answer >= 500 ? Sending::Fate::refused : Sending::Fate::later, std::move(words)};
}

}  // namespace

Sending send_mail(const MailServer& server, const Mail& mail, base::Instant now) {
    const Curl curl = prepared(server);
    const Lines headers = headers_of(server, mail, now);
    Lines readers;
    add(readers, "<" + mail.to + ">");
    const std::string from = "<" + server.from + ">";
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, readers.get());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    const Mime mime(curl_mime_init(curl.get()));
    curl_mimepart* text = curl_mime_addpart(mime.get());
    curl_mime_data(text, mail.body.data(), mail.body.size());
    curl_mime_type(text, "text/plain; charset=utf-8");
    curl_mime_encoder(text, "base64");
    curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, mime.get());
    return what_became(curl, curl_easy_perform(curl.get()));
}

std::string encoded_header(const std::string& text) {
    // An encoded word has 75 characters at most, of which "=?UTF-8?B?" and "?=" take 12: 60 of base64 are 45 bytes.
    constexpr std::size_t k_bytes_max = 45;
    const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (std::ranges::all_of(text, is_plain) && text.find("=?") == std::string::npos) return text;
    std::string encoded;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(at + k_bytes_max, text.size());
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;  // no character is cut in two
        encoded +=
            (encoded.empty() ? "=?UTF-8?B?" : " =?UTF-8?B?") + base::base64(std::string_view(text).substr(at, end - at)) + "?=";
        at = end;
    }
    return encoded;
}

std::string mail_date(base::Instant at) {
    static constexpr std::array<const char*, 7> k_days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> k_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const base::CivilTime time = base::civil_time(at, 0);
    const std::chrono::weekday day{std::chrono::sys_days(time.date)};
    const int seconds = static_cast<int>(time.ms_of_day / 1000);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000", k_days.at(day.c_encoding()),
                  static_cast<unsigned>(time.date.day()), k_months.at(static_cast<unsigned>(time.date.month()) - 1),
                  static_cast<int>(time.date.year()), seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text.data();
}

}  // namespace hearth::notice
