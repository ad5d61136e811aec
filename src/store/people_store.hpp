#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "people/holding.hpp"

namespace hearth::store {

class Connection;
class RosterStore;
class SignInStore;

/// Who may sign in to one office, which posts they hold, and who looked at which matter: a file of its own beside the record,
/// since all of it is about persons and ends with them. That a post was given or ended also stands in the record, without a name.
/// Readings are kept for a year (right 16) and shown to whom they concern; nothing here can be asked by person but the person's own
/// account.
/// Promise: what returned survives the end of the process; accounts and posts also a power cut. Thread-safe: one at a time.
class PeopleStore {
public:
    explicit PeopleStore(const std::filesystem::path& file);
    ~PeopleStore();

    struct Account {
        people::AccountId id;
        std::string login;
        std::string secret;        // of `clerk::hash_password`
        bool must_change = false;  // a password that somebody else chose
        std::string totp = {};     // secret of her one-time codes, sealed to the office (`clerk::seal_to`); empty: none asked
    };
    std::optional<Account> account_of(const std::string& login);
    std::optional<Account> account(const people::AccountId& id);
    std::vector<Account> accounts();
    /// False when the login is taken.
    bool add(const Account& account);
    void set_secret(const people::AccountId& id, const std::string& secret, bool must_change);
    /// A new secret of one-time codes, sealed; empty takes it away. No code of the old one counts any more.
    void set_totp(const people::AccountId& id, const std::string& sealed);
    /// Takes the code of a time step (RFC 6238) once: false when one of this step or a later one was taken before.
    bool take_totp_step(const people::AccountId& id, std::int64_t step);

    /// How accounts sign in otherwise than by a password.
    SignInStore& sign_in() { return *sign_in_; }
    /// Who represents which household, and who proved it.
    RosterStore& roster() { return *roster_; }

    std::vector<people::Holding> holdings(const people::AccountId& id);
    /// What every request of somebody who is signed in asks for, with one question.
    struct Standing {
        std::int64_t session_round = 0;  // as `SignInStore::session_round`
        std::vector<people::Holding> holdings;
    };
    Standing standing(const people::AccountId& id);
    /// A post as somebody holds it on a day, or is to hold it later.
    struct Held {
        std::string login;
        people::Holding holding;
        bool second_factor = false;  // her account has one-time codes or a passkey
    };
    /// All that do not end before this day, by login.
    std::vector<Held> held_from(base::CivilDate day);
    void give(const people::Holding& holding);
    /// The last day of every holding of this post that would run on beyond it; the number of them.
    int end(const people::AccountId& id, const base::PostId& post, base::CivilDate last_day);

    struct Reading {
        base::Instant at;
        base::MatterId matter;
        base::PostId post;
        people::AccountId account;
    };
    void note(const Reading& reading);
    /// Of one matter, newest first.
    std::vector<Reading> readings_of(base::MatterId matter);
    void forget_readings_before(base::Instant instant);
    /// Grows with every reading noted since the start; pages that show readings depend on it.
    [[nodiscard]] std::uint64_t readings_noted() const { return noted_.load(); }

private:
    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;  // guarded by mutex_, as the next
    std::unique_ptr<Connection> readings_;
    std::unique_ptr<SignInStore> sign_in_;  // over the same connection and mutex as the first, as the next
    std::unique_ptr<RosterStore> roster_;
    std::atomic<std::uint64_t> noted_{0};
};

}  // namespace hearth::store
