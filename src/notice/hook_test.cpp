#include "notice/hook.hpp"

#include <gtest/gtest.h>

using namespace hearth::notice;

// The example of the Standard Webhooks specification, as its reference libraries test it.
TEST(HookSignature, IsThatOfTheSpecification) {
    const auto secret = parse_hook_secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    ASSERT_TRUE(secret);
    const HookEvent event{"msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}"};
    EXPECT_EQ(hook_signature({"", *secret}, event, 1614265330), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    EXPECT_NE(hook_signature({"", *secret}, event, 1614265331), hook_signature({"", *secret}, event, 1614265330));
}

TEST(HookSecret, HasTheFormAndTheLengthThatReceiversKnow) {
    for (const char* wrong :
         {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==", "whsec_!!!!"})
        EXPECT_FALSE(parse_hook_secret(wrong)) << wrong;
}
