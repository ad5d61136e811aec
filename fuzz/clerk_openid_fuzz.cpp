// What a provider sends when somebody signs in elsewhere: its document and keys (JSON), tokens (JWS), their claims.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.hpp"
#include "clerk/openid/exchange.hpp"
#include "clerk/openid/id_token.hpp"
#include "clerk/openid/signature.hpp"

using namespace hearth;
using namespace hearth::clerk;

namespace {

const std::string k_issuer = "https://id.example";
const openid::Expected k_expected{k_issuer, "village", "nonce"};
constexpr base::Instant k_now{1'795'000'000'000};

// Of RFC 7515, appendix A.3.
const std::string k_keys = R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                           R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";
const std::string k_token =
    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
const std::string k_payload = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto metadata = openid::read_metadata(bytes, k_issuer)) {
        HEARTH_CHECK(metadata->issuer == k_issuer);
        const std::string address = openid::authorization_address(*metadata, {k_issuer, "village", ""}, {bytes, bytes, "v", "r"});
        HEARTH_CHECK(openid::is_address(metadata->token_endpoint) && address.find_first_of("\r\n\" <>") == std::string::npos);
    }
    // Nobody but the holder of this key signs under it, and nobody else's key takes what it signed for another text.
    if (const auto payload = openid::signed_payload(bytes, k_keys)) HEARTH_CHECK(*payload == k_payload);
    if (const auto payload = openid::signed_payload(k_token, bytes)) HEARTH_CHECK(*payload == k_payload);
    if (const auto subject = openid::subject_in(bytes, k_expected, k_now))
        HEARTH_CHECK(!subject->empty() && bytes.find("nonce") != std::string::npos);
    if (const auto token = openid::id_token_in(bytes)) HEARTH_CHECK(token->size() <= bytes.size());
    return 0;
}
