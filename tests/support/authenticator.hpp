#pragma once

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "clerk/passkey.hpp"

namespace hearth::tests {

/// A device that makes one passkey (ES256) and signs with it, as a browser would hand it on; and may be told to do so wrongly.
class Authenticator {
public:
    Authenticator();

    std::string rp_id = "hearth.test";
    std::string origin = "https://hearth.test";
    std::string credential = "sixteen bytes id";
    std::uint32_t count = 0;
    bool verifies = true;  // asks for a PIN or the like
    bool is_inside_another_site = false;

    struct Made {
        std::string client_data;
        std::string attestation_object;
    };
    [[nodiscard]] Made make(std::string_view challenge) const;
    [[nodiscard]] clerk::Assertion sign(std::string_view challenge) const;

private:
    [[nodiscard]] std::string client_data(const char* type, std::string_view challenge) const;
    [[nodiscard]] std::string data(unsigned char more_flags) const;

    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

}  // namespace hearth::tests
