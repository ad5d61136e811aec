#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/effects.hpp"
#include "clerk/errands.hpp"
#include "clerk/openid/exchange.hpp"

namespace hearth::clerk::openid {

/// How a provider is reached. Each throws a Fault when there is no answer; nothing is what an answer other than success gives.
struct Transport {
    std::function<std::optional<std::string>(const std::string& address)> get;
    /// With the client's name and secret in the head (RFC 6749, section 2.3.1), both percent-encoded already.
    std::function<std::optional<std::string>(const std::string& address, const std::string& form, const std::string& name,
                                             const std::string& secret)>
        post;
};

/// A provider at which people sign in (OpenID Connect). It is asked on a thread of its own, one thing after another, so that a slow
/// one holds up nobody who only wants a page; what it says of itself and its keys are good for an hour. Not here: that an answer
/// belongs to this browser, and comes once (web/desk). Any thread.
class Provider {
public:
    /// Those who still wait when it ends are refused.
    Provider(Client client, Transport transport, const base::Clock& clock);

    using Told = std::move_only_function<void(base::Result<std::string>)>;

    /// Tells the address to which the browser goes. `told` is called once, from the thread of the provider; false when too many
    /// wait already, and then it is not called. Refused `not_found` clerk/openid_away (it gives no answer), and as `read_metadata`.
    bool lead(Attempt attempt, Told told);

    /// What the browser came back with.
    struct Answer {
        std::string code;
        std::optional<std::string> issuer;  // RFC 9207
    };
    /// Tells who signed in, as `identity_of`. Refused as above; `not_permitted` clerk/openid_mixed_up (the answer is another
    /// provider's), clerk/openid_code (it gives nothing for this code); and as `id_token_in`, `signed_payload` and `subject_in`.
    bool redeem(Answer answer, Attempt attempt, Told told);

private:
    using Errand = std::move_only_function<base::Result<std::string>()>;
    bool take_on(Errand errand, Told told);

    // On the thread of the provider.
    [[nodiscard]] base::Result<std::string> done(Errand& errand) const;
    [[nodiscard]] base::Result<std::string> fetched(const std::string& address) const;
    base::Result<base::Done> look_up();
    base::Result<base::Done> look_up_keys();
    base::Result<std::string> identity(const Answer& answer, const Attempt& attempt);
    base::Result<std::string> payload_of(const std::string& token);

    const Client client_;
    const Transport transport_;
    const base::Clock& clock_;

    std::optional<Metadata> metadata_;  // of the thread alone, as all of this
    base::Instant looked_up_;
    std::string keys_;
    base::Instant keys_looked_up_;

    Errands errands_;  // last, so that its thread finds all of the others
};

}  // namespace hearth::clerk::openid
