#include "store/subscription_store.hpp"

#include "base/json.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {
namespace {

constexpr const char* k_schema = R"sql(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS subscription
    (token TEXT PRIMARY KEY, matter INTEGER NOT NULL, party TEXT NOT NULL, address TEXT NOT NULL, language TEXT NOT NULL,
     since INTEGER NOT NULL, bounced TEXT NOT NULL DEFAULT '', UNIQUE (matter, party)) STRICT;
CREATE INDEX IF NOT EXISTS subscription_bounced ON subscription (matter) WHERE bounced <> '';
CREATE TABLE IF NOT EXISTS feed
    (token_digest TEXT PRIMARY KEY, matter INTEGER NOT NULL, party TEXT NOT NULL, since INTEGER NOT NULL,
     UNIQUE (matter, party)) STRICT;
CREATE TABLE IF NOT EXISTS sent (item INTEGER NOT NULL, token TEXT NOT NULL, PRIMARY KEY (item, token)) STRICT, WITHOUT ROWID;
COMMIT;
)sql";

constexpr const char* k_by_matter =
    "SELECT token, matter, party, address, language, since, bounced FROM subscription WHERE matter = ? ORDER BY since, token";

std::vector<base::MatterId> matters_in(Rows rows) {
    std::vector<base::MatterId> all;
    while (rows.next()) all.push_back({rows.integer(0)});
    return all;
}

std::optional<people::PrivateFeed> feed_in(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return people::PrivateFeed{rows.text(0), {rows.integer(1)}, {rows.text(2)}, {rows.integer(3)}};
}

}  // namespace

SubscriptionStore::SubscriptionStore(const std::filesystem::path& file)
    : connection_(std::make_unique<Connection>(file, Connection::Mode::read_write)) {
    connection_->execute("PRAGMA journal_mode = WAL");
    connection_->execute("PRAGMA secure_delete = ON");
    connection_->execute("PRAGMA synchronous = FULL");
    connection_->execute("PRAGMA cache_size = -256");
    connection_->execute(k_schema);
}

SubscriptionStore::~SubscriptionStore() = default;

void SubscriptionStore::begin(const people::Subscription& s) {
    const std::lock_guard lock(mutex_);
    connection_->run("INSERT OR REPLACE INTO subscription VALUES (?, ?, ?, ?, ?, ?, ?)", s.token, s.matter.number, s.party.text,
                     s.address, s.language, s.since.ms, s.bounced);
    ++bounces_noted_;
}

void SubscriptionStore::end(base::MatterId matter, const base::PartyId& party) {
    const std::lock_guard lock(mutex_);
    connection_->run("DELETE FROM subscription WHERE matter = ? AND party = ?", matter.number, party.text);
    ++bounces_noted_;
}

bool SubscriptionStore::end(const std::string& token) {
    const std::lock_guard lock(mutex_);
    const bool is_gone = connection_->run("DELETE FROM subscription WHERE token = ?", token) == 1;
    ++bounces_noted_;
    return is_gone;
}

std::vector<people::Subscription> SubscriptionStore::of(base::MatterId matter) {
    const std::lock_guard lock(mutex_);
    std::vector<people::Subscription> all;
    Rows rows = connection_->query(k_by_matter, matter.number);
    while (rows.next())
        all.push_back(
            {rows.text(0), {rows.integer(1)}, {rows.text(2)}, rows.text(3), rows.text(4), {rows.integer(5)}, rows.text(6)});
    return all;
}

std::optional<people::Subscription> SubscriptionStore::of(base::MatterId matter, const base::PartyId& party) {
    for (people::Subscription& one : of(matter))
        if (one.party == party) return std::move(one);
    return std::nullopt;
}

std::vector<base::MatterId> SubscriptionStore::matters() {
    const std::lock_guard lock(mutex_);
    return matters_in(connection_->query("SELECT DISTINCT matter FROM subscription ORDER BY matter"));
}

void SubscriptionStore::end_all(base::MatterId matter) {
    const std::lock_guard lock(mutex_);
    connection_->run("DELETE FROM subscription WHERE matter = ?", matter.number);
    connection_->run("DELETE FROM feed WHERE matter = ?", matter.number);
    ++bounces_noted_;
}

void SubscriptionStore::begin_feed(const people::PrivateFeed& feed) {
    const std::lock_guard lock(mutex_);
    connection_->run("INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?)", feed.token_digest, feed.matter.number, feed.party.text,
                     feed.since.ms);
}

void SubscriptionStore::end_feed(base::MatterId matter, const base::PartyId& party) {
    const std::lock_guard lock(mutex_);
    connection_->run("DELETE FROM feed WHERE matter = ? AND party = ?", matter.number, party.text);
}

std::optional<people::PrivateFeed> SubscriptionStore::feed(const std::string& token_digest) {
    const std::lock_guard lock(mutex_);
    return feed_in(connection_->query("SELECT token_digest, matter, party, since FROM feed WHERE token_digest = ?", token_digest));
}

std::optional<people::PrivateFeed> SubscriptionStore::feed_of(base::MatterId matter, const base::PartyId& party) {
    const std::lock_guard lock(mutex_);
    return feed_in(connection_->query("SELECT token_digest, matter, party, since FROM feed WHERE matter = ? AND party = ?",
                                      matter.number, party.text));
}

std::vector<base::MatterId> SubscriptionStore::matters_with_feeds() {
    const std::lock_guard lock(mutex_);
    return matters_in(connection_->query("SELECT DISTINCT matter FROM feed ORDER BY matter"));
}

void SubscriptionStore::note_bounce(const std::string& token, const std::string& words) {
    const std::lock_guard lock(mutex_);
    connection_->run("UPDATE subscription SET bounced = ? WHERE token = ?", words, token);
    ++bounces_noted_;
}

std::set<base::MatterId> SubscriptionStore::bounced() {
    const std::lock_guard lock(mutex_);
    const auto all = matters_in(connection_->query("SELECT matter FROM subscription WHERE bounced <> ''"));
    return {all.begin(), all.end()};
}

bool SubscriptionStore::was_sent(std::int64_t item, const std::string& token) {
    const std::lock_guard lock(mutex_);
    return connection_->query("SELECT 1 FROM sent WHERE item = ? AND token = ?", item, token).next();
}

void SubscriptionStore::note_sent(std::int64_t item, const std::string& token) {
    const std::lock_guard lock(mutex_);
    connection_->run("INSERT OR IGNORE INTO sent VALUES (?, ?)", item, token);
}

void SubscriptionStore::forget_items(const std::vector<std::int64_t>& items) {
    const std::lock_guard lock(mutex_);
    connection_->run("DELETE FROM sent WHERE item IN (SELECT value FROM json_each(?))", base::Json(items).dump());
}

}  // namespace hearth::store
