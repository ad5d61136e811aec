#include "store/sqlite_store.hpp"

#include <set>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "base/fault.hpp"
#include "record/sha256.hpp"
#include "store/erasure_journal.hpp"
#include "store/packing.hpp"
#include "store/sqlite_rows.hpp"
#include "store/sqlite_schema.hpp"

namespace hearth::store {
namespace {

constexpr std::size_t k_readers = 4;
constexpr int k_scrub_tries = 50;

void set_up_writer(Connection& writer) {
    writer.execute("PRAGMA secure_delete = ON");
    writer.execute("PRAGMA temp_store = MEMORY");
    writer.execute("PRAGMA cache_size = -8192");
    if (writer.text("PRAGMA journal_mode = WAL") != "wal") throw base::Fault("database: this folder cannot hold a write-ahead log");
    writer.execute("PRAGMA synchronous = FULL");
}

struct LogState {
    bool is_empty = false;   // the file holds nothing any more
    bool is_synced = false;  // all of it stands in the database, which was synced
};

/// Moves the log into the database, syncs that, and cuts the log to nothing. Readers of other processes may be in the way.
LogState empty_log(Connection& writer) {
    Rows rows = writer.query("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!rows.next()) return {};
    return {rows.integer(0) == 0, rows.integer(1) == rows.integer(2)};
}

std::uint64_t size_of(Connection& from) { return static_cast<std::uint64_t>(from.integer("SELECT size FROM office").value_or(0)); }

/// The number of entries is written twice; both must agree before anything is served.
void check_size(Connection& writer) {
    const auto last = writer.integer("SELECT max(idx) FROM entry").value_or(-1);
    if (static_cast<std::uint64_t>(last + 1) != size_of(writer)) {
        throw base::Fault("database: its last entry is " + std::to_string(last) + " but it says to hold " +
                          std::to_string(size_of(writer)) + " entries; restore it from a backup");
    }
}

void write_batch(Connection& to, const record::Batch& batch) {
    for (std::size_t i = 0; i < batch.entries.size(); ++i) write_entry(to, batch.first + i, batch.entries[i], batch.matters[i]);
    for (const record::Tile& tile : batch.tiles) write_tile(to, tile);
    for (const record::MatterRow& row : batch.matter_rows) write_matter(to, row);
    for (const record::FigureDelta& delta : batch.figures) write_figure(to, delta);
    for (const record::OutboxRow& row : batch.outbox) write_outbox(to, row);
    for (const record::CommandKey& key : batch.keys) write_key(to, key);
    for (const record::LetterRow& letter : batch.letters) write_letter(to, letter);
    for (const record::ReceivedLetterRow& letter : batch.letters_received) write_received_letter(to, letter);
    for (const record::PaperKey& paper : batch.papers) write_paper(to, paper);
    for (const record::RetentionEnd& end : batch.retention_ends) write_retention_end(to, end);
    for (const record::Erasure& erasure : batch.erasures) write_erasure(to, erasure);
    to.run("UPDATE office SET size = ?, checkpoint = ?, state = ?", batch.first + batch.entries.size(), batch.checkpoint,
           batch.office_state);
}

}  // namespace

SqliteStore::SqliteStore(SqliteFiles files, Access access) : files_(std::move(files)), access_(access) {
    if (access_ == Access::read) {
        readers_.open(files_.database, 1);
        return;
    }
    open();
    search_ = std::make_unique<SearchIndex>(files_.search, size_of(*writer_));
}

SqliteStore::~SqliteStore() = default;

void SqliteStore::open() {
    auto writer = std::make_unique<Connection>(files_.database, Connection::Mode::read_write);
    set_up_writer(*writer);
    migrate(*writer);
    if (!empty_log(*writer).is_synced)
        throw base::Fault("database: another program is reading it; it cannot be brought up to date");
    check_size(*writer);
    readers_.open(files_.database, k_readers);
    size_ = size_of(*writer);
    writer_ = std::move(writer);
}

void SqliteStore::reopen() {
    const std::lock_guard lock(writing_);
    size_ = k_ask;
    readers_.close();
    writer_.reset();
    open();
}

Connection& SqliteStore::writer() {
    if (access_ == Access::read) throw base::Fault("database: opened for reading only");
    if (writer_ == nullptr) throw base::Fault("database: closed; it could not be opened again");
    return *writer_;
}

/// Before the commit, so that no power cut can come between an erasure and its journal, or leave erased words to be found.
void SqliteStore::prepare_erasures(const record::Batch& batch) {
    std::vector<JournalLine> lines;
    std::set<base::MatterId> matters;
    for (const record::Erasure& erasure : batch.erasures) {
        Rows rows = writer_->query("SELECT matter, leaf FROM entry WHERE idx = ?", erasure.entry);
        if (!rows.next()) continue;
        matters.insert({rows.integer(0)});
        lines.push_back({erasure.entry, erasure.name, base::hex(base::view(record::sha256(unpack_leaf(rows.packed(1)))))});
    }
    if (lines.empty()) return;
    search_->forget({matters.begin(), matters.end()});
    append_erasures(files_.erasures, lines);
}

void SqliteStore::append(const record::Batch& batch) {
    HEARTH_CHECK(batch.entries.size() == batch.matters.size());
    const std::lock_guard lock(writing_);
    Transaction transaction(writer());
    if (size_of(*writer_) != batch.first) throw base::Fault("database: another writer has appended to this record");
    prepare_erasures(batch);
    write_batch(*writer_, batch);
    size_ = k_ask;
    transaction.commit();
    size_ = batch.first + batch.entries.size();
}

std::uint64_t SqliteStore::size() {
    const std::uint64_t known = size_.load();
    return known == k_ask ? size_of(*readers_.lend()) : known;
}

std::string SqliteStore::checkpoint() { return readers_.lend()->text("SELECT checkpoint FROM office").value_or(""); }

std::vector<record::StoredEntry> SqliteStore::read_entries(Rows rows, Connection& from, bool with_content) {
    std::vector<record::StoredEntry> entries;
    while (rows.next()) {
        record::StoredEntry entry;
        entry.index = static_cast<std::uint64_t>(rows.integer(0));
        entry.matter.number = rows.integer(1);
        entry.leaf = unpack_leaf(rows.packed(2));
        entry.frame = unpack_disclosure(rows.packed(3));
        if (with_content) entry.content = read_content(from, entry.index);
        entries.push_back(std::move(entry));
    }
    return entries;
}

// The query over entries stays open while their content is read, so both see the same state of the database.
std::vector<record::StoredEntry> SqliteStore::entries(std::uint64_t first, std::uint64_t count, bool with_content) {
    const auto reader = readers_.lend();
    return read_entries(
        reader->query("SELECT idx, matter, leaf, frame FROM entry WHERE idx >= ? ORDER BY idx LIMIT ?", first, count), *reader,
        with_content);
}

std::vector<record::StoredEntry> SqliteStore::entries_of(base::MatterId matter) {
    const auto reader = readers_.lend();
    return read_entries(reader->query("SELECT idx, matter, leaf, frame FROM entry WHERE matter = ? ORDER BY idx", matter.number),
                        *reader, true);
}

std::optional<record::Tile> SqliteStore::tile(int level, std::uint64_t number) {
    const auto reader = readers_.lend();
    auto hashes = reader->text("SELECT hashes FROM tile WHERE level = ? AND number = ?", level, number);
    if (!hashes) return std::nullopt;
    return record::Tile{level, number, std::move(*hashes)};
}

void SqliteStore::scrub() {
    search_->scrub();
    const std::lock_guard lock(writing_);
    for (int i = 0; i < k_scrub_tries; ++i) {
        if (empty_log(writer()).is_empty) return;
    }
    throw base::Fault("database: another program holds the database open, so the write-ahead log still holds what was erased");
}

}  // namespace hearth::store
