#include "clerk/openid/exchange.hpp"

#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "base/percent.hpp"
#include "record/sha256.hpp"

namespace hearth::clerk::openid {
namespace {

std::string joined(const std::vector<std::pair<const char*, std::string>>& fields) {
    std::string form;
    for (const auto& [name, value] : fields)
        form += (form.empty() ? "" : "&") + std::string(name) + "=" + base::percent_encoded(value);
    return form;
}

}  // namespace

std::string authorization_address(const Metadata& metadata, const Client& client, const Attempt& attempt) {
    const bool has_query = metadata.authorization_endpoint.find('?') != std::string::npos;
    return metadata.authorization_endpoint + (has_query ? "&" : "?") +
           joined({{"response_type", "code"},
                   {"scope", "openid"},
                   {"client_id", client.id},
                   {"redirect_uri", attempt.redirect},
                   {"state", attempt.state},
                   {"nonce", attempt.nonce},
                   {"code_challenge", base::base64url(base::view(record::sha256(attempt.verifier)))},
                   {"code_challenge_method", "S256"}});
}

std::string token_form(const std::string& code, const Attempt& attempt) {
    return joined({{"grant_type", "authorization_code"},
                   {"code", code},
                   {"redirect_uri", attempt.redirect},
                   {"code_verifier", attempt.verifier}});
}

base::Result<std::string> id_token_in(std::string_view answer) {
    const auto said = base::parse_json(answer);
    const bool has_token = said && said->is_object() && said->contains("id_token") && (*said)["id_token"].is_string();
    if (!has_token) return base::Refusal{base::Reason::malformed, "clerk/openid_response"};
    return (*said)["id_token"].get<std::string>();
}

}  // namespace hearth::clerk::openid
