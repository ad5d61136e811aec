#include "clerk/openid/id_token.hpp"

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "record/sha256.hpp"

namespace hearth::clerk::openid {
namespace {

using base::Json;
using base::Reason;
using base::Refusal;

constexpr double k_leeway_s = 60;
constexpr double k_age_max_s = 600;
constexpr std::size_t k_subject_max = 255;  // Core, section 2

bool says(const Json& claims, const char* name, const std::string& value) {
    const auto found = claims.find(name);
    return found != claims.end() && *found == value;
}

/// For us and nobody else: of other audiences we know none to trust (step 3), and then an authorized party is we too (step 5).
bool is_for(const Json& claims, const std::string& client) {
    const Json& audience = claims["aud"];
    return (audience == client || audience == Json::array({client})) && (!claims.contains("azp") || claims["azp"] == client);
}

bool has_form(const Json& claims) {
    const auto is = [&](const char* name, auto test) { return claims.contains(name) && test(claims[name]); };
    const auto is_number = [](const Json& value) { return value.is_number(); };
    const auto is_subject = [](const Json& value) {
        return value.is_string() && !value.get_ref<const std::string&>().empty() &&
               value.get_ref<const std::string&>().size() <= k_subject_max;
    };
    return is("exp", is_number) && is("iat", is_number) && is("sub", is_subject) && claims.contains("aud");
}

}  // namespace

base::Result<std::string> subject_in(std::string_view claims, const Expected& expected, base::Instant now) {
    const auto said = base::parse_json(claims);
    if (!said || !said->is_object() || !has_form(*said)) return Refusal{Reason::malformed, "clerk/openid_claims"};
    if (!says(*said, "iss", expected.issuer)) return Refusal{Reason::not_permitted, "clerk/openid_issuer"};
    if (!is_for(*said, expected.client)) return Refusal{Reason::not_permitted, "clerk/openid_audience"};
    const double now_s = static_cast<double>(now.ms) / 1000;
    const auto issued_s = (*said)["iat"].get<double>();
    if (now_s >= (*said)["exp"].get<double>() + k_leeway_s) return Refusal{Reason::out_of_time, "clerk/openid_expired"};
    const bool is_of_now = issued_s <= now_s + k_leeway_s && issued_s >= now_s - k_age_max_s;
    if (!is_of_now) return Refusal{Reason::out_of_time, "clerk/openid_issued"};
    if (!says(*said, "nonce", expected.nonce)) return Refusal{Reason::not_permitted, "clerk/openid_nonce"};
    return (*said)["sub"].get<std::string>();
}

std::string identity_of(std::string_view issuer, std::string_view subject) {
    return base::hex(base::view(record::sha256(std::string(issuer) + "\n" + std::string(subject))));
}

}  // namespace hearth::clerk::openid
