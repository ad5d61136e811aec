#include "store/people_store.hpp"

#include "store/people_rows.hpp"
#include "store/roster_store.hpp"
#include "store/sign_in_store.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {
namespace {

constexpr const char* k_schema = R"sql(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS account
    (id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, secret TEXT NOT NULL, must_change INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS holding
    (account TEXT NOT NULL REFERENCES account, post TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT) STRICT;
CREATE TABLE IF NOT EXISTS reading (at INTEGER NOT NULL, matter INTEGER NOT NULL, post TEXT NOT NULL, account TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS reading_by_matter ON reading (matter, at);
COMMIT;
)sql";

/// Columns that a file of an earlier version lacks.
struct LaterColumn {
    const char* known;  // counts it
    const char* added;
};
constexpr LaterColumn k_later_columns[] = {{"SELECT count(*) FROM pragma_table_info('account') WHERE name = 'totp'",
                                            "ALTER TABLE account ADD COLUMN totp TEXT NOT NULL DEFAULT ''"},
                                           {"SELECT count(*) FROM pragma_table_info('account') WHERE name = 'totp_step'",
                                            "ALTER TABLE account ADD COLUMN totp_step INTEGER NOT NULL DEFAULT 0"},
                                           {"SELECT count(*) FROM pragma_table_info('holding') WHERE name = 'in_place_of'",
                                            "ALTER TABLE holding ADD COLUMN in_place_of TEXT NOT NULL DEFAULT ''"}};

PeopleStore::Account account_in(const Rows& rows) {
    return {{rows.text(0)}, rows.text(1), rows.text(2), rows.integer(3) != 0, rows.text(4)};
}

/// Post, first day, last day and whose deputy, from this column on.
people::Holding holding_in(const Rows& rows, int first, const people::AccountId& id) {
    people::Holding holding{id, {rows.text(first)}, day_in(rows.text(first + 1)), {}, {rows.text(first + 3)}};
    if (!rows.is_null(first + 2)) holding.until = day_in(rows.text(first + 2));
    return holding;
}

}  // namespace

PeopleStore::PeopleStore(const std::filesystem::path& file)
    : connection_(std::make_unique<Connection>(file, Connection::Mode::read_write)) {
    connection_->execute("PRAGMA journal_mode = WAL");
    connection_->execute("PRAGMA secure_delete = ON");
    connection_->execute("PRAGMA cache_size = -256");
    connection_->execute(k_schema);
    // A look at a matter survives the end of the process; it need not wait for the disk, as a post that is given does.
    readings_ = std::make_unique<Connection>(file, Connection::Mode::read_write);
    readings_->execute("PRAGMA synchronous = NORMAL");
    readings_->execute("PRAGMA cache_size = -256");
    for (const LaterColumn& column : k_later_columns) {
        if (connection_->integer(column.known) == 0) connection_->execute(column.added);
    }
    sign_in_ = std::make_unique<SignInStore>(*connection_, mutex_);
    roster_ = std::make_unique<RosterStore>(*connection_, mutex_);
}

PeopleStore::~PeopleStore() = default;

std::optional<PeopleStore::Account> PeopleStore::account_of(const std::string& login) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_->query("SELECT id, login, secret, must_change, totp FROM account WHERE login = ?", login);
    return rows.next() ? std::optional(account_in(rows)) : std::nullopt;
}

std::optional<PeopleStore::Account> PeopleStore::account(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_->query("SELECT id, login, secret, must_change, totp FROM account WHERE id = ?", id.text);
    return rows.next() ? std::optional(account_in(rows)) : std::nullopt;
}

std::vector<PeopleStore::Account> PeopleStore::accounts() {
    const std::lock_guard lock(mutex_);
    std::vector<Account> all;
    Rows rows = connection_->query("SELECT id, login, secret, must_change, totp FROM account ORDER BY login");
    while (rows.next()) all.push_back(account_in(rows));
    return all;
}

bool PeopleStore::add(const Account& account) {
    const std::lock_guard lock(mutex_);
    return connection_->run("INSERT OR IGNORE INTO account (id, login, secret, must_change, totp) VALUES (?, ?, ?, ?, ?)",
                            account.id.text, account.login, account.secret, static_cast<int>(account.must_change),
                            account.totp) == 1;
}

