#pragma once

#include <string>
#include <string_view>

namespace hearth::web::http {

/// The value of the cookie `name` in a Cookie header (RFC 6265); empty when it is not there.
std::string cookie_in(std::string_view header, std::string_view name);

/// Whether a browser sends a cookie along when another site leads to us: never, or when it goes to a page of ours as a whole.
enum class SameSite { strict, lax };

/// A Set-Cookie value that ends with the browser and is never shown to scripts; `value` empty takes it back.
std::string set_cookie(const std::string& name, const std::string& value, bool only_over_tls, SameSite sent = SameSite::strict);

}  // namespace hearth::web::http
