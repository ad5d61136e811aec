#include "web/http/date.hpp"

#include <array>
#include <ctime>

namespace hearth::web::http {

std::string http_date(std::int64_t seconds_since_1970) {
    constexpr std::size_t k_room = 64;
    std::array<char, k_room> text = {};
    std::tm parts = {};
    const std::time_t when = seconds_since_1970;
    gmtime_r(&when, &parts);
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

const std::string& date_now() {
    static thread_local std::time_t made_at = 0;
    static thread_local std::string made;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        made = http_date(now);
        made_at = now;
    }
    return made;
}

}  // namespace hearth::web::http
