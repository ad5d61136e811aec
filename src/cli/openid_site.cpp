#include "cli/openid_site.hpp"

#include "base/fault.hpp"
#include "referral/http_client.hpp"
#include "store/files.hpp"

namespace hearth::cli {

namespace {

std::string secret_in(const std::filesystem::path& file) {
    std::string secret = store::read_file(file);
    while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
    if (secret.empty()) throw base::Fault(file.string() + ": holds no secret of the client");
    return secret;
}

std::optional<std::string> body_of(referral::HttpReply reply) {
    return reply.is_success() ? std::optional(std::move(reply.body)) : std::nullopt;
}

}  // namespace

web::OpenidSite openid_site(const OpenidConfig& config, const std::filesystem::path& root) {
    clerk::openid::Transport transport;
    transport.get = [](const std::string& address) { return body_of(referral::http_get(address)); };
    transport.post = [](const std::string& address, const std::string& form, const std::string& name, const std::string& secret) {
        return body_of(referral::http_post(address, form, "application/x-www-form-urlencoded", {.user = name, .password = secret}));
    };
    return {config.name, {config.issuer, config.client, secret_in(root / config.secret_file)}, std::move(transport)};
}

}  // namespace hearth::cli
