#include "clerk/passkey.hpp"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "base/json.hpp"
#include "clerk/attestation.hpp"
#include "record/sha256.hpp"

namespace hearth::clerk {
namespace {

using base::Reason;
using base::Refusal;

// Section 6.1: the digest of the relying party's id, one byte of flags, four of the counter; where a key was made, the maker's
// number of the device, the length of the credential's id, the id and its key.
constexpr std::size_t k_digest_bytes = 32;
constexpr std::size_t k_head_bytes = 37;
constexpr std::size_t k_before_id_bytes = 55;
constexpr unsigned char k_user_present = 0x01;
constexpr unsigned char k_user_verified = 0x04;
constexpr unsigned char k_has_key = 0x40;
constexpr std::size_t k_id_bytes_max = 1023;  // Level 3 says so; nobody sends more

struct FreeCred {
    void operator()(fido_cred_t* cred) const { fido_cred_free(&cred); }
};
struct FreeAssert {
    void operator()(fido_assert_t* assertion) const { fido_assert_free(&assertion); }
};
using Cred = std::unique_ptr<fido_cred_t, FreeCred>;
using Assert = std::unique_ptr<fido_assert_t, FreeAssert>;

const unsigned char* bytes_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
std::string string_of(const unsigned char* bytes, std::size_t size) { return {reinterpret_cast<const char*>(bytes), size}; }
std::string digest_of(std::string_view bytes) { return std::string(base::view(record::sha256(bytes))); }

Refusal no(const char* rule) { return {Reason::not_permitted, rule}; }
Refusal malformed() { return {Reason::malformed, "clerk/passkey_form"}; }

/// libfido2 speaks of its own troubles to nobody.
void ready() {
    static const bool k_ready = (fido_init(0), true);
    (void)k_ready;
}

/// Sections 7.1 and 7.2, steps on the collected client data.
base::Result<base::Done> check_client_data(const RelyingParty& party, std::string_view kind, std::string_view challenge,
                                           std::string_view client_data) {
    const auto said = base::parse_json(client_data);
    if (!said || !said->is_object()) return malformed();
    const auto text = [&](const char* name) {
        const auto found = said->find(name);
        return found != said->end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
    };
    const auto type = text("type");
    const auto origin = text("origin");
    const auto given = text("challenge");
    if (!type || !origin || !given) return malformed();
    const auto cross = said->find("crossOrigin");
    const bool is_inside_another = said->contains("topOrigin") || (cross != said->end() && *cross != false);
    if (*type != kind || *origin != party.origin || is_inside_another) return no("clerk/passkey_elsewhere");
    if (*given != base::base64url(challenge)) return no("clerk/passkey_challenge");
    return base::Done{};
}

bool is_for(const RelyingParty& party, std::string_view authenticator_data) {
    return authenticator_data.substr(0, k_digest_bytes) == digest_of(party.id);
}

bool is_verified(std::string_view authenticator_data) {
    const auto flags = static_cast<unsigned char>(authenticator_data[k_digest_bytes]);
    return (flags & k_user_present) != 0 && (flags & k_user_verified) != 0;
}

/// Whether the key and what follows it can be read without putting aside memory for what never comes.
bool has_whole_key(std::string_view data) {
    if (data.size() < k_before_id_bytes || (static_cast<unsigned char>(data[k_digest_bytes]) & k_has_key) == 0) return false;
    const std::size_t length =
        (static_cast<unsigned char>(data[k_before_id_bytes - 2]) << 8U) | static_cast<unsigned char>(data[k_before_id_bytes - 1]);
    if (length == 0 || length > k_id_bytes_max || data.size() <= k_before_id_bytes + length) return false;
    return is_whole_cbor(data.substr(k_before_id_bytes + length));
}

/// The credential in the authenticator's data; null when its algorithm is none of ours, or its key is broken.
Cred credential_in(const std::string& data) {
    for (const int algorithm : {COSE_ES256, COSE_EDDSA, COSE_RS256}) {
        Cred cred(fido_cred_new());
        if (!cred) throw base::Fault("there is not enough memory to read a passkey");
        const bool reads = fido_cred_set_type(cred.get(), algorithm) == FIDO_OK &&
                           fido_cred_set_authdata_raw(cred.get(), bytes_of(data), data.size()) == FIDO_OK;
        if (reads) return cred;
    }
    return nullptr;
}

/// Signed by the new key itself (section 8.2, self attestation).
bool is_signed_by_itself(fido_cred_t* cred, const RelyingParty& party, const Attestation& said, const std::string& digest) {
    return fido_cred_set_rp(cred, party.id.c_str(), nullptr) == FIDO_OK &&
           fido_cred_set_clientdata_hash(cred, bytes_of(digest), digest.size()) == FIDO_OK &&
           fido_cred_set_fmt(cred, "packed") == FIDO_OK &&
           fido_cred_set_sig(cred, bytes_of(said.signature), said.signature.size()) == FIDO_OK &&
           fido_cred_verify_self(cred) == FIDO_OK;
}

/// libfido2's form of a key, given to `use`; false when it is no key of that algorithm.
template <class F>
bool with_key(const PasskeyKey& key, F use) {
    switch (key.algorithm) {
        case COSE_ES256: {
            std::unique_ptr<es256_pk_t, void (*)(es256_pk_t*)> pk(es256_pk_new(), [](es256_pk_t* p) { es256_pk_free(&p); });
            return pk && es256_pk_from_ptr(pk.get(), key.bytes.data(), key.bytes.size()) == FIDO_OK && use(pk.get());
        }
        case COSE_EDDSA: {
            std::unique_ptr<eddsa_pk_t, void (*)(eddsa_pk_t*)> pk(eddsa_pk_new(), [](eddsa_pk_t* p) { eddsa_pk_free(&p); });
            return pk && eddsa_pk_from_ptr(pk.get(), key.bytes.data(), key.bytes.size()) == FIDO_OK && use(pk.get());
        }
        case COSE_RS256: {
            std::unique_ptr<rs256_pk_t, void (*)(rs256_pk_t*)> pk(rs256_pk_new(), [](rs256_pk_t* p) { rs256_pk_free(&p); });
            return pk && rs256_pk_from_ptr(pk.get(), key.bytes.data(), key.bytes.size()) == FIDO_OK && use(pk.get());
        }
        default: return false;
    }
}

}  // namespace

std::optional<RelyingParty> relying_party(std::string_view host) {
    const std::string_view name = host.substr(0, host.find(':'));
    const bool is_numbers = host.starts_with('[') || name.find_first_not_of("0123456789.") == std::string_view::npos;
    if (is_numbers) return std::nullopt;
    const char* scheme = name == "localhost" ? "http://" : "https://";
    return RelyingParty{std::string(name), scheme + std::string(host)};
}

base::Result<NewPasskey> made_passkey(const RelyingParty& party, std::string_view challenge, std::string_view client_data,
                                      std::string_view attestation_object) {
    ready();
    HEARTH_TRY(done, check_client_data(party, "webauthn.create", challenge, client_data));
    HEARTH_TRY(said, read_attestation(attestation_object));
    if (!has_whole_key(said.authenticator_data)) return malformed();
    if (!is_for(party, said.authenticator_data)) return no("clerk/passkey_elsewhere");
    const Cred cred = credential_in(said.authenticator_data);
    const bool is_self = said.format == "packed" && !said.has_certificates;
    if (!cred || (said.format != "none" && !is_self)) return no("clerk/passkey_kind");
    if (is_self && !is_signed_by_itself(cred.get(), party, said, digest_of(client_data))) return no("clerk/passkey_signature");
    if (!is_verified(said.authenticator_data)) return no("clerk/passkey_unverified");
    return NewPasskey{string_of(fido_cred_id_ptr(cred.get()), fido_cred_id_len(cred.get())),
                      {fido_cred_type(cred.get()), string_of(fido_cred_pubkey_ptr(cred.get()), fido_cred_pubkey_len(cred.get()))},
                      fido_cred_sigcount(cred.get())};
}

base::Result<std::uint32_t> proven_passkey(const RelyingParty& party, std::string_view challenge, const Assertion& assertion,
                                           const PasskeyKey& key) {
    ready();
    HEARTH_TRY(done, check_client_data(party, "webauthn.get", challenge, assertion.client_data));
    const std::string& data = assertion.authenticator_data;
    if (data.size() < k_head_bytes || !is_whole_cbor(std::string_view(data).substr(k_head_bytes))) return malformed();
    if (!is_for(party, data)) return no("clerk/passkey_elsewhere");
    const Assert proof(fido_assert_new());
    if (!proof) throw base::Fault("there is not enough memory to read a passkey");
    const std::string digest = digest_of(assertion.client_data);
    const bool reads = fido_assert_set_count(proof.get(), 1) == FIDO_OK &&
                       fido_assert_set_rp(proof.get(), party.id.c_str()) == FIDO_OK &&
                       fido_assert_set_clientdata_hash(proof.get(), bytes_of(digest), digest.size()) == FIDO_OK &&
                       fido_assert_set_authdata_raw(proof.get(), 0, bytes_of(data), data.size()) == FIDO_OK &&
                       fido_assert_set_sig(proof.get(), 0, bytes_of(assertion.signature), assertion.signature.size()) == FIDO_OK;
    if (!reads) return malformed();
    const bool is_signed =
        with_key(key, [&](const void* pk) { return fido_assert_verify(proof.get(), 0, key.algorithm, pk) == FIDO_OK; });
    if (!is_signed) return no("clerk/passkey_signature");
    if (!is_verified(data)) return no("clerk/passkey_unverified");
    return fido_assert_sigcount(proof.get(), 0);
}

}  // namespace hearth::clerk
