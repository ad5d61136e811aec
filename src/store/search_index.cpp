#include "store/search_index.hpp"

#include "base/fault.hpp"
#include "store/files.hpp"
#include "store/search_terms.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {
namespace {

// The index itself keeps no text (content=''), so that removing needs the old text in the same cut: `indexed` keeps it as it was
// given, which is half as long as its pairs.
constexpr const char* k_schema = R"sql(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL) STRICT;
INSERT OR IGNORE INTO mark VALUES (1, 0);
CREATE TABLE IF NOT EXISTS indexed (matter INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS scrub_owed (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;
CREATE TABLE IF NOT EXISTS stale (matter INTEGER PRIMARY KEY) STRICT;
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
COMMIT;
)sql";

std::string quoted(const Phrase& phrase) {
    std::string text = "\"";
    for (const std::string& word : phrase.words) text.append(text.size() > 1 ? " " : "").append(word);
    return text.append(phrase.prefix ? "\"*" : "\"");
}

/// FTS5 query syntax; the words hold letters and digits only, so nothing in them needs escaping.
std::string match_of(const std::string& question) {
    std::string match;
    for (const Phrase& phrase : cut_question(question)) match.append(match.empty() ? "" : " AND ").append(quoted(phrase));
    return match;
}

}  // namespace

SearchIndex::SearchIndex(std::filesystem::path file, std::uint64_t record_size) : file_(std::move(file)) {
    try {
        open();
    } catch (const DatabaseFault& fault) {
        if (!fault.is_damage()) throw;
        // Nothing stands here that the record does not hold: a damaged index is begun anew.
        remove_files();
        open();
    }
    if (mark() > record_size) clear();
    if (connection_->integer("SELECT 1 FROM scrub_owed")) scrub();
}

SearchIndex::~SearchIndex() = default;

void SearchIndex::open() {
    connection_.reset();
    connection_ = std::make_unique<Connection>(file_, Connection::Mode::read_write);
    connection_->execute("PRAGMA journal_mode = WAL");
    connection_->execute("PRAGMA synchronous = NORMAL");
    connection_->execute("PRAGMA secure_delete = ON");
    connection_->execute("PRAGMA temp_store = MEMORY");
    connection_->execute("PRAGMA cache_size = -2048");
    connection_->execute(k_schema);
}

void SearchIndex::remove_files() {
    connection_.reset();
    for (const char* ending : {"", "-wal", "-shm"}) {
        std::filesystem::path part = file_;
        part += ending;
        std::filesystem::remove(part);
    }
}

std::uint64_t SearchIndex::mark() {
    const std::lock_guard lock(mutex_);
    return static_cast<std::uint64_t>(connection_->integer("SELECT entries FROM mark").value_or(0));
}

void SearchIndex::replace_text(base::MatterId matter, const std::string& text) {
    if (const auto old = connection_->text("SELECT text FROM indexed WHERE matter = ?", matter.number)) {
        connection_->run("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", matter.number, cut_for_index(*old));
        connection_->run("DELETE FROM indexed WHERE matter = ?", matter.number);
    }
    if (text.empty()) return;
    connection_->run("INSERT INTO indexed VALUES (?, ?)", matter.number, text);
    connection_->run("INSERT INTO words (rowid, text) VALUES (?, ?)", matter.number, cut_for_index(text));
}

void SearchIndex::put(std::uint64_t mark, const std::vector<std::pair<base::MatterId, std::string>>& texts) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(*connection_);
    for (const auto& [matter, text] : texts) {
        replace_text(matter, text);
        connection_->run("DELETE FROM stale WHERE matter = ?", matter.number);
    }
    connection_->run("UPDATE mark SET entries = ?", mark);
    transaction.commit();
}

void SearchIndex::forget(const std::vector<base::MatterId>& matters) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(*connection_);
    for (const base::MatterId matter : matters) {
        replace_text(matter, "");
        connection_->run("INSERT OR IGNORE INTO stale VALUES (?)", matter.number);
    }
    connection_->run("INSERT OR IGNORE INTO scrub_owed VALUES (1)");
    transaction.commit();
}

std::vector<base::MatterId> SearchIndex::stale(std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<base::MatterId> matters;
    Rows rows = connection_->query("SELECT matter FROM stale ORDER BY matter LIMIT ?", limit);
    while (rows.next()) matters.push_back({rows.integer(0)});
    return matters;
}

std::vector<base::MatterId> SearchIndex::find(const std::string& question, std::uint64_t limit) {
    const std::string match = match_of(question);
    if (match.empty()) return {};
    const std::lock_guard lock(mutex_);
    std::vector<base::MatterId> found;
    Rows rows = connection_->query("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", match, limit);
    while (rows.next()) found.push_back({rows.integer(0)});
    return found;
}

void SearchIndex::clear() {
    const std::lock_guard lock(mutex_);
    remove_files();
    open();
}

void SearchIndex::scrub() {
    const std::lock_guard lock(mutex_);
    // Merging all segments drops the words of removed texts; copying the live rows to a new file leaves behind what SQLite moved
    // within pages. The log is emptied before the swap: it must never be found beside a file that it does not belong to.
    connection_->run("INSERT INTO words (words) VALUES ('optimize')");
    std::filesystem::path fresh = file_;
    fresh += ".new";
    std::filesystem::remove(fresh);
    create_private(fresh);
    connection_->run("VACUUM INTO ?", fresh.string());
    connection_->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    connection_.reset();
    std::filesystem::rename(fresh, file_);
    sync_folder(file_.parent_path());
    open();
    connection_->run("DELETE FROM scrub_owed");
}

}  // namespace hearth::store
