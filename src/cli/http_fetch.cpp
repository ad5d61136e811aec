#include <curl/curl.h>

#include "base/fault.hpp"
#include "cli/record_source.hpp"

namespace hearth::cli {

namespace {

constexpr std::size_t k_file_bytes_max = 17'000'000;  // 256 entries of 65,535 bytes and their lengths
constexpr long k_stalled_seconds = 30;

std::size_t receive(char* data, std::size_t size, std::size_t count, void* to) {
    auto& text = *static_cast<std::string*>(to);
    if (text.size() + size * count > k_file_bytes_max) return 0;
    text.append(data, size * count);
    return size * count;
}

class FetchedFiles final : public ServedFiles {
public:
    explicit FetchedFiles(std::string address) : address_(std::move(address)), curl_(curl_easy_init()) {
        if (curl_ == nullptr) throw base::Fault("libcurl cannot start");
        while (address_.ends_with('/')) address_.pop_back();
        curl_easy_setopt(curl_, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(curl_, CURLOPT_FOLLOWLOCATION, 1L);
        curl_easy_setopt(curl_, CURLOPT_MAXREDIRS, 3L);
        curl_easy_setopt(curl_, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(curl_, CURLOPT_ACCEPT_ENCODING, "");
        curl_easy_setopt(curl_, CURLOPT_CONNECTTIMEOUT, k_stalled_seconds);
        curl_easy_setopt(curl_, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(curl_, CURLOPT_LOW_SPEED_TIME, k_stalled_seconds);
        curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, &receive);
    }
    ~FetchedFiles() override { curl_easy_cleanup(curl_); }
    FetchedFiles(const FetchedFiles&) = delete;
    FetchedFiles& operator=(const FetchedFiles&) = delete;

    std::optional<std::string> get(const std::string& path) override {
        const std::string url = address_ + "/" + path;
        std::string text;
        curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &text);
        const CURLcode code = curl_easy_perform(curl_);
        if (code != CURLE_OK) throw base::Fault(url + ": " + curl_easy_strerror(code));
        long status = 0;
        curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
        if (status == 404 || status == 410) return std::nullopt;
        if (status != 200) throw base::Fault(url + ": the server answers " + std::to_string(status));
        return text;
    }

private:
    std::string address_;
    CURL* curl_;
};

}  // namespace

std::unique_ptr<ServedFiles> files_below_address(const std::string& address) { return std::make_unique<FetchedFiles>(address); }

}  // namespace hearth::cli
