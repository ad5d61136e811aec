#include <cjose/cjose.h>
#include <gmock/gmock.h>

#include <future>

#include "base/bytes.hpp"
#include "clerk/openid/id_token.hpp"
#include "clerk/openid/provider.hpp"
#include "clerk/openid/signature.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/openid_provider.hpp"

using namespace hearth;
using namespace hearth::clerk::openid;
using base::Json;
using testing::HasSubstr;
using tests::ec_key;
using tests::signed_token;

namespace {

template <class T>
std::string rule_of(const base::Result<T>& result) {
    return result ? "none" : result.error().rule;
}

std::string set_of(std::vector<Json> keys) { return Json{{"keys", std::move(keys)}}.dump(); }

const std::string k_rfc_payload = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
const std::string k_rfc_body = "." + base::base64url(k_rfc_payload) + ".";

/// A new pair of an RSA key of so many bits, as JSON.
Json rsa_key(std::size_t bits) {
    const std::string e("\x01\x00\x01", 3);
    cjose_jwk_t* key = cjose_jwk_create_RSA_random(bits, reinterpret_cast<const std::uint8_t*>(e.data()), e.size(), nullptr);
    char* text = cjose_jwk_to_json(key, true, nullptr);
    Json pair = Json::parse(text);
    std::free(text);
    cjose_jwk_release(key);
    return pair;
}

}  // namespace

