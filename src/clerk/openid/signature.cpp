#include "clerk/openid/signature.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/bytes.hpp"
#include "base/json.hpp"

namespace hearth::clerk::openid {
namespace {

using base::Json;
using base::Reason;
using base::Refusal;

constexpr std::size_t k_token_bytes_max = 16UL * 1024;
constexpr std::size_t k_rsa_bits_min = 2048;
constexpr std::size_t k_rsa_bits_max = 8192;

struct Release {
    void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
using Token = std::unique_ptr<cjose_jws_t, Release>;
using Key = std::unique_ptr<cjose_jwk_t, Release>;

/// What stands in the head of a token and matters here.
struct Head {
    std::string algorithm;
    std::optional<std::string> key_id;
};

bool says(const Json& object, const char* name, std::string_view value) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() && found->get_ref<const std::string&>() == value;
}

/// libcjose ends the program over base64url with a padding in its midst, so nothing comes to it that we have not read before.
bool is_base64url(std::string_view text) { return !text.empty() && base::from_base64url(text).has_value(); }

/// Three parts in base64url.
bool is_compact(std::string_view token) {
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (token.size() > k_token_bytes_max || first == last) return false;
    const std::string_view signature = token.substr(last + 1);
    return is_base64url(token.substr(0, first)) && is_base64url(token.substr(first + 1, last - first - 1)) &&
           (signature.empty() || is_base64url(signature));
}

base::Result<Head> head_of(std::string_view token) {
    const Refusal malformed{Reason::malformed, "clerk/openid_token_form"};
    if (!is_compact(token)) return malformed;
    const auto said = base::parse_json(base::from_base64url(token.substr(0, token.find('.'))).value());
    if (!said || !said->is_object()) return malformed;
    const auto algorithm = said->find("alg");
    // What a token marks as critical must be understood, and we understand nothing more (RFC 7515, section 4.1.11).
    if (algorithm == said->end() || !algorithm->is_string() || said->contains("crit")) return malformed;
    Head head{algorithm->get<std::string>(), {}};
    if (const auto id = said->find("kid"); id != said->end()) {
        if (!id->is_string()) return malformed;
        head.key_id = id->get<std::string>();
    }
    return head;
}

bool is_for(const Json& key, const Head& head) {
    if (!key.is_object() || (head.key_id && !says(key, "kid", *head.key_id))) return false;
    if ((key.contains("use") && !says(key, "use", "sig")) || (key.contains("alg") && !says(key, "alg", head.algorithm)))
        return false;
    return head.algorithm == "ES256" ? says(key, "kty", "EC") && says(key, "crv", "P-256") : says(key, "kty", "RSA");
}

/// The public half alone, whatever else a provider shows of a key.
Key public_half(const Json& key) {
    const bool is_rsa = says(key, "kty", "RSA");
    Json half{{"kty", is_rsa ? "RSA" : "EC"}};
    if (!is_rsa) half["crv"] = "P-256";
    for (const char* name : {is_rsa ? "n" : "x", is_rsa ? "e" : "y"}) {
        const auto number = key.find(name);
        if (number == key.end() || !number->is_string() || !is_base64url(number->get_ref<const std::string&>())) return nullptr;
        half[name] = *number;
    }
    const std::string text = half.dump();
    Key read(cjose_jwk_import(text.data(), text.size(), nullptr));
    if (!read || cjose_jwk_get_kty(read.get(), nullptr) != CJOSE_JWK_KTY_RSA) return read;
    const std::size_t bits = cjose_jwk_get_keysize(read.get(), nullptr);
    return bits >= k_rsa_bits_min && bits <= k_rsa_bits_max ? std::move(read) : nullptr;
}

/// The one key that it can be; null when there is none, or more than one.
Key key_for(const Head& head, std::string_view key_set) {
    const auto said = base::parse_json(key_set);
    const auto is_it = [&](const Json& key) { return is_for(key, head); };
    if (!said || !said->is_object() || !said->contains("keys") || !(*said)["keys"].is_array()) return nullptr;
    const Json& keys = (*said)["keys"];
    const auto found = std::ranges::find_if(keys, is_it);
    if (found == keys.end() || std::find_if(std::next(found), keys.end(), is_it) != keys.end()) return nullptr;
    return public_half(*found);
}

}  // namespace

base::Result<std::string> signed_payload(std::string_view token, std::string_view key_set) {
    HEARTH_TRY(head, head_of(token));
    const bool is_allowed = head.algorithm == "RS256" || head.algorithm == "PS256" || head.algorithm == "ES256";
    if (!is_allowed) return Refusal{Reason::not_permitted, "clerk/openid_algorithm"};
    const Key key = key_for(head, key_set);
    if (!key) return Refusal{Reason::not_permitted, "clerk/openid_key"};
    const Token read(cjose_jws_import(token.data(), token.size(), nullptr));
    const Refusal refused{Reason::not_permitted, "clerk/openid_signature"};
    if (!read || !cjose_jws_verify(read.get(), key.get(), nullptr)) return refused;
    std::uint8_t* bytes = nullptr;
    std::size_t size = 0;
    if (!cjose_jws_get_plaintext(read.get(), &bytes, &size, nullptr)) return refused;
    return std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace hearth::clerk::openid
