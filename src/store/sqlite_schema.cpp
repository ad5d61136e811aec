#include "store/sqlite_schema.hpp"

#include <array>
#include <string>

#include "base/fault.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {
namespace {

constexpr std::int64_t k_application_id = 0x48525448;  // "HRTH"

// One office a file; in a shared database every key begins with the office. Rows of `entry` and `content` are only ever appended,
// in the order of their keys, so that pages are filled to the end and never split. A row of content is later overwritten in place
// by an erasure, never moved or deleted: SQLite leaves copies of rows that it moves between pages, and secure_delete does not find
// them. For the same reason the end of a retention, which is learnt later, stands in a table of its own, and a dropped paper key
// leaves its row behind.
constexpr const char* k_first_schema = R"sql(
CREATE TABLE office (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL,
    checkpoint TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
INSERT INTO office VALUES (1, 0, '', '');

CREATE TABLE entry (
    idx INTEGER PRIMARY KEY,
    matter INTEGER NOT NULL,
    leaf ANY NOT NULL,
    frame ANY NOT NULL
) STRICT;
CREATE INDEX entry_of_matter ON entry (matter);

CREATE TABLE content (
    id INTEGER PRIMARY KEY, -- 256 * entry + place within it
    name TEXT NOT NULL,
    klass TEXT NOT NULL,
    keep TEXT NOT NULL,
    erased INTEGER NOT NULL,
    disclosure ANY NOT NULL
) STRICT;

CREATE TABLE retention (
    content INTEGER PRIMARY KEY,
    erase_at INTEGER NOT NULL
) STRICT;
CREATE INDEX retention_ends ON retention (erase_at);

CREATE TABLE tile (
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
    number INTEGER PRIMARY KEY,
    code ANY NOT NULL,
    procedure TEXT NOT NULL,
    state TEXT NOT NULL,
    open INTEGER NOT NULL,
    owner TEXT NOT NULL,
    due INTEGER,
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    folded TEXT NOT NULL
) STRICT;
CREATE INDEX matter_of_code ON matter (code);
CREATE INDEX matter_open ON matter (number) WHERE open = 1;

CREATE TABLE figure (
    key TEXT PRIMARY KEY,
    total INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    matter INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    notice TEXT NOT NULL
) STRICT;

CREATE TABLE command_key (
    key ANY PRIMARY KEY,
    digest ANY NOT NULL,
    first INTEGER NOT NULL,
    count INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX command_key_at ON command_key (at);

CREATE TABLE witnessed (
    origin TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    checkpoint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cosigned (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    checkpoint TEXT NOT NULL
) STRICT;

CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    digest ANY NOT NULL UNIQUE,
    key BLOB NOT NULL,
    dropped INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX paper_of_entry ON paper (entry);
)sql";

// Receipt codes of further parties of a matter.
constexpr const char* k_party_codes = R"sql(
CREATE TABLE party_code (
    code ANY PRIMARY KEY,
    matter INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Packs that the record names.
constexpr const char* k_packs = R"sql(
CREATE TABLE pack (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    files TEXT NOT NULL
) STRICT;
)sql";

constexpr const char* k_letters = R"sql(
CREATE TABLE letter (
    recipient TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    matter INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    text TEXT NOT NULL,
    acknowledgement TEXT NOT NULL,
    PRIMARY KEY (recipient, sequence)
) STRICT;
CREATE INDEX letter_waiting ON letter (recipient, sequence) WHERE acknowledgement = '';
CREATE INDEX letter_of_entry ON letter (entry);

CREATE TABLE letter_received (
    sender TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    digest ANY NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (sender, sequence)
) STRICT, WITHOUT ROWID;
)sql";

// What a desk asks for stands in one index over the open matters alone, in the order in which they are shown (the number stands for
// "no term"), so that a page of it reads no row but those that it shows. Rows of before had the unit accused in their folded state
// only.
constexpr const char* k_desk = R"sql(
ALTER TABLE matter ADD COLUMN accused TEXT NOT NULL DEFAULT '';
UPDATE matter SET accused = ifnull(json_extract(folded, '$.accused'), '') WHERE folded LIKE '%"accused"%';
CREATE INDEX matter_on_desk ON matter
    (ifnull(due, 9223372036854775807), number, procedure, owner, accused, opened_at, changed_at) WHERE open = 1;
)sql";

// Receipt codes stood in the content of the acts that gave them, where whoever holds the machine could read them. They are
// overwritten in place, as an erasure does; a new one is kept with the command that asked for it, sealed by its sender's key.
constexpr const char* k_sealed_codes = R"sql(
ALTER TABLE command_key ADD COLUMN code TEXT NOT NULL DEFAULT '';
UPDATE content SET erased = 1, disclosure = zeroblob(length(CAST(disclosure AS BLOB))) WHERE name = 'receipt.code';
)sql";

constexpr std::array k_steps = {k_first_schema, k_party_codes, k_packs, k_letters, k_desk, k_sealed_codes};

std::int64_t pragma(Connection& connection, const char* sql) { return connection.integer(sql).value_or(0); }

}  // namespace

void migrate(Connection& connection) {
    const auto known = static_cast<std::int64_t>(k_steps.size());
    const std::int64_t version = pragma(connection, "PRAGMA user_version");
    const std::int64_t application = pragma(connection, "PRAGMA application_id");
    const bool is_new = version == 0 && application == 0 && pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (!is_new && application != k_application_id) throw base::Fault("database: this is not the database of a Hearth office");
    if (version > known) throw base::Fault("database: written by a newer Hearth; this program is too old for it");
    for (std::int64_t step = version; step < known; ++step) {
        Transaction transaction(connection);
        connection.execute(k_steps.at(static_cast<std::size_t>(step)));
        connection.execute("PRAGMA application_id = " + std::to_string(k_application_id));
        connection.execute("PRAGMA user_version = " + std::to_string(step + 1));
        transaction.commit();
    }
}

}  // namespace hearth::store
