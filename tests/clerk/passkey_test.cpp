#include "clerk/passkey.hpp"

#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "tests/support/authenticator.hpp"

using namespace hearth;
using namespace hearth::clerk;
using tests::Authenticator;

namespace {

std::string bytes(std::string_view hex) { return base::from_hex(hex).value(); }

const RelyingParty k_w3c{"example.org", "https://example.org"};
const RelyingParty k_here{"hearth.test", "https://hearth.test"};
const std::string k_challenge = "thirty-two bytes that we drew...";

template <class T>
std::string rule_of(const base::Result<T>& result) {
    return result ? "none" : result.error().rule;
}

NewPasskey made_by(const Authenticator& device) {
    const auto made = device.make(k_challenge);
    return made_passkey(k_here, k_challenge, made.client_data, made.attestation_object).value();
}

std::string rule_of_use(const Authenticator& device, const NewPasskey& passkey) {
    return rule_of(proven_passkey(k_here, k_challenge, device.sign(k_challenge), passkey.key));
}

}  // namespace

TEST(RelyingParty, IsTheHostOfTheOfficeWithItsPortInTheOriginOnly) {
    EXPECT_EQ(relying_party("hearth.example")->id, "hearth.example");
    EXPECT_EQ(relying_party("hearth.example:8443")->id, "hearth.example");
    EXPECT_EQ(relying_party("hearth.example:8443")->origin, "https://hearth.example:8443");
    EXPECT_EQ(relying_party("localhost:8080")->origin, "http://localhost:8080");
    EXPECT_FALSE(relying_party("127.0.0.1:8080"));
    EXPECT_FALSE(relying_party("[::1]:8080"));
    EXPECT_FALSE(relying_party(""));
}

// Web Authentication Level 3 (W3C, editor's draft of 2025), section 16.3: a key that signs for itself, held by somebody known.
TEST(PasskeyVector, OfTheW3cIsMadeWithSelfAttestation) {
    const auto made = made_passkey(
        k_w3c, bytes("7869c2b772d4b58eba9378cf8f29e26cf935aa77df0da89fa99c0bdc0a76f7e5"),
        bytes("7b2274797065223a22776562617574686e2e637265617465222c226368616c6c656e6765223a2265476e4374334c55745936366b336a506a796e"
              "6962"
              "506b31716e666644616966715a774c33417032392d55222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c226372"
              "6f73"
              "734f726967696e223a66616c73652c22657874726144617461223a22636c69656e74446174614a534f4e206d617920626520657874656e646564"
              "2077"
              "697468206164646974696f6e616c206669656c647320696e20746865206675747572652c207375636820617320746869733a20553968545876"
              "4b453255526b4d6e625f307859485667227d"),
        bytes("a363666d74667061636b65646761747453746d74a263616c672663736967584630440220067a20754ab925005dbf378097c92120031581c73228"
              "d1fb4f"
              "5b881bcd7da98302207fc7b147558c7c0eba3af18bd9d121fa3d3a26d17fe3f220272178f473b6006d68617574684461746158a4bfabc3743295"
              "8b0633"
              "60d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b55d00000000df850e09db6afbdfab51697791506cfc0020455ef34e2043a87db3d4afeb"
              "39bbcb"
              "6cc32df9347c789a865ecdca129cbef58ca5010203262001215820eb151c8176b225cc651559fecf07af450fd85802046656b34c18f6cf193843"
              "c52258"
              "20927b8aa427a2be1b8834d233a2d34f61f13bfd44119c325d5896e183fee484f2"));
    ASSERT_EQ(rule_of(made), "none");
    EXPECT_EQ(made->id, bytes("455ef34e2043a87db3d4afeb39bbcb6cc32df9347c789a865ecdca129cbef58c"));
    EXPECT_EQ(made->key.algorithm, -7);
    EXPECT_EQ(made->key.bytes, bytes("eb151c8176b225cc651559fecf07af450fd85802046656b34c18f6cf193843c5"
                                     "927b8aa427a2be1b8834d233a2d34f61f13bfd44119c325d5896e183fee484f2"));
}

