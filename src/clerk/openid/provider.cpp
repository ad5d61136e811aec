#include "clerk/openid/provider.hpp"

#include "base/fault.hpp"
#include "base/percent.hpp"
#include "clerk/openid/id_token.hpp"
#include "clerk/openid/signature.hpp"

namespace hearth::clerk::openid {
namespace {

using base::Reason;
using base::Refusal;

constexpr std::size_t k_waiting_max = 20;
constexpr std::int64_t k_fresh_ms = std::int64_t{60} * 60'000;
constexpr std::int64_t k_keys_again_ms = std::int64_t{60} * 1000;

bool is_within(base::Instant since, std::int64_t ms, base::Instant now) { return now.ms >= since.ms && now.ms - since.ms < ms; }

Refusal away(std::string detail) { return {Reason::not_found, "clerk/openid_away", {}, std::move(detail)}; }

}  // namespace

Provider::Provider(Client client, Transport transport, const base::Clock& clock)
    : client_(std::move(client)), transport_(std::move(transport)), clock_(clock), errands_(k_waiting_max) {}

bool Provider::lead(Attempt attempt, Told told) {
    return take_on(
        [this, attempt = std::move(attempt)]() -> base::Result<std::string> {
            HEARTH_TRY(known, look_up());
            return authorization_address(*metadata_, client_, attempt);
        },
        std::move(told));
}

bool Provider::redeem(Answer answer, Attempt attempt, Told told) {
    return take_on([this, answer = std::move(answer), attempt = std::move(attempt)] { return identity(answer, attempt); },
                   std::move(told));
}

bool Provider::take_on(Errand errand, Told told) {
    return errands_.take([this, errand = std::move(errand), told = std::move(told)](bool is_over) mutable {
        told(is_over ? away("the office ends") : done(errand));
    });
}

base::Result<std::string> Provider::done(Errand& errand) const {
    try {
        return errand();
    } catch (const base::Fault& fault) {
        return away(fault.what());
    }
}

base::Result<std::string> Provider::fetched(const std::string& address) const {
    auto document = transport_.get(address);
    if (!document) return away(address);
    return std::move(*document);
}

base::Result<base::Done> Provider::look_up() {
    if (metadata_ && is_within(looked_up_, k_fresh_ms, clock_.now())) return base::Done{};
    HEARTH_TRY(document, fetched(metadata_address(client_.issuer)));
    HEARTH_TRY(metadata, read_metadata(document, client_.issuer));
    metadata_ = std::move(metadata);
    looked_up_ = clock_.now();
    keys_.clear();
    return base::Done{};
}

base::Result<base::Done> Provider::look_up_keys() {
    HEARTH_TRY(keys, fetched(metadata_->jwks_uri));
    keys_ = std::move(keys);
    keys_looked_up_ = clock_.now();
    return base::Done{};
}

base::Result<std::string> Provider::identity(const Answer& answer, const Attempt& attempt) {
    HEARTH_TRY(known, look_up());
    const bool is_its = answer.issuer ? *answer.issuer == client_.issuer : !metadata_->names_itself;
    if (!is_its) return Refusal{Reason::not_permitted, "clerk/openid_mixed_up"};
    const auto tokens = transport_.post(metadata_->token_endpoint, token_form(answer.code, attempt),
                                        base::percent_encoded(client_.id), base::percent_encoded(client_.secret));
    if (!tokens) return Refusal{Reason::not_permitted, "clerk/openid_code"};
    HEARTH_TRY(token, id_token_in(*tokens));
    HEARTH_TRY(claims, payload_of(token));
    HEARTH_TRY(subject, subject_in(claims, {client_.issuer, client_.id, attempt.nonce}, clock_.now()));
    return identity_of(client_.issuer, subject);
}

base::Result<std::string> Provider::payload_of(const std::string& token) {
    if (keys_.empty()) {
        HEARTH_TRY(known, look_up_keys());
    }
    auto payload = signed_payload(token, keys_);
    if (payload || payload.error().rule != "clerk/openid_key") return payload;
    // A provider may have begun to sign with a new key since.
    if (is_within(keys_looked_up_, k_keys_again_ms, clock_.now())) return payload;
    HEARTH_TRY(known, look_up_keys());
    return signed_payload(token, keys_);
}

}  // namespace hearth::clerk::openid
