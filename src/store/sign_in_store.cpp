#include "store/sign_in_store.hpp"

#include "store/people_rows.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {
namespace {

constexpr const char* k_schema = R"sql(
CREATE TABLE IF NOT EXISTS passkey
    (credential BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account, name TEXT NOT NULL, algorithm INTEGER NOT NULL,
     key BLOB NOT NULL, count INTEGER NOT NULL, added TEXT NOT NULL, used TEXT) STRICT;
CREATE TABLE IF NOT EXISTS identity
    (account TEXT PRIMARY KEY REFERENCES account, digest TEXT NOT NULL UNIQUE, linked TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sign_in_change (account TEXT NOT NULL REFERENCES account, what INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS session_round (account TEXT PRIMARY KEY REFERENCES account, round INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS recovery
    (account TEXT PRIMARY KEY REFERENCES account, begun_by TEXT NOT NULL, begun INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS recovered
    (account TEXT PRIMARY KEY REFERENCES account, begun_by TEXT NOT NULL, begun INTEGER NOT NULL, confirmed_by TEXT NOT NULL,
     at INTEGER NOT NULL) STRICT;
)sql";

SignInStore::Passkey passkey_in(const Rows& rows) {
    SignInStore::Passkey passkey{rows.text(0),        {rows.text(1)},
                                 rows.text(2),        static_cast<int>(rows.integer(3)),
                                 rows.text(4),        static_cast<std::uint32_t>(rows.integer(5)),
                                 day_in(rows.text(6))};
    if (!rows.is_null(7)) passkey.used = day_in(rows.text(7));
    return passkey;
}

}  // namespace

SignInStore::SignInStore(Connection& connection, std::mutex& mutex) : connection_(connection), mutex_(mutex) {
    connection_.execute(k_schema);
}

std::vector<SignInStore::Passkey> SignInStore::passkeys(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    std::vector<Passkey> all;
    Rows rows = connection_.query(
        "SELECT credential, account, name, algorithm, key, count, added, used FROM passkey WHERE account = ? ORDER BY rowid",
        id.text);
    while (rows.next()) all.push_back(passkey_in(rows));
    return all;
}

std::optional<SignInStore::Passkey> SignInStore::passkey(const std::string& credential) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_.query(
        "SELECT credential, account, name, algorithm, key, count, added, used FROM passkey WHERE credential = ?", Blob{credential});
    return rows.next() ? std::optional(passkey_in(rows)) : std::nullopt;
}

bool SignInStore::add_passkey(const Passkey& passkey) {
    const std::lock_guard lock(mutex_);
    return connection_.run(
               "INSERT OR IGNORE INTO passkey (credential, account, name, algorithm, key, count, added) VALUES (?, ?, ?, ?, ?, ?, "
               "?)",
               Blob{passkey.credential}, passkey.account.text, passkey.name, passkey.algorithm, Blob{passkey.key},
               std::int64_t{passkey.count}, base::to_string(passkey.added)) == 1;
}

bool SignInStore::take_passkey_use(const std::string& credential, std::uint32_t count, base::CivilDate day) {
    const std::lock_guard lock(mutex_);
    const std::int64_t now = count;
    return connection_.run("UPDATE passkey SET count = ?, used = ? WHERE credential = ? AND (count < ? OR (count = 0 AND ? = 0))",
                           now, base::to_string(day), Blob{credential}, now, now) == 1;
}

bool SignInStore::remove_passkey(const people::AccountId& id, const std::string& credential) {
    const std::lock_guard lock(mutex_);
    return connection_.run("DELETE FROM passkey WHERE account = ? AND credential = ?", id.text, Blob{credential}) == 1;
}

std::optional<SignInStore::Identity> SignInStore::identity(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_.query("SELECT digest, linked FROM identity WHERE account = ?", id.text);
    if (!rows.next()) return std::nullopt;
    return Identity{id, rows.text(0), day_in(rows.text(1))};
}

std::optional<people::AccountId> SignInStore::account_linked(const std::string& digest) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_.query("SELECT account FROM identity WHERE digest = ?", digest);
    return rows.next() ? std::optional(people::AccountId{rows.text(0)}) : std::nullopt;
}

bool SignInStore::link(const Identity& identity) {
    const std::lock_guard lock(mutex_);
    const auto others = connection_.integer("SELECT count(*) FROM identity WHERE digest = ? AND account <> ?", identity.digest,
                                            identity.account.text);
    if (others != 0) return false;
    connection_.run("INSERT OR REPLACE INTO identity VALUES (?, ?, ?)", identity.account.text, identity.digest,
                    base::to_string(identity.linked));
    return true;
}

bool SignInStore::unlink(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    return connection_.run("DELETE FROM identity WHERE account = ?", id.text) == 1;
}

void SignInStore::note_change(const Change& change) {
    const std::lock_guard lock(mutex_);
    connection_.run("INSERT INTO sign_in_change VALUES (?, ?, ?)", change.account.text, static_cast<int>(change.what),
                    change.at.ms);
}

std::vector<SignInStore::Change> SignInStore::changes(const people::AccountId& id, base::Instant now) {
    const std::lock_guard lock(mutex_);
    std::vector<Change> all;
    Rows rows = connection_.query("SELECT what, at FROM sign_in_change WHERE account = ? AND at > ? ORDER BY at DESC, rowid DESC",
                                  id.text, now.ms - k_change_life_ms);
    while (rows.next()) all.push_back({id, static_cast<Change::What>(rows.integer(0)), {rows.integer(1)}});
    return all;
}

void SignInStore::forget_old_changes(base::Instant now) {
    const std::lock_guard lock(mutex_);
    connection_.run("DELETE FROM sign_in_change WHERE at <= ?", now.ms - k_change_life_ms);
}

std::int64_t SignInStore::session_round(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    return connection_.integer("SELECT round FROM session_round WHERE account = ?", id.text).value_or(0);
}

void SignInStore::end_sessions(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    connection_.run("INSERT INTO session_round VALUES (?, 1) ON CONFLICT (account) DO UPDATE SET round = round + 1", id.text);
}

void SignInStore::begin_recovery(const Recovery& recovery) {
    const std::lock_guard lock(mutex_);
    connection_.run("INSERT OR REPLACE INTO recovery VALUES (?, ?, ?)", recovery.account.text, recovery.begun_by.text,
                    recovery.begun.ms);
}

void SignInStore::stop_recovery(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    connection_.run("DELETE FROM recovery WHERE account = ?", id.text);
}

std::vector<SignInStore::Recovery> SignInStore::recoveries(base::Instant now) {
    const std::lock_guard lock(mutex_);
    std::vector<Recovery> all;
    Rows rows = connection_.query("SELECT account, begun_by, begun FROM recovery WHERE begun >= ? ORDER BY begun",
                                  now.ms - k_recovery_life_ms);
    while (rows.next()) all.push_back({{rows.text(0)}, {rows.text(1)}, {rows.integer(2)}});
    return all;
}

bool SignInStore::recover(const Recovered& recovered, const std::string& secret) {
    const std::lock_guard lock(mutex_);
    const std::string& account = recovered.recovery.account.text;
    const std::string& begun_by = recovered.recovery.begun_by.text;
    Transaction all(connection_);
    const int open = connection_.run("DELETE FROM recovery WHERE account = ? AND begun_by = ? AND begun = ?", account, begun_by,
                                     recovered.recovery.begun.ms);
    if (open == 0) return false;
    connection_.run("UPDATE account SET secret = ?, must_change = 1, totp = '', totp_step = 0 WHERE id = ?", secret, account);
    connection_.run("DELETE FROM passkey WHERE account = ?", account);
    connection_.run("DELETE FROM identity WHERE account = ?", account);
    connection_.run("INSERT INTO session_round VALUES (?, 1) ON CONFLICT (account) DO UPDATE SET round = round + 1", account);
    connection_.run("INSERT OR REPLACE INTO recovered VALUES (?, ?, ?, ?, ?)", account, begun_by, recovered.recovery.begun.ms,
                    recovered.confirmed_by.text, recovered.at.ms);
    connection_.run("INSERT INTO sign_in_change VALUES (?, ?, ?)", account, static_cast<int>(Change::What::recovered),
                    recovered.at.ms);
    all.commit();
    return true;
}

std::optional<SignInStore::Recovered> SignInStore::recovered(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_.query("SELECT begun_by, begun, confirmed_by, at FROM recovered WHERE account = ?", id.text);
    if (!rows.next()) return std::nullopt;
    return Recovered{{id, {rows.text(0)}, {rows.integer(1)}}, {rows.text(2)}, {rows.integer(3)}};
}

}  // namespace hearth::store
