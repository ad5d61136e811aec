#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearth::clerk {

/// What an authenticator says when it makes a passkey, taken out of its CBOR (WebAuthn Level 2, section 6.5.4). Nothing of it is
/// believed yet.
struct Attestation {
    std::string format;              // "none", "packed", ..
    std::string signature;           // empty: the statement has none
    bool has_certificates = false;   // of a maker; we ask for none
    std::string authenticator_data;  // section 6.1
};

/// Refused `malformed` clerk/passkey_form: bytes that are no such object, with something after it, or whose counts promise more
/// than there are bytes, so that nothing is put aside for what never comes.
base::Result<Attestation> read_attestation(std::string_view object);

/// Whether the CBOR items in these bytes (RFC 8949), one after another, are whole and promise no more members than there are bytes.
bool is_whole_cbor(std::string_view bytes);

}  // namespace hearth::clerk
