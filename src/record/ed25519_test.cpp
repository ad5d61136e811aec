#include "record/ed25519.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/shared_data.hpp"

namespace hearth::record {
namespace {

base::Bytes32 key_of(std::string_view hex) { return base::to_bytes32(*base::from_hex(hex)).value(); }

// RFC 8032 section 7.1, test 2.
TEST(Ed25519, SignsAsTheStandardDoes) {
    const Ed25519Signer signer(key_of("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    EXPECT_EQ(base::hex(base::view(signer.public_key())), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const std::string signature = signer.sign("\x72");
    EXPECT_EQ(base::hex(signature),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(verify_ed25519(signer.public_key(), "\x72", signature));
    EXPECT_FALSE(verify_ed25519(signer.public_key(), "\x73", signature));
    EXPECT_FALSE(verify_ed25519(signer.public_key(), "\x72", signature.substr(1)));
    EXPECT_FALSE(verify_ed25519(signer.public_key(), "\x72", signature + 'x'));
}

// Adding the group order to S gives a second signature on the same text unless it is refused.
TEST(Ed25519, RefusesAScalarBeyondTheGroupOrder) {
    const Ed25519Signer signer(base::Bytes32{7});
    std::string signature = signer.sign("text");
    const std::string order = *base::from_hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    int carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += static_cast<unsigned char>(signature[32 + i]) + static_cast<unsigned char>(order[i]);
        signature[32 + i] = static_cast<char>(carry & 0xff);
        carry >>= 8;
    }
    EXPECT_FALSE(verify_ed25519(signer.public_key(), "text", signature));
}

TEST(Ed25519, RefusesTheIdentityAsAKey) {
    base::Bytes32 identity{1};
    // For the identity, R = [S]B satisfies the equation for every message.
    EXPECT_FALSE(verify_ed25519(identity, "any text", std::string(base::view(identity)) + std::string(32, '\0')));
}

// C2SP/CCTV: every edge case of the two points. Refused is exactly what has one of these marks; points that merely contain a
// component of low order are not recognisable, and pass.
TEST(Ed25519, DecidesEveryEdgeCaseByTheStatedRule) {
    const auto file = tests::shared_data("tlog/cctv-ed25519/ed25519vectors.json");
    if (!file) GTEST_SKIP() << "the Ed25519 edge cases are not beside the project";
    const std::set<std::string> refused{"low_order_A",     "low_order_R",       "non_canonical_A",
                                        "non_canonical_R", "low_order_residue", "reencoded_k"};
    std::ifstream in(*file);
    const auto vectors = nlohmann::json::parse(in);
    int accepted = 0;
    for (const auto& vector : vectors) {
        const std::vector<std::string> flags =
            vector["flags"].is_null() ? std::vector<std::string>{} : vector["flags"].get<std::vector<std::string>>();
        const bool must_pass = std::ranges::none_of(flags, [&](const std::string& flag) { return refused.contains(flag); });
        const bool passes = verify_ed25519(key_of(vector["key"].get<std::string>()), vector["msg"].get<std::string>(),
                                           *base::from_hex(vector["sig"].get<std::string>()));
        EXPECT_EQ(passes, must_pass) << vector.dump();
        accepted += passes ? 1 : 0;
    }
    EXPECT_EQ(vectors.size(), 914U);
    EXPECT_EQ(accepted, 43);
}

RC_GTEST_PROP(Ed25519, AnyFlippedBitIsRefused, (const std::string& message)) {
    const Ed25519Signer signer(base::Bytes32{3});
    std::string signature = signer.sign(message);
    const int bit = *rc::gen::inRange(0, 512);
    signature[static_cast<std::size_t>(bit / 8)] ^= static_cast<char>(1 << bit % 8);
    RC_ASSERT(!verify_ed25519(signer.public_key(), message, signature));
}

}  // namespace
}  // namespace hearth::record