// Section 16.2: without attestation, and by a device that did not ask who holds it. That is the last thing that is looked at.
TEST(PasskeyVector, OfTheW3cWithoutAttestationLacksNothingButThePersonBeingVerified) {
    const auto made = made_passkey(k_w3c, bytes("00c30fb78531c464d2b6771dab8d7b603c01162f2fa486bea70f283ae556e130"),
                                   bytes("7b2274797065223a22776562617574686e2e637265617465222c226368616c6c656e6765223a22414d4d50743"
                                         "4557878475453746e6364713431375944"
                                         "7742466938767049612d7077386f4f755657345441222c226f726967696e223a2268747470733a2f2f6578616"
                                         "d706c652e6f7267222c2263726f73734f"
                                         "726967696e223a66616c73652c22657874726144617461223a22636c69656e74446174614a534f4e206d61792"
                                         "0626520657874656e646564207769746820"
                                         "6164646974696f6e616c206669656c647320696e20746865206675747572652c2073756368206173207468697"
                                         "33a20426b5165446a646354427258426941"
                                         "774a544c453551227d"),
                                   bytes("a363666d74646e6f6e656761747453746d74a068617574684461746158a4bfabc37432958b063360d3ad6461c"
                                         "9c4735ae7f8edd46592a5e0f01452b2e4"
                                         "b559000000008446ccb9ab1db374750b2367ff6f3a1f0020f91f391db4c9b2fde0ea70189cba3fb63f579ba61"
                                         "22b33ad94ff3ec330084be4a501020326"
                                         "2001215820afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61225820930a56b87"
                                         "a2fca66334b03458abf879717c12cc68e"
                                         "d73290af2e2664796b9220"));
    EXPECT_EQ(rule_of(made), "clerk/passkey_unverified");
    const auto used = proven_passkey(k_w3c, bytes("39c0e7521417ba54d43e8dc95174f423dee9bf3cd804ff6d65c857c9abf4d408"),
                                     {bytes("7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a224f63446e556851"
                                            "58756c5455506f334a555854304939377076"
                                            "7a7a59425039745a63685879617630314167222c226f726967696e223a2268747470733a2f2f6578616d70"
                                            "6c652e6f7267222c2263726f73734f726967"
                                            "696e223a66616c73657d"),
                                      bytes("bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b51900000000"),
                                      bytes("3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780218deffcd380221008480ac"
                                            "0f0b93538174f575bf11a1dd5d78c6e486"
                                            "013f937295ea13653e331e87")},
                                     {-7, bytes("afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61"
                                                "930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220")});
    EXPECT_EQ(rule_of(used), "clerk/passkey_unverified");
}

// Section 16.7 (use only; its making carries a maker's certificates, which we do not ask for).
TEST(PasskeyVector, OfTheW3cProvesItsHolder) {
    const std::string challenge = bytes("b1106fa46a57bef1781511c0557dc898a03413d5f0f17d244630c194c7e1adb5");
    Assertion said{bytes("7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a22735242767047705876764634465248415"
                         "65833496d4b413045"
                         "3958773858306b526a44426c4d6668726255222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c226"
                         "3726f73734f726967"
                         "696e223a66616c73652c22657874726144617461223a22636c69656e74446174614a534f4e206d617920626520657874656e64656"
                         "42077697468206164"
                         "646974696f6e616c206669656c647320696e20746865206675747572652c207375636820617320746869733a20415a4d77794d784"
                         "96244382d756775"
                         "464e7036723851227d"),
                   bytes("bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b50d00000000"),
                   bytes("30450220694969d3ee928de6f02ef23a9c644d7d779916451734a94b432542f498a1ebe90221008b0819c824218a97152cd099c55"
                         "bfb1477b29d900a"
                         "49a64018314f9bfccda163")};
    const PasskeyKey key{-7, bytes("1cf27f25da591208a4239c2e324f104f585525479a29edeedd830f48e77aeae5"
                                   "59e4b7da6c0106e206ce390c93ab98a15a5ec3887e57f0cc2bece803b920c423")};
    const auto used = proven_passkey(k_w3c, challenge, said, key);
    ASSERT_EQ(rule_of(used), "none");
    EXPECT_EQ(*used, 0U);
    for (std::size_t i = 0; i < said.signature.size(); ++i) {
        Assertion changed = said;
        changed.signature[i] = static_cast<char>(changed.signature[i] ^ 1);
        EXPECT_EQ(rule_of(proven_passkey(k_w3c, challenge, changed, key)), "clerk/passkey_signature") << i;
    }
}

// Section 16.11 (use only): Ed25519, by a device that did not ask who holds it; with the signature right that is told last.
TEST(PasskeyVector, OfTheW3cInEd25519HasARightSignature) {
    const std::string challenge = bytes("895957e01c633a698348a2d8a31a54b7db27e8c1c43b2080d79ae2190267bfd2");
    Assertion said{bytes("7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a2269566c583442786a4f6d6d44534b4c596"
                         "f7870557439736e36"
                         "4d48454f7943413135726947514a6e763949222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c226"
                         "3726f73734f726967"
                         "696e223a66616c73657d"),
                   bytes("bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b50100000000"),
                   bytes("f5c59c7e46c34f6f8cc197101ddf9934fa2595f68eb1913a637e8419eb9ba4cfdfc48f85393bc0d40b011f0d6fecb097d66075257"
                         "13223a0dc0d4539"
                         "93dae00b")};
    const PasskeyKey key{-8, bytes("44e06ddd331c36a8dc667bab52bcae63486c916aa5e339e6acebaa84934bf832")};
    EXPECT_EQ(rule_of(proven_passkey(k_w3c, challenge, said, key)), "clerk/passkey_unverified");
    said.signature[0] = static_cast<char>(said.signature[0] ^ 1);
    EXPECT_EQ(rule_of(proven_passkey(k_w3c, challenge, said, key)), "clerk/passkey_signature");
}

