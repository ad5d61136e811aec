#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearth::clerk::openid {

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as we need it.
struct Metadata {
    std::string issuer;
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    bool names_itself = false;  // each answer of its says whose it is (RFC 9207)
};

/// Over TLS, or on this machine for trial; nothing in it that would mean something else in a page or a header.
bool is_address(std::string_view text);

/// An address without query, as it names a provider. It is compared letter by letter, so a stroke at its end makes another.
bool is_issuer(std::string_view text);

/// Where the provider says it.
std::string metadata_address(const std::string& issuer);

/// Refused `malformed` clerk/openid_metadata: no such document, one of another issuer, or one that leads to no address.
base::Result<Metadata> read_metadata(std::string_view document, std::string_view issuer);

}  // namespace hearth::clerk::openid
