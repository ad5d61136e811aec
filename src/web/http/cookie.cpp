#include "web/http/cookie.hpp"

namespace hearth::web::http {

std::string cookie_in(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto end = std::min(header.find(';'), header.size());
        std::string_view one = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.starts_with(name) && one.substr(name.size()).starts_with('=')) return std::string(one.substr(name.size() + 1));
    }
    return {};
}

std::string set_cookie(const std::string& name, const std::string& value, bool only_over_tls, SameSite sent) {
    std::string cookie = name + "=" + value + "; Path=/; HttpOnly; SameSite=" + (sent == SameSite::strict ? "Strict" : "Lax");
    if (value.empty()) cookie += "; Max-Age=0";
    if (only_over_tls) cookie += "; Secure";
    return cookie;
}

}  // namespace hearth::web::http
