#include "record/tlog_policy.hpp"

#include <gtest/gtest.h>

#include "record/ed25519.hpp"

namespace hearth::record {
namespace {

VerifierKey key(const std::string& name, std::uint8_t seed, VerifierKey::Type type = VerifierKey::Type::cosignature) {
    return {name, type, Ed25519Signer(base::Bytes32{seed}).public_key()};
}

std::string witness(const std::string& name, std::uint8_t seed) { return "witness " + name + " " + key(name, seed).text() + "\n"; }

const std::string k_log = key("log.example", 100, VerifierKey::Type::note).text();
const std::string k_six = witness("X1", 1) + witness("X2", 2) + witness("X3", 3) + "group X 2 X1 X2 X3\n" + witness("Y1", 4) +
                          witness("Y2", 5) + witness("Y3", 6) + "group Y any Y1 Y2 Y3\n";

// The example of C2SP tlog-policy: two of the X and one of the Y.
TEST(TlogPolicy, CountsGroupsOfGroups) {
    const TlogPolicy policy = TlogPolicy::parse("# whom I trust\n\n \tlog " + k_log + "\thttps://log.example/ \n" + k_six +
                                                "group X-and-Y all X Y\nquorum X-and-Y\n")
                                  .value();
    EXPECT_EQ(policy.logs().size(), 1U);
    EXPECT_EQ(policy.keys().size(), 7U);
    EXPECT_EQ(policy.quorum(), "X-and-Y");
    EXPECT_TRUE(policy.is_quorate(std::vector{key("X1", 1), key("X3", 3), key("Y2", 5)}));
    EXPECT_FALSE(policy.is_quorate(std::vector{key("X1", 1), key("X3", 3)}));
    EXPECT_FALSE(policy.is_quorate(std::vector{key("X1", 1), key("Y1", 4), key("Y2", 5), key("Y3", 6)}));
    EXPECT_FALSE(policy.is_quorate({}));
}

TEST(TlogPolicy, TakesOneWitnessOrNone) {
    EXPECT_TRUE(TlogPolicy::parse("quorum none\n").value().is_quorate({}));
    const TlogPolicy one = TlogPolicy::parse(witness("W", 1) + "quorum W\n").value();
    EXPECT_TRUE(one.is_quorate(std::vector{key("W", 1)}));
    EXPECT_FALSE(one.is_quorate(std::vector{key("W", 2)}));
}

TEST(TlogPolicy, NamesTheLineAndTheWord) {
    const std::string cosigner = key("w", 9).text();
    const std::tuple<std::string, int, std::string> texts[] = {
        {"", 1, "quorum"},
        {"quorum none", 1, ""},
        {"quorum none\nquorum none\n", 2, "quorum"},
        {"quorum W\n", 1, "W"},
        {"quorum\n", 1, "quorum"},
        {"trust me\n", 1, "trust"},
        {"log\n", 1, "log"},
        {"log x\n", 1, "x"},
        {"log " + cosigner + "\n", 1, cosigner},
        {"log " + k_log + "\nlog " + k_log + "\n", 2, k_log},
        {"witness w " + k_log + "\n", 1, k_log},
        {"witness none " + cosigner + "\n", 1, "none"},
        {"witness w " + cosigner + "\nwitness v " + cosigner + "\n", 2, cosigner},
        {k_six + "group Z all X W\n", 9, "W"},
        {k_six + "group Z all X1\n", 9, "X1"},
        {k_six + "group Z any X X\n", 9, "X"},
        {k_six + "group Z any none\n", 9, "none"},
        {k_six + "group X any Y\n", 9, "X"},
        {k_six + "group Z any\n", 9, "group"},
        {k_six + "group Z 0 X\n", 9, "0"},
        {k_six + "group Z 2 X\n", 9, "2"},
        {k_six + "group Z most X\n", 9, "most"},
        {"quorum none\r\n", 1, ""},
    };
    for (const auto& [text, line, word] : texts) {
        const auto policy = TlogPolicy::parse(text);
        ASSERT_FALSE(policy) << text;
        EXPECT_EQ(policy.error(), (base::Refusal{base::Reason::malformed, "record/policy", {"", line, 0, word}, {}})) << text;
    }
}

}  // namespace
}  // namespace hearth::record
