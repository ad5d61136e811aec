#include "web/http/date.hpp"

#include <array>
#include <ctime>

namespace hearth::web::http {

const std::string& date_now() {
    static thread_local std::time_t made_at = 0;
    static thread_local std::string made;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        constexpr std::size_t k_room = 64;
        std::array<char, k_room> text = {};
        std::tm parts = {};
        gmtime_r(&now, &parts);
        made.assign(text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
        made_at = now;
    }
    return made;
}

}  // namespace hearth::web::http
