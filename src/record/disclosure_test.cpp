#include "record/disclosure.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/bytes.hpp"
#include "tests/support/shared_data.hpp"

namespace hearth::record {
namespace {

// RFC 9901 section 4.2.1 and 4.2.3.
constexpr std::string_view k_moebius = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
constexpr std::string_view k_moebius_digest = "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0";

TEST(Disclosure, HasTheDigestOfTheStandard) {
    EXPECT_EQ(digest_of(k_moebius), k_moebius_digest);
    const Disclosed opened = open_disclosure(k_moebius).value();
    EXPECT_EQ(opened.name, "family_name");
    EXPECT_EQ(opened.value, "Möbius");
}

TEST(Disclosure, TheTwelveDigestsOfTheStandard) {
    const auto file = tests::shared_data("jcs/sd-jwt-rfc9901.jsonl");
    if (!file) GTEST_SKIP() << "the RFC 9901 digests are not beside the project";
    std::ifstream in(*file);
    int count = 0;
    for (std::string line; std::getline(in, line); ++count) {
        const base::Json vector = base::parse_json(line).value();
        const auto disclosure = vector["disclosure"].get<std::string>();
        EXPECT_EQ(digest_of(disclosure), vector["sha256_b64url"].get<std::string>());
        EXPECT_EQ(base::from_base64url(disclosure).value(), vector["contents"].get<std::string>());
        // Disclosures of array elements have no name; acts have none of those.
        EXPECT_EQ(open_disclosure(disclosure).has_value(), base::parse_json(*base::from_base64url(disclosure))->size() == 3);
    }
    EXPECT_EQ(count, 12);
}

TEST(Disclosure, IsWrittenAsItIsRead) {
    EXPECT_EQ(encode_disclosure("c2FsdA", "request.words", "{\"a\":[1]}"),
              base::base64url(R"(["c2FsdA","request.words",{"a":[1]}])"));
    const Disclosed opened = open_disclosure(encode_disclosure("c2FsdA", "request.words", "{\"a\":[1]}")).value();
    EXPECT_EQ(opened.name, "request.words");
    EXPECT_EQ(opened.value, (base::Json{{"a", {1}}}));
}

TEST(Disclosure, RefusesWhatIsNoNamedClaim) {
    for (const std::string_view claim : {R"(["s","n"])", R"(["s","n",1,2])", R"([1,"n",1])", R"(["s",1,1])", R"({"s":"n"})", "7",
                                         "", R"(["s","_sd",1])", R"(["s","...",1])",
                                         R"(["s","n",1] )"
                                         "x"}) {
        EXPECT_EQ(open_disclosure(base::base64url(claim)).error().rule, "record/disclosure") << claim;
    }
    EXPECT_FALSE(open_disclosure(std::string(k_moebius) + "="));
    EXPECT_FALSE(open_disclosure("W!"));
    EXPECT_TRUE(open_disclosure(base::base64url(R"(["s","_sd_alg",1])")));
}

TEST(CheckDisclosures, FollowsTheRulesOfTheStandard) {
    const std::string other = base::base64url(R"(["s","n",1])");
    const std::string other_digest = digest_of(other);
    const std::vector<std::string_view> both{k_moebius_digest, other_digest};
    EXPECT_TRUE(check_disclosures(both, {k_moebius, other}));
    EXPECT_TRUE(check_disclosures(both, {other}));
    EXPECT_TRUE(check_disclosures(both, {}));
    const auto refused = [](std::string rule, std::string detail) {
        return base::Refusal{base::Reason::malformed, std::move(rule), {}, std::move(detail)};
    };
    EXPECT_EQ(check_disclosures({k_moebius_digest}, {k_moebius, other}).error(), refused("record/disclosure_unknown", "1"));
    EXPECT_EQ(check_disclosures(both, {other, k_moebius, other}).error(), refused("record/disclosure_twice", "2"));
    EXPECT_EQ(check_disclosures({k_moebius_digest, other_digest, k_moebius_digest}, {}).error(),
              refused("record/digest_twice", "2"));
}

}  // namespace
}  // namespace hearth::record
