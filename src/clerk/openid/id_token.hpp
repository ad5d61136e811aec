#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

namespace hearth::clerk::openid {

/// What an ID token that we asked for must say.
struct Expected {
    std::string issuer;
    std::string client;
    std::string nonce;
};

/// Who signed in, out of the claims of an ID token (OpenID Connect Core 1.0, section 3.1.3.7), whose signature was verified before
/// (`signed_payload`). Nothing else of them is read. Clocks may differ by a minute. Refused, in this order: `malformed`
/// clerk/openid_claims; `not_permitted` clerk/openid_issuer; clerk/openid_audience (it is not for us, or for others too);
/// `out_of_time` clerk/openid_expired; clerk/openid_issued (in time to come, or long ago); `not_permitted` clerk/openid_nonce.
base::Result<std::string> subject_in(std::string_view claims, const Expected& expected, base::Instant now);

/// What is kept of somebody at a provider, to know her again: a digest. Two providers may give out the same name.
std::string identity_of(std::string_view issuer, std::string_view subject);

}  // namespace hearth::clerk::openid
