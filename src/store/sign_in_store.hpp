#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "people/holding.hpp"

namespace hearth::store {

class Connection;

/// How the accounts of an office sign in otherwise than by a password: the part of `PeopleStore` that holds their passkeys,
/// identities at a provider, ended sessions and recoveries, in the same file. Thread-safe: one at a time.
class SignInStore {
public:
    /// Both outlive it; every use of the connection is guarded by the mutex.
    SignInStore(Connection& connection, std::mutex& mutex);

    /// What opens the desk without a password: the public half of a key on a device of hers.
    struct Passkey {
        std::string credential;  // its id, as bytes
        people::AccountId account;
        std::string name;   // that she gave it
        int algorithm = 0;  // COSE
        std::string key;    // `clerk::PasskeyKey`
        std::uint32_t count = 0;
        base::CivilDate added;
        std::optional<base::CivilDate> used = {};
    };
    /// In the order in which they were added.
    std::vector<Passkey> passkeys(const people::AccountId& id);
    std::optional<Passkey> passkey(const std::string& credential);
    /// False when it is somebody's already.
    bool add_passkey(const Passkey& passkey);
    /// Notes that it was used. False when its counter did not go up, which a copied one would not (WebAuthn Level 2,
    /// section 6.1.1); one that counts none gives 0 each time.
    bool take_passkey_use(const std::string& credential, std::uint32_t count, base::CivilDate day);
    /// False when she has none of that id.
    bool remove_passkey(const people::AccountId& id, const std::string& credential);

    /// Who she is at the provider where she may sign in too: a digest alone (`clerk::openid::identity_of`).
    struct Identity {
        people::AccountId account;
        std::string digest;
        base::CivilDate linked;
    };
    std::optional<Identity> identity(const people::AccountId& id);
    std::optional<people::AccountId> account_linked(const std::string& digest);
    /// In place of one of hers that was linked before. False when it is somebody else's.
    bool link(const Identity& identity);
    /// False when she has none.
    bool unlink(const people::AccountId& id);

    /// Something by which she signs in became another, by herself, the operator or whoever else could.
    struct Change {
        // Kept by number: a new one goes to the end.
        enum class What { password, passkey_added, passkey_removed, one_time_codes, identity_linked, identity_unlinked, recovered };
        people::AccountId account;
        What what;
        base::Instant at;
    };
    static constexpr std::int64_t k_change_life_ms = std::int64_t{90} * 86'400'000;
    /// For its owner to be told (OWASP ASVS 4.0.3, 2.2.3).
    void note_change(const Change& change);
    /// Of the last ninety days, the latest first.
    std::vector<Change> changes(const people::AccountId& id, base::Instant now);
    /// Those that were told for ninety days, of everybody.
    void forget_old_changes(base::Instant now);

    /// How often all sessions of the account were ended at once, from outside too: one that began under another number is over.
    std::int64_t session_round(const people::AccountId& id);
    void end_sessions(const people::AccountId& id);

    /// Somebody lost what she signs in with; a second person confirms that it is she who asks.
    struct Recovery {
        people::AccountId account;
        people::AccountId begun_by;  // empty: the operator
        base::Instant begun;
    };
    static constexpr std::int64_t k_recovery_life_ms = 86'400'000;
    /// In place of one of hers that was begun before.
    void begin_recovery(const Recovery& recovery);
    void stop_recovery(const people::AccountId& id);
    /// Begun within a day, the oldest first.
    std::vector<Recovery> recoveries(base::Instant now);

    struct Recovered {
        Recovery recovery;
        people::AccountId confirmed_by;
        base::Instant at;
    };
    /// Ends the recovery with a new password that must be changed: codes, passkeys, the identity and sessions of before are over,
    /// all or nothing. False when it is not open any more.
    bool recover(const Recovered& recovered, const std::string& secret);
    /// The last one of the account.
    std::optional<Recovered> recovered(const people::AccountId& id);

private:
    Connection& connection_;
    std::mutex& mutex_;
};

}  // namespace hearth::store
