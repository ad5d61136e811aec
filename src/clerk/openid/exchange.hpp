#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "clerk/openid/metadata.hpp"

/// What goes to and fro with a provider in the authorization code flow (OpenID Connect Core 1.0, section 3.1), with PKCE (RFC
/// 7636).
namespace hearth::clerk::openid {

/// An office as the provider knows it.
struct Client {
    std::string issuer;
    std::string id;
    std::string secret;
};

/// One try to sign in.
struct Attempt {
    std::string state;     // comes back with the answer
    std::string nonce;     // comes back in the token
    std::string verifier;  // without it nobody makes anything of the code
    std::string redirect;  // where the browser comes back to
};

/// Where the browser goes. Asked for is who she is (`openid`), and nothing else about her.
std::string authorization_address(const Metadata& metadata, const Client& client, const Attempt& attempt);

/// The form that turns a code into tokens.
std::string token_form(const std::string& code, const Attempt& attempt);

/// The ID token in the answer to it; the other tokens are left where they are. Refused `malformed` clerk/openid_response.
base::Result<std::string> id_token_in(std::string_view answer);

}  // namespace hearth::clerk::openid
