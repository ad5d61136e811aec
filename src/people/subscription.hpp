#pragma once

#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/time.hpp"

/// Somebody who wants to hear by mail when something happens in her matter.
namespace hearth::people {

struct Subscription {
    std::string token;  // 128 random bits as hex: whoever has it may end the subscription
    base::MatterId matter;
    base::PartyId party;
    std::string address;
    std::string language;  // "en", "zh-Hans"
    base::Instant since;
    std::string bounced;  // what the mail server said when it refused an address for good; empty: nothing came back

    bool operator==(const Subscription&) const = default;
};

/// The private feed of a party's matter. Whoever has its token reads what mails would say, and can do nothing else by it.
struct PrivateFeed {
    std::string token_digest;  // hex SHA-256: the token itself is kept nowhere
    base::MatterId matter;
    base::PartyId party;
    base::Instant since;

    bool operator==(const PrivateFeed&) const = default;
};

/// Whether mail can be sent there: one @, a name and a host without spaces and control characters, at most 254 bytes (RFC 5321).
/// Says nothing about whether anybody reads it.
bool is_address(std::string_view text);

}  // namespace hearth::people
