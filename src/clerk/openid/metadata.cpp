#include "clerk/openid/metadata.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace hearth::clerk::openid {
namespace {

constexpr std::size_t k_address_max = 2000;

/// Whether the text goes on with a port or a path, or ends: "http://localhost.example" is not on this machine.
bool is_below(std::string_view text, std::string_view origin) {
    if (!text.starts_with(origin)) return false;
    const std::string_view rest = text.substr(origin.size());
    return rest.empty() || rest.front() == ':' || rest.front() == '/';
}

std::string text_in(const base::Json& document, const char* name) {
    const auto found = document.find(name);
    return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

bool is_address(std::string_view text) {
    const auto is_plain = [](char c) {
        return c > ' ' && c <= '~' && std::string_view("\"'<>\\^`{|}#@").find(c) == std::string_view::npos;
    };
    constexpr std::string_view k_secure = "https://";
    const bool is_secure = text.starts_with(k_secure) && text.size() > k_secure.size() && text[k_secure.size()] != '/';
    const bool is_here = is_below(text, "http://localhost") || is_below(text, "http://127.0.0.1");
    return (is_secure || is_here) && text.size() <= k_address_max && std::ranges::all_of(text, is_plain);
}

bool is_issuer(std::string_view text) { return is_address(text) && text.find('?') == std::string_view::npos; }

std::string metadata_address(const std::string& issuer) {
    const std::string base = issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer;
    return base + "/.well-known/openid-configuration";
}

base::Result<Metadata> read_metadata(std::string_view document, std::string_view issuer) {
    const auto refused = [](const char* field) {
        return base::Refusal{base::Reason::malformed, "clerk/openid_metadata", {.field = field}};
    };
    const auto said = base::parse_json(document);
    if (!said || !said->is_object()) return refused("");
    Metadata metadata{text_in(*said, "issuer"), text_in(*said, "authorization_endpoint"), text_in(*said, "token_endpoint"),
                      text_in(*said, "jwks_uri")};
    if (metadata.issuer != issuer) return refused("issuer");
    if (!is_address(metadata.authorization_endpoint)) return refused("authorization_endpoint");
    if (!is_address(metadata.token_endpoint)) return refused("token_endpoint");
    if (!is_address(metadata.jwks_uri)) return refused("jwks_uri");
    const auto names_itself = said->find("authorization_response_iss_parameter_supported");
    metadata.names_itself = names_itself != said->end() && *names_itself == true;
    return metadata;
}

}  // namespace hearth::clerk::openid