void PeopleStore::set_secret(const people::AccountId& id, const std::string& secret, bool must_change) {
    const std::lock_guard lock(mutex_);
    connection_->run("UPDATE account SET secret = ?, must_change = ? WHERE id = ?", secret, static_cast<int>(must_change), id.text);
}

void PeopleStore::set_totp(const people::AccountId& id, const std::string& sealed) {
    const std::lock_guard lock(mutex_);
    connection_->run("UPDATE account SET totp = ?, totp_step = 0 WHERE id = ?", sealed, id.text);
}

bool PeopleStore::take_totp_step(const people::AccountId& id, std::int64_t step) {
    const std::lock_guard lock(mutex_);
    return connection_->run("UPDATE account SET totp_step = ? WHERE id = ? AND totp_step < ?", step, id.text, step) == 1;
}

std::vector<people::Holding> PeopleStore::holdings(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    std::vector<people::Holding> all;
    Rows rows =
        connection_->query("SELECT post, from_day, until_day, in_place_of FROM holding WHERE account = ? ORDER BY rowid", id.text);
    while (rows.next()) all.push_back(holding_in(rows, 0, id));
    return all;
}

PeopleStore::Standing PeopleStore::standing(const people::AccountId& id) {
    const std::lock_guard lock(mutex_);
    Standing standing;
    // By the connection that notes looks: what it wrote itself it need not read again, as the other would after each look.
    Rows rows = readings_->query(
        "SELECT coalesce((SELECT round FROM session_round WHERE account = ?1), 0), post, from_day, until_day, in_place_of"
        " FROM (SELECT ?1 AS id) LEFT JOIN holding ON holding.account = id ORDER BY holding.rowid",
        id.text);
    while (rows.next()) {
        standing.session_round = rows.integer(0);
        if (!rows.is_null(1)) standing.holdings.push_back(holding_in(rows, 1, id));
    }
    return standing;
}

std::vector<PeopleStore::Held> PeopleStore::held_from(base::CivilDate day) {
    const std::lock_guard lock(mutex_);
    std::vector<Held> all;
    Rows rows = connection_->query(
        "SELECT login, id, totp <> '' OR EXISTS (SELECT 1 FROM passkey WHERE passkey.account = id),"
        " post, from_day, until_day, in_place_of FROM holding JOIN account ON account.id = holding.account"
        " WHERE until_day IS NULL OR until_day >= ? ORDER BY login, holding.rowid",
        base::to_string(day));
    while (rows.next()) all.push_back({rows.text(0), holding_in(rows, 3, {rows.text(1)}), rows.integer(2) != 0});
    return all;
}

void PeopleStore::give(const people::Holding& holding) {
    const std::lock_guard lock(mutex_);
    connection_->run("INSERT INTO holding (account, post, from_day, until_day, in_place_of) VALUES (?, ?, ?, NULLIF(?, ''), ?)",
                     holding.account.text, holding.post.text, base::to_string(holding.from),
                     holding.until ? base::to_string(*holding.until) : std::string(), holding.in_place_of.text);
}

int PeopleStore::end(const people::AccountId& id, const base::PostId& post, base::CivilDate last_day) {
    const std::lock_guard lock(mutex_);
    const std::string day = base::to_string(last_day);
    return connection_->run(
        "UPDATE holding SET until_day = ? WHERE account = ? AND post = ? AND (until_day IS NULL OR until_day > ?)", day, id.text,
        post.text, day);
}

void PeopleStore::note(const Reading& reading) {
    const std::lock_guard lock(mutex_);
    readings_->run("INSERT INTO reading VALUES (?, ?, ?, ?)", reading.at.ms, reading.matter.number, reading.post.text,
                   reading.account.text);
    ++noted_;
}

std::vector<PeopleStore::Reading> PeopleStore::readings_of(base::MatterId matter) {
    const std::lock_guard lock(mutex_);
    std::vector<Reading> all;
    Rows rows = connection_->query("SELECT at, post, account FROM reading WHERE matter = ? ORDER BY at DESC", matter.number);
    while (rows.next()) all.push_back({{rows.integer(0)}, matter, {rows.text(1)}, {rows.text(2)}});
    return all;
}

void PeopleStore::forget_readings_before(base::Instant instant) {
    const std::lock_guard lock(mutex_);
    connection_->run("DELETE FROM reading WHERE at < ?", instant.ms);
}

}  // namespace hearth::store
