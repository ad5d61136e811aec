#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "clerk/effects.hpp"
#include "clerk/keys.hpp"

namespace hearth::clerk {

/// Challenges for browsers to have signed: chance, the time and a seal (HMAC) of this process over both and over what the challenge
/// is for. A stranger who opens a page a million times therefore fills no memory and pushes nobody's challenge out: only those that
/// were used are kept, until they would be too old anyway. Any thread.
class Challenges {
public:
    Challenges();

    static constexpr std::int64_t k_life_ms = std::int64_t{5} * 60'000;

    /// As bytes. `purpose`: what for and for whom; it is not in the challenge.
    std::string draw(std::string_view purpose, base::Instant now);
    /// Whether it was drawn here for that purpose, within five minutes.
    [[nodiscard]] bool is_open(std::string_view challenge, std::string_view purpose, base::Instant now) const;
    /// Once for each challenge that is open; call it last, when all else was right. False the second time.
    bool use(std::string_view challenge, base::Instant now);

private:
    [[nodiscard]] std::string seal(std::string_view head, std::string_view purpose) const;

    Secret key_;
    std::mutex mutex_;  // guards all below
    SystemRandomness chance_;
    std::map<std::string, base::Instant, std::less<>> used_;
};

}  // namespace hearth::clerk