TEST(Passkey, IsMadeAndUsed) {
    Authenticator device;
    device.count = 7;
    const NewPasskey passkey = made_by(device);
    EXPECT_EQ(passkey.id, device.credential);
    EXPECT_EQ(passkey.count, 7U);
    device.count = 8;
    const auto used = proven_passkey(k_here, k_challenge, device.sign(k_challenge), passkey.key);
    ASSERT_EQ(rule_of(used), "none");
    EXPECT_EQ(*used, 8U);
}

TEST(Passkey, IsRefusedForAnotherOriginRelyingPartyOrChallengeAndInsideAnotherSite) {
    Authenticator device;
    const NewPasskey passkey = made_by(device);
    for (const char* origin :
         {"https://hearth.test:8443", "http://hearth.test", "https://evil.test", "https://hearth.test.evil.test"}) {
        device.origin = origin;
        EXPECT_EQ(rule_of_use(device, passkey), "clerk/passkey_elsewhere") << origin;
    }
    device.origin = k_here.origin;
    device.rp_id = "test";
    EXPECT_EQ(rule_of_use(device, passkey), "clerk/passkey_elsewhere");
    const auto made = device.make(k_challenge);
    EXPECT_EQ(rule_of(made_passkey(k_here, k_challenge, made.client_data, made.attestation_object)), "clerk/passkey_elsewhere");
    device.rp_id = k_here.id;
    device.is_inside_another_site = true;
    EXPECT_EQ(rule_of_use(device, passkey), "clerk/passkey_elsewhere");
    device.is_inside_another_site = false;
    EXPECT_EQ(rule_of(proven_passkey(k_here, "another one", device.sign(k_challenge), passkey.key)), "clerk/passkey_challenge");
    const Assertion said = device.sign(k_challenge);
    EXPECT_EQ(rule_of(proven_passkey(k_here, k_challenge,
                                     {device.make(k_challenge).client_data, said.authenticator_data, said.signature}, passkey.key)),
              "clerk/passkey_elsewhere")
        << "what was said at its making is no use of it";
}

TEST(Passkey, IsRefusedWhenTheDeviceDidNotMakeSureWhoHoldsIt) {
    Authenticator device;
    const NewPasskey passkey = made_by(device);
    device.verifies = false;
    EXPECT_EQ(rule_of_use(device, passkey), "clerk/passkey_unverified");
    const auto made = device.make(k_challenge);
    EXPECT_EQ(rule_of(made_passkey(k_here, k_challenge, made.client_data, made.attestation_object)), "clerk/passkey_unverified");
}

TEST(Passkey, IsRefusedWhenAnotherOneSigned) {
    const NewPasskey passkey = made_by(Authenticator());
    EXPECT_EQ(rule_of_use(Authenticator(), passkey), "clerk/passkey_signature");
    EXPECT_EQ(rule_of(proven_passkey(k_here, k_challenge, Authenticator().sign(k_challenge), {-8, passkey.key.bytes})),
              "clerk/passkey_signature");
}

TEST(Passkey, IsRefusedWhenWhatWasSaidIsCutOffOrPromisesMoreThanItBrings) {
    const auto made = Authenticator().make(k_challenge);
    for (std::size_t size = 0; size < made.attestation_object.size(); ++size) {
        const auto cut = made.attestation_object.substr(0, size);
        EXPECT_EQ(rule_of(made_passkey(k_here, k_challenge, made.client_data, cut)), "clerk/passkey_form") << size;
    }
    const auto more = made.attestation_object + std::string(1, '\0');
    EXPECT_EQ(rule_of(made_passkey(k_here, k_challenge, made.client_data, more)), "clerk/passkey_form");
    const std::string huge = bytes("bb7fffffffffffffff63666d74");
    EXPECT_EQ(rule_of(made_passkey(k_here, k_challenge, made.client_data, huge)), "clerk/passkey_form");
    EXPECT_EQ(rule_of(made_passkey(k_here, k_challenge, "{}", made.attestation_object)), "clerk/passkey_form");
    EXPECT_EQ(rule_of(made_passkey(k_here, k_challenge, "[", made.attestation_object)), "clerk/passkey_form");
}