TEST(OpenidSignature, OfTheRfcIsVerifiedInBothKinds) {
    const Json rsa{
        {"kty", "RSA"},
        {"e", "AQAB"},
        {"n",
         "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_"
         "YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-"
         "UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZl"
         "xvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}};
    const std::string by_rsa =
        base::base64url(R"({"alg":"RS256"})") + k_rfc_body +
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr"
        "7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi"
        "12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypG"
        "lUPQGe77Rw";
    const std::string by_ec = base::base64url(R"({"alg":"ES256"})") + k_rfc_body +
                              "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    const std::string keys = set_of({rsa, ec_key("ec")});
    EXPECT_EQ(signed_payload(by_rsa, keys).value(), k_rfc_payload);
    EXPECT_EQ(signed_payload(by_ec, keys).value(), k_rfc_payload);
    for (std::size_t at = 0; at < by_ec.size(); ++at) {
        std::string other = by_ec;
        other[at] = other[at] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(signed_payload(other, keys)) << at;
    }
}

TEST(OpenidSignature, OfPs256IsVerifiedToo) {
    const Json pair = rsa_key(2048);
    EXPECT_EQ(signed_payload(signed_token(pair, {{"alg", "PS256"}}, "{}"), set_of({pair})).value(), "{}");
    EXPECT_EQ(rule_of(signed_payload(signed_token(pair, {{"alg", "RS512"}}, "{}"), set_of({pair}))), "clerk/openid_algorithm");
}

TEST(OpenidSignature, IsNeverOfAnAlgorithmThatTheTokenChooses) {
    const std::string keys = set_of({ec_key("k1")});
    const std::string none = base::base64url(R"({"alg":"none"})") + "." + base::base64url("{}") + ".";
    EXPECT_EQ(rule_of(signed_payload(none, keys)), "clerk/openid_algorithm");
    // The old trick: what is public as a key is taken for a secret that both share.
    const Json secret{{"kty", "oct"}, {"k", base::base64url(ec_key("k1").dump())}};
    EXPECT_EQ(rule_of(signed_payload(signed_token(secret, {{"alg", "HS256"}}, "{}"), keys)), "clerk/openid_algorithm");
    EXPECT_EQ(rule_of(signed_payload(signed_token(secret, {{"alg", "HS256"}}, "{}"), set_of({secret}))), "clerk/openid_algorithm");
}

TEST(OpenidSignature, IsByTheOneKeyThatTheTokenNames) {
    const std::string token = signed_token(ec_key("k1"), {{"alg", "ES256"}, {"kid", "k1"}}, "{}");
    EXPECT_EQ(signed_payload(token, set_of({ec_key("k0"), ec_key("k1")})).value(), "{}");
    Json other_use = ec_key("k1");
    other_use["use"] = "enc";
    Json other_algorithm = ec_key("k1");
    other_algorithm["alg"] = "ES384";
    for (const Json& key :
         {ec_key("k2"), other_use, other_algorithm, Json("k1"), Json{{"kty", "EC"}, {"crv", "P-256"}, {"kid", "k1"}}})
        EXPECT_EQ(rule_of(signed_payload(token, set_of({key}))), "clerk/openid_key") << key;
    EXPECT_EQ(rule_of(signed_payload(token, set_of({ec_key("k1"), ec_key("k1")}))), "clerk/openid_key") << "which one?";
    for (const char* keys : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":[]})"})
        EXPECT_EQ(rule_of(signed_payload(token, keys)), "clerk/openid_key") << keys;
    const Json weak = rsa_key(1024);
    EXPECT_EQ(rule_of(signed_payload(signed_token(weak, {{"alg", "RS256"}}, "{}"), set_of({weak}))), "clerk/openid_key");
    for (const char* number : {"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9=PHvRVEU", "", "AA", "A"}) {
        Json other_number = ec_key("k1");
        other_number["x"] = number;
        EXPECT_EQ(rule_of(signed_payload(token, set_of({other_number}))), "clerk/openid_key") << number;
    }
    Json stranger = ec_key("k1");
    stranger["x"] = ec_key("k1")["y"];
    EXPECT_FALSE(signed_payload(token, set_of({stranger}))) << "no point of the curve";
}

TEST(OpenidSignature, IsReadInItsCompactFormOnly) {
    const std::string keys = set_of({ec_key("k1")});
    const std::string token = signed_token(ec_key("k1"), {{"alg", "ES256"}}, "{}");
    for (const std::string& other :
         {std::string(), std::string(".."), token + ".", token.substr(0, token.rfind('.')), "e30" + token,
          base::base64url("{}") + token.substr(token.find('.')), std::string(20'000, 'A') + ".."})
        EXPECT_EQ(rule_of(signed_payload(other, keys)), "clerk/openid_token_form") << other.substr(0, 80);
    std::string padded = token;
    padded[padded.size() - 9] = '=';  // over which libcjose would end the program
    EXPECT_EQ(rule_of(signed_payload(padded, keys)), "clerk/openid_token_form");
    const std::string head = R"({"alg":"ES256","crit":["b64"],"b64":false})";
    EXPECT_EQ(rule_of(signed_payload(base::base64url(head) + token.substr(token.find('.')), keys)), "clerk/openid_token_form");
    EXPECT_EQ(rule_of(signed_payload(base::base64url(R"({"alg":"none","alg":"ES256"})") + token.substr(token.find('.')), keys)),
              "clerk/openid_token_form")
        << "named twice";
}

namespace {

const Expected k_expected{"https://id.example", "village", "nonce"};
constexpr std::int64_t k_now_s = 1'795'000'000;
constexpr base::Instant k_now{k_now_s * 1000};

/// The rule that speaks when these claims are otherwise; null: missing.
std::string rule_of_claims(const Json& otherwise) {
    Json claims{{"iss", "https://id.example"}, {"aud", "village"}, {"sub", "gao"}, {"nonce", "nonce"}, {"iat", k_now_s},
                {"exp", k_now_s + 60}};
    claims.merge_patch(otherwise);
    return rule_of(subject_in(claims.dump(), k_expected, k_now));
}

}  // namespace

TEST(IdToken, SaysWhoSignedInToUs) {
    const Json claims{{"iss", "https://id.example"},
                      {"aud", {"village"}},
                      {"azp", "village"},
                      {"sub", "gao"},
                      {"nonce", "nonce"},
                      {"iat", k_now_s},
                      {"exp", k_now_s + 60},
                      {"name", "not read"}};
    EXPECT_EQ(subject_in(claims.dump(), k_expected, k_now).value(), "gao");
}

TEST(IdToken, IsRefusedByNameForWhateverIsOtherwise) {
    EXPECT_EQ(rule_of_claims(Json::object()), "none");
    for (const char* name : {"sub", "aud", "exp", "iat"})
        EXPECT_EQ(rule_of_claims({{name, nullptr}}), "clerk/openid_claims") << name;
    EXPECT_EQ(rule_of_claims({{"sub", ""}}), "clerk/openid_claims");
    EXPECT_EQ(rule_of_claims({{"sub", std::string(256, 'x')}}), "clerk/openid_claims");
    EXPECT_EQ(rule_of_claims({{"sub", 7}}), "clerk/openid_claims");
    EXPECT_EQ(rule_of_claims({{"exp", "soon"}}), "clerk/openid_claims");
    EXPECT_EQ(rule_of_claims({{"iss", "https://id.example/"}}), "clerk/openid_issuer");
    EXPECT_EQ(rule_of_claims({{"iss", nullptr}}), "clerk/openid_issuer");
    EXPECT_EQ(rule_of_claims({{"aud", "county"}}), "clerk/openid_audience");
    EXPECT_EQ(rule_of_claims({{"aud", {"village", "county"}}}), "clerk/openid_audience");
    EXPECT_EQ(rule_of_claims({{"azp", "county"}}), "clerk/openid_audience");
    EXPECT_EQ(rule_of_claims({{"nonce", "other"}}), "clerk/openid_nonce");
    EXPECT_EQ(rule_of_claims({{"nonce", nullptr}}), "clerk/openid_nonce");
    for (const char* text : {"", "[]", "{", "7"}) EXPECT_EQ(rule_of(subject_in(text, k_expected, k_now)), "clerk/openid_claims");
}

TEST(IdToken, LetsClocksDifferByAMinute) {
    EXPECT_EQ(rule_of_claims({{"exp", k_now_s - 59}}), "none");
    EXPECT_EQ(rule_of_claims({{"exp", k_now_s - 60}}), "clerk/openid_expired");
    EXPECT_EQ(rule_of_claims({{"iat", k_now_s + 60}}), "none");
    EXPECT_EQ(rule_of_claims({{"iat", k_now_s + 61}}), "clerk/openid_issued");
    EXPECT_EQ(rule_of_claims({{"iat", k_now_s - 600}}), "none");
    EXPECT_EQ(rule_of_claims({{"iat", k_now_s - 601}}), "clerk/openid_issued");
}

TEST(OpenidMetadata, LeadsOverTlsToThisIssuerOnly) {
    const Json right{{"issuer", "https://id.example"},
                     {"authorization_endpoint", "https://id.example/auth?x=1"},
                     {"token_endpoint", "https://t.example"},
                     {"jwks_uri", "https://id.example/keys"}};
    const Metadata read = read_metadata(right.dump(), "https://id.example").value();
    EXPECT_EQ(read.token_endpoint, "https://t.example");
    EXPECT_FALSE(read.names_itself);
    EXPECT_EQ(rule_of(read_metadata(right.dump(), "https://id.example/")), "clerk/openid_metadata") << "letter by letter";
    for (const char* name : {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        for (const Json& value : {Json(nullptr), Json(7), Json("http://id.example/x"), Json("https://id.example/\r\nx")}) {
            Json other = right;
            other[name] = value;
            EXPECT_EQ(rule_of(read_metadata(other.dump(), "https://id.example")), "clerk/openid_metadata") << name << value;
        }
    }
    EXPECT_EQ(metadata_address("https://id.example/realms/a/"), "https://id.example/realms/a/.well-known/openid-configuration");
}

TEST(OpenidMetadata, KnowsAddressesOfThisMachineFromThoseThatLookLikeThem) {
    for (const char* address : {"https://id.example", "http://localhost:3000/x", "http://127.0.0.1", "http://localhost/"})
        EXPECT_TRUE(is_address(address)) << address;
    for (const char* address :
         {"", "https://", "https:///x", "http://id.example", "http://localhost.example", "http://127.0.0.1.example",
          "http://localhost:1@id.example", "javascript:alert(1)", "https://id.example/#x", "https://id.example/ x"})
        EXPECT_FALSE(is_address(address)) << address;
    EXPECT_FALSE(is_issuer("https://id.example/?x"));
}

TEST(OpenidExchange, AsksForNothingButWhoSheIs) {
    Metadata metadata;
    metadata.authorization_endpoint = "https://id.example/auth?x=1";
    // RFC 7636, appendix B.
    const Attempt attempt{"s t", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "https://hearth.test/back"};
    EXPECT_EQ(authorization_address(metadata, {"https://id.example", "village", "x"}, attempt),
              "https://id.example/"
              "auth?x=1&response_type=code&scope=openid&client_id=village&redirect_uri=https%3A%2F%2Fhearth.test%2Fback"
              "&state=s%20t&nonce=n&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
    EXPECT_EQ(rule_of(id_token_in(R"({"id_token":7})")), "clerk/openid_response");
    EXPECT_EQ(id_token_in(R"({"id_token":"a.b.c","access_token":"x"})").value(), "a.b.c");
}

namespace {

/// Ours beside the one that it asks.
class Openid : public testing::Test {
protected:
    static constexpr base::Instant k_start{1'795'483'920'000};

    std::string lead(const Attempt& attempt) {
        return waited([&](Provider::Told told) { return ours_.lead(attempt, std::move(told)); });
    }
    std::string redeem(Provider::Answer answer, const Attempt& attempt) {
        return waited([&](Provider::Told told) { return ours_.redeem(std::move(answer), attempt, std::move(told)); });
    }
    /// Signs in as gao; gives who she is, or the rule that refused.
    std::string sign_in() {
        const std::string back = theirs_.sign_in(lead(attempt_), "gao");
        const std::string code = "code " + back.substr(back.find("%20") + 3, 1);
        return redeem({code, "https://id.example"}, attempt_);
    }
    template <class F>
    static std::string waited(F ask) {
        std::promise<std::string> told;
        EXPECT_TRUE(ask([&](const base::Result<std::string>& said) { told.set_value(said ? *said : said.error().rule); }));
        return told.get_future().get();
    }

    const Attempt attempt_{"state", "nonce", "a verifier", "https://hearth.test/back"};
    const std::string gao_ = identity_of("https://id.example", "gao");
    tests::FakeClock clock_{k_start};
    tests::OpenidProvider theirs_{clock_};
    Provider ours_{tests::OpenidProvider::client(), theirs_.transport(), clock_};
};

}  // namespace

TEST_F(Openid, TellsWhoSignedInAndKeepsADigestOfItAlone) {
    EXPECT_EQ(sign_in(), gao_);
    EXPECT_EQ(gao_.size(), 64U);
    EXPECT_NE(gao_, identity_of("https://other.example", "gao"));
}

TEST_F(Openid, AsksAnHourLaterWhatTheProviderSaysOfItself) {
    sign_in();
    EXPECT_EQ(theirs_.asked, 3) << "its document, its keys, and for the code";
    clock_.advance_ms(59LL * 60'000);
    sign_in();
    EXPECT_EQ(theirs_.asked, 4);
    clock_.advance_ms(60'000);
    sign_in();
    EXPECT_EQ(theirs_.asked, 7);
}

TEST_F(Openid, FollowsAProviderToItsNewKeyButNotMoreThanOnceAMinute) {
    sign_in();
    theirs_.key_id = "k2";
    EXPECT_EQ(sign_in(), "clerk/openid_key");
    theirs_.shown_key_id = "k2";
    EXPECT_EQ(sign_in(), "clerk/openid_key");
    clock_.advance_ms(60'000);
    EXPECT_EQ(sign_in(), gao_);
}

TEST_F(Openid, IsNotMistakenForAnotherProvider) {
    const std::string back = theirs_.sign_in(lead(attempt_), "gao");
    EXPECT_EQ(redeem({"code 0", "https://other.example"}, attempt_), "clerk/openid_mixed_up");
    EXPECT_EQ(redeem({"code 0", {}}, attempt_), "clerk/openid_mixed_up") << "this one says that it names itself";
}

TEST_F(Openid, NeedsWhatItSentAlongForTheCode) {
    Attempt other = attempt_;
    other.verifier = "somebody who caught the code";
    theirs_.sign_in(lead(attempt_), "gao");
    EXPECT_EQ(redeem({"code 0", "https://id.example"}, other), "clerk/openid_code");
    EXPECT_EQ(redeem({"code 0", "https://id.example"}, attempt_), "clerk/openid_code") << "a code is good once";
    theirs_.more = {{"nonce", "of another day"}};
    EXPECT_EQ(sign_in(), "clerk/openid_nonce");
}

TEST_F(Openid, SaysThatTheProviderIsAwayAndAsksAgain) {
    theirs_.is_away = true;
    EXPECT_EQ(lead(attempt_), "clerk/openid_away");
    theirs_.is_away = false;
    theirs_.metadata = {{"issuer", "https://other.example"}};
    EXPECT_EQ(lead(attempt_), "clerk/openid_metadata");
    theirs_.metadata = Json::object();
    EXPECT_EQ(sign_in(), gao_);
}

TEST_F(Openid, LetsNoMoreThanTwentyWaitAndTellsAllOfThem) {
    std::promise<void> opened;
    std::shared_future<void> door(opened.get_future());
    std::atomic<int> told = 0;
    int taken = 0;
    {
        Transport slow = theirs_.transport();
        slow.get = [door, get = slow.get](const std::string& address) {
            door.wait();
            return get(address);
        };
        Provider ours(tests::OpenidProvider::client(), slow, clock_);
        for (int i = 0; i < 30; ++i) taken += ours.lead(attempt_, [&](const base::Result<std::string>&) { ++told; }) ? 1 : 0;
        opened.set_value();
    }
    EXPECT_GE(taken, 20);
    EXPECT_LE(taken, 21) << "one of them is not waiting any more";
    EXPECT_EQ(told, taken);
}
