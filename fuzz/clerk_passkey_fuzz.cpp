// What browsers and authenticators send about passkeys: client data (JSON), attestation objects (CBOR), authenticator data.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "clerk/attestation.hpp"
#include "clerk/passkey.hpp"

using namespace hearth;

namespace {

const clerk::RelyingParty k_party{"hearth.test", "https://hearth.test"};
const std::string k_challenge = "0123456789abcdef";
const std::string k_client_data = R"({"type":"webauthn.create","challenge":")" + base::base64url(k_challenge) +
                                  R"(","origin":"https://hearth.test","crossOrigin":false})";
const clerk::PasskeyKey k_key{-8, std::string(32, '\x42')};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto said = clerk::read_attestation(bytes)) {
        HEARTH_CHECK(clerk::is_whole_cbor(bytes));
        HEARTH_CHECK(bytes.find(said->authenticator_data) != std::string::npos);
    }
    if (const auto made = clerk::made_passkey(k_party, k_challenge, k_client_data, bytes)) {
        HEARTH_CHECK(!made->id.empty() && bytes.find(made->id) != std::string::npos);
        HEARTH_CHECK(made->key.algorithm == -7 || made->key.algorithm == -8 || made->key.algorithm == -257);
    }
    HEARTH_CHECK(!clerk::made_passkey(k_party, k_challenge, bytes, bytes));
    // Nobody holds the other half of this key.
    HEARTH_CHECK(!clerk::proven_passkey(k_party, k_challenge, {bytes, bytes, bytes}, k_key));
    const std::string use = R"({"type":"webauthn.get)" + k_client_data.substr(k_client_data.find("create") + 6);
    HEARTH_CHECK(!clerk::proven_passkey(k_party, k_challenge, {use, bytes, bytes}, k_key));
    return 0;
}
