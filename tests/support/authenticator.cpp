#include "tests/support/authenticator.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "base/json.hpp"
#include "record/sha256.hpp"

namespace hearth::tests {
namespace {

constexpr std::size_t k_coordinate_bytes = 32;

std::string digest_of(std::string_view bytes) { return std::string(base::view(record::sha256(bytes))); }

std::string coordinate(EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    HEARTH_CHECK(EVP_PKEY_get_bn_param(key, name, &number) == 1);
    std::string bytes(k_coordinate_bytes, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(number);
    return bytes;
}

/// A CBOR head of a byte string, a text or a map (RFC 8949, section 3), of less than 65536.
std::string head(unsigned char major, std::size_t size) {
    const auto top = static_cast<unsigned char>(major << 5U);
    if (size < 24) return {static_cast<char>(top | size)};
    if (size < 256) return {static_cast<char>(top | 24U), static_cast<char>(size)};
    return {static_cast<char>(top | 25U), static_cast<char>(size >> 8U), static_cast<char>(size & 0xFF)};
}
std::string bytes(std::string_view value) { return head(2, value.size()) + std::string(value); }
std::string text(std::string_view value) { return head(3, value.size()) + std::string(value); }

std::string signed_by(EVP_PKEY* key, const std::string& what) {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto* bytes = reinterpret_cast<const unsigned char*>(what.data());
    std::size_t size = 0;
    HEARTH_CHECK(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1);
    HEARTH_CHECK(EVP_DigestSign(context.get(), nullptr, &size, bytes, what.size()) == 1);
    std::string signature(size, '\0');
    HEARTH_CHECK(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, what.size()) == 1);
    signature.resize(size);
    return signature;
}

}  // namespace

Authenticator::Authenticator() : key_(EVP_EC_gen("P-256"), &EVP_PKEY_free) {}

std::string Authenticator::client_data(const char* type, std::string_view challenge) const {
    return base::Json{
        {"type", type}, {"challenge", base::base64url(challenge)}, {"origin", origin}, {"crossOrigin", is_inside_another_site}}
        .dump();
}

std::string Authenticator::data(unsigned char more_flags) const {
    const auto flags = static_cast<unsigned char>(0x01U | (verifies ? 0x04U : 0U) | more_flags);
    std::string data = digest_of(rp_id) + static_cast<char>(flags);
    for (int shift = 24; shift >= 0; shift -= 8) data += static_cast<char>((count >> shift) & 0xFF);
    return data;
}

Authenticator::Made Authenticator::make(std::string_view challenge) const {
    const std::string key = head(5, 5) + "\x01\x02" + "\x03\x26" + std::string("\x20\x01", 2) + "\x21" +
                            bytes(coordinate(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X)) + "\x22" +
                            bytes(coordinate(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y));
    const std::string made = data(0x40) + std::string(16, '\0') + '\0' + static_cast<char>(credential.size()) + credential + key;
    return {client_data("webauthn.create", challenge),
            head(5, 3) + text("fmt") + text("none") + text("attStmt") + head(5, 0) + text("authData") + bytes(made)};
}

clerk::Assertion Authenticator::sign(std::string_view challenge) const {
    clerk::Assertion assertion{client_data("webauthn.get", challenge), data(0), {}};
    assertion.signature = signed_by(key_.get(), assertion.authenticator_data + digest_of(assertion.client_data));
    return assertion;
}

}  // namespace hearth::tests
