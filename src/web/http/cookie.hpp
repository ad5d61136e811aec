#pragma once

#include <string>
#include <string_view>

namespace hearth::web::http {

/// The value of the cookie `name` in a Cookie header (RFC 6265); empty when it is not there.
std::string cookie_in(std::string_view header, std::string_view name);

/// A Set-Cookie value that ends with the browser, is never shown to scripts or sent from other sites; `value` empty takes it back.
std::string set_cookie(const std::string& name, const std::string& value, bool only_over_tls);

}  // namespace hearth::web::http
