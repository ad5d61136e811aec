#pragma once

#include <map>
#include <string>

#include "base/effects.hpp"
#include "base/json.hpp"
#include "clerk/openid/provider.hpp"

namespace hearth::tests {

/// The key pair of RFC 7515, appendix A.3, as JSON.
base::Json ec_key(const std::string& id);
/// A token with these claims. `key` is a pair; what else stands in the head of the token is for the caller to say.
std::string signed_token(const base::Json& key, const base::Json& head, const std::string& claims);

/// A provider (OpenID Connect) that knows one client, and whom its browsers say they are; and may be told to answer wrongly. One
/// request at a time, as `clerk::openid::Provider` asks.
class OpenidProvider {
public:
    explicit OpenidProvider(const base::Clock& clock) : clock_(clock) {}

    [[nodiscard]] static clerk::openid::Client client() { return {"https://id.example", "hearth-village", "a secret: %"}; }
    [[nodiscard]] clerk::openid::Transport transport();

    /// A browser comes to this address and signs in as `subject`; gives the query with which it goes back.
    std::string sign_in(const std::string& address, const std::string& subject);

    bool is_away = false;
    std::string key_id = "k1";                   // of the key that signs
    std::string shown_key_id = "k1";             // of the key that it shows
    base::Json more = base::Json::object();      // claims in place of its own
    base::Json metadata = base::Json::object();  // likewise of its document
    int asked = 0;                               // how often

private:
    struct Given {
        std::map<std::string, std::string> request;
        std::string subject;
    };
    std::optional<std::string> get(const std::string& address);
    std::optional<std::string> post(const std::string& address, const std::string& form, const std::string& name,
                                    const std::string& secret);

    const base::Clock& clock_;
    std::map<std::string, Given> codes_;
};

}  // namespace hearth::tests
