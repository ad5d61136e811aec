#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/effects.hpp"
#include "base/time.hpp"

/// One-time codes of those who hold posts: TOTP (RFC 6238) over HMAC-SHA-1, six digits, a new one every thirty seconds, as every
/// authenticator on a telephone makes them. That a code counts once only is kept by `store::PeopleStore`.
namespace hearth::clerk {

/// 160 bits of chance, as RFC 4226 advises.
std::string draw_totp_secret(base::Randomness& chance);

/// The code of a time step: so many times thirty seconds after 1970.
std::string totp_code(std::string_view secret, std::int64_t step);

/// The time step whose code this is: the present one, or one before or after it, for clocks that differ and for slow fingers.
std::optional<std::int64_t> totp_step_of(std::string_view code, std::string_view secret, base::Instant now);

/// What an authenticator reads out of a QR code. `issuer` is the office, `account` the login.
std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace hearth::clerk
