#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearth::clerk::openid {

/// What is signed in a token (JSON Web Signature in its compact form, RFC 7515), once one of the keys (RFC 7517) was seen to have
/// signed it: RS256, PS256 or ES256 and nothing else, so that no token chooses how it is verified. libcjose verifies. Refused, in
/// this order: `malformed` clerk/openid_token_form; `not_permitted` clerk/openid_algorithm; clerk/openid_key (none of the keys is
/// the one that the token names, or several are, or it is a weak one); clerk/openid_signature.
base::Result<std::string> signed_payload(std::string_view token, std::string_view key_set);

}  // namespace hearth::clerk::openid
