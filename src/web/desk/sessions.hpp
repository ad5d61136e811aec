#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "clerk/effects.hpp"
#include "people/holding.hpp"

namespace hearth::web::desk {

/// One browser that signed in to one office.
struct Session {
    base::OfficeId office;
    people::AccountId account;
    std::string login;
    std::string form_token;    // must come back with every form (against forged requests)
    bool must_change = false;  // of a password that somebody else chose
    base::Instant began;
    base::Instant seen;
    bool waits_for_code = false;  // the password was right, the one-time code is still to come: nobody is signed in yet
    std::int64_t round = 0;       // of its account (`store::SignInStore`) when it began
    bool second_factor = false;   // more than a password opened it: a one-time code, or a passkey
    std::string id = {};          // by which its owner ends it; opens nothing
    std::vector<people::Holding> holdings = {};  // of its account, as they were read with this request; never kept
};

/// Who is signed in. In memory only: a restart signs everybody out, and what was typed comes back after signing in again. A session
/// ends two hours after it was last used, and twelve hours after it began. Any thread.
class Sessions {
public:
    /// The token that the browser keeps; here only its digest is kept.
    std::string begin(Session session, base::Instant now);
    std::optional<Session> find(const std::string& token, base::Instant now);
    /// One that waits for its code; five minutes long.
    std::optional<Session> find_waiting(const std::string& token, base::Instant now);
    void end(const std::string& token);
    /// The password was changed: every other session of the account ends.
    void changed_password(const people::AccountId& account, const std::string& token);

    /// All of the account that are signed in, the latest first.
    std::vector<Session> of(const people::AccountId& account, base::Instant now);
    void end_other(const people::AccountId& account, const std::string& id);

    static constexpr std::int64_t k_idle_ms = std::int64_t{2} * 3'600'000;
    static constexpr std::int64_t k_life_ms = std::int64_t{12} * 3'600'000;
    static constexpr std::int64_t k_code_ms = std::int64_t{5} * 60'000;

private:
    std::optional<Session> found(const std::string& token, bool waiting, base::Instant now);
    void forget_old(base::Instant now);

    std::mutex mutex_;  // guards all below
    clerk::SystemRandomness chance_;
    std::map<std::string, Session> sessions_;  // by digest of the token
};

/// Against guessing: after five wrong passwords or codes in a row for one login it stands still for a while, twice as long each
/// time up to a quarter of an hour. Kept by login alone, known or not, in memory; never by address. Any thread.
class SignInBrake {
public:
    [[nodiscard]] bool is_standing(const std::string& login, base::Instant now);
    void wrong(const std::string& login, base::Instant now);
    void right(const std::string& login);

private:
    struct Count {
        int wrong = 0;
        base::Instant until;
    };
    std::mutex mutex_;
    std::map<std::string, Count> counts_;  // guarded by mutex_
};

}  // namespace hearth::web::desk
