#include "tests/support/openid_provider.hpp"

#include <cjose/cjose.h>

#include <memory>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "base/fault.hpp"
#include "record/sha256.hpp"
#include "web/http/target.hpp"

namespace hearth::tests {
namespace {

using base::Json;
using Fields = std::map<std::string, std::string>;

Fields fields_in(const std::string& form) {
    const auto read = web::http::form_fields(form).value();
    return {read.begin(), read.end()};
}

}  // namespace

Json ec_key(const std::string& id) {
    return {{"kty", "EC"},
            {"crv", "P-256"},
            {"kid", id},
            {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
            {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},
            {"d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}};
}

std::string signed_token(const Json& key, const Json& head, const std::string& claims) {
    const std::string text = key.dump();
    const std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> pair(cjose_jwk_import(text.data(), text.size(), nullptr),
                                                                          cjose_jwk_release);
    const std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)> header(cjose_header_new(nullptr), cjose_header_release);
    for (const auto& [name, value] : head.items())
        HEARTH_CHECK(cjose_header_set_raw(header.get(), name.c_str(), value.dump().c_str(), nullptr) || value.is_string());
    for (const auto& [name, value] : head.items())
        if (value.is_string()) cjose_header_set(header.get(), name.c_str(), value.get<std::string>().c_str(), nullptr);
    const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> token(
        cjose_jws_sign(pair.get(), header.get(), reinterpret_cast<const std::uint8_t*>(claims.data()), claims.size(), nullptr),
        cjose_jws_release);
    const char* compact = nullptr;
    HEARTH_CHECK(token && cjose_jws_export(token.get(), &compact, nullptr));
    return compact;
}

clerk::openid::Transport OpenidProvider::transport() {
    return {[this](const std::string& address) { return get(address); },
            [this](const std::string& address, const std::string& form, const std::string& name, const std::string& secret) {
                return post(address, form, name, secret);
            }};
}

std::string OpenidProvider::sign_in(const std::string& address, const std::string& subject) {
    const Fields request = fields_in(address.substr(address.find('?') + 1));
    HEARTH_CHECK(request.at("response_type") == "code" && request.at("scope") == "openid");
    const std::string code = "code " + std::to_string(codes_.size());
    codes_[code] = {request, subject};
    return web::http::form_field("code", code) + "&" + web::http::form_field("state", request.at("state")) + "&" +
           web::http::form_field("iss", client().issuer);
}

std::optional<std::string> OpenidProvider::get(const std::string& address) {
    ++asked;
    if (is_away) throw base::Fault(address + ": nobody there");
    const std::string& issuer = client().issuer;
    if (address == issuer + "/keys") {
        Json key = ec_key(shown_key_id);
        key.erase("d");
        return Json{{"keys", {key}}}.dump();
    }
    if (address != issuer + "/.well-known/openid-configuration") return std::nullopt;
    Json document{{"issuer", issuer},
                  {"authorization_endpoint", issuer + "/auth"},
                  {"token_endpoint", issuer + "/token"},
                  {"jwks_uri", issuer + "/keys"},
                  {"authorization_response_iss_parameter_supported", true}};
    document.update(metadata);
    return document.dump();
}

std::optional<std::string> OpenidProvider::post(const std::string& address, const std::string& form, const std::string& name,
                                                const std::string& secret) {
    ++asked;
    if (is_away) throw base::Fault(address + ": nobody there");
    const Fields sent = fields_in(form);
    const auto given = codes_.extract(sent.at("code"));
    if (!given || name != "hearth-village" || secret != "a%20secret%3A%20%25") return std::nullopt;
    const Fields& request = given.mapped().request;
    const std::string challenge = base::base64url(base::view(record::sha256(sent.at("code_verifier"))));
    if (challenge != request.at("code_challenge") || sent.at("redirect_uri") != request.at("redirect_uri")) return std::nullopt;
    const std::int64_t now_s = clock_.now().ms / 1000;
    Json claims{{"iss", client().issuer},       {"aud", client().id}, {"sub", given.mapped().subject},
                {"nonce", request.at("nonce")}, {"iat", now_s},       {"exp", now_s + 300}};
    claims.update(more);
    const std::string token = signed_token(ec_key(key_id), {{"alg", "ES256"}, {"kid", key_id}}, claims.dump());
    return Json{{"token_type", "Bearer"}, {"access_token", "not for us"}, {"id_token", token}}.dump();
}

}  // namespace hearth::tests
