#include "clerk/totp.hpp"

#include <gtest/gtest.h>

namespace hearth::clerk {
namespace {

// RFC 6238, appendix B, for SHA-1; its codes have eight digits, of which ours are the last six.
constexpr std::string_view k_secret = "12345678901234567890";

TEST(Totp, GivesTheCodesOfTheRfc) {
    const struct {
        std::int64_t seconds;
        const char* code;
    } vectors[] = {{59, "94287082"},
                   {1'111'111'109, "07081804"},
                   {1'111'111'111, "14050471"},
                   {1'234'567'890, "89005924"},
                   {2'000'000'000, "69279037"},
                   {20'000'000'000, "65353130"}};
    for (const auto& one : vectors)
        EXPECT_EQ(totp_code(k_secret, one.seconds / 30), std::string(one.code).substr(2)) << one.seconds;
}

// RFC 4226, appendix D.
TEST(Totp, GivesTheCodesOfTheCounterItIsMadeOf) {
    const char* codes[] = {"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"};
    for (int i = 0; i < 10; ++i) EXPECT_EQ(totp_code(k_secret, i), codes[i]);
}

TEST(Totp, KnowsACodeForOneStepBeforeAndAfter) {
    const base::Instant now{1'111'111'111'000};
    const std::int64_t step = 1'111'111'111 / 30;
    for (std::int64_t off = -1; off <= 1; ++off)
        EXPECT_EQ(totp_step_of(totp_code(k_secret, step + off), k_secret, now), step + off);
    for (const std::int64_t off : {-2, 2}) EXPECT_EQ(totp_step_of(totp_code(k_secret, step + off), k_secret, now), std::nullopt);
    for (const char* wrong : {"", "05047", "0504711", "abcdef"}) EXPECT_EQ(totp_step_of(wrong, k_secret, now), std::nullopt);
}

TEST(Totp, NamesOfficeAndLoginToTheAuthenticator) {
    EXPECT_EQ(totp_uri(k_secret, "village", "gao yun"),
              "otpauth://totp/"
              "village:gao%20yun?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=village&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace hearth::clerk
