#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Passkeys of those who hold posts: Web Authentication Level 2 (W3C, 8 April 2021). libfido2 reads keys and verifies signatures;
/// what was signed, for whom and how, is judged here. We ask for no attestation: which make a device is, is nothing to us.
/// Not here: that a challenge is one of ours and counts once (clerk/challenges), that a counter goes up only (store::SignInStore),
/// whose passkey it is (web/desk).
namespace hearth::clerk {

/// For whom a passkey is made: it opens nothing at any other address.
struct RelyingParty {
    std::string id;      // "hearth.example"
    std::string origin;  // "https://hearth.example:8443"
};

/// `host` as in office.yaml, with or without a port; `localhost` is spoken to without TLS. Nothing for an address of numbers: no
/// browser makes a passkey for one.
std::optional<RelyingParty> relying_party(std::string_view host);

/// The public half, as we keep it.
struct PasskeyKey {
    int algorithm = 0;  // COSE: -7 ES256, -8 EdDSA, -257 RS256 of 2048 bits
    std::string bytes;  // as libfido2 lays it out
};

struct NewPasskey {
    std::string id;  // of the credential
    PasskeyKey key;
    std::uint32_t count = 0;
};

/// What the browser said when a passkey was made (section 7.1). `challenge` is the one that was given to it, as bytes. Refused, in
/// this order: `malformed` clerk/passkey_form; `not_permitted` clerk/passkey_elsewhere (another kind of message, origin or relying
/// party, or a page inside another site's), clerk/passkey_challenge; clerk/passkey_kind (an algorithm that is none of ours, or a
/// statement of a maker); clerk/passkey_signature; clerk/passkey_unverified (the device did not make sure who holds it).
base::Result<NewPasskey> made_passkey(const RelyingParty& party, std::string_view challenge, std::string_view client_data,
                                      std::string_view attestation_object);

/// What the browser said when a passkey was used.
struct Assertion {
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};

/// Gives the counter of the authenticator (section 7.2). Refused as above.
base::Result<std::uint32_t> proven_passkey(const RelyingParty& party, std::string_view challenge, const Assertion& assertion,
                                           const PasskeyKey& key);

}  // namespace hearth::clerk
