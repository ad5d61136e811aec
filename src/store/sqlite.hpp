#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/fault.hpp"
#include "store/packing.hpp"

struct sqlite3;
struct sqlite3_stmt;

/// A thin owner of one SQLite connection and its prepared statements. Whatever SQLite reports as an error becomes a DatabaseFault
/// with SQLite's own words and code; which faults leave an outcome unknown is decided by the caller at COMMIT.
namespace hearth::store {

/// What SQLite reported.
class DatabaseFault : public base::Fault {
public:
    DatabaseFault(const std::string& words, int code) : Fault(words), code_(code) {}

    [[nodiscard]] bool is_full() const;
    /// The file is not a database, or its pages contradict each other.
    [[nodiscard]] bool is_damage() const;

private:
    int code_;
};

/// Bytes that are bound as BLOB; a plain string_view is bound as TEXT.
struct Blob {
    std::string_view bytes;
};

/// The rows of a running query. Ends the query when it goes out of scope.
class Rows {
public:
    Rows(sqlite3* db, sqlite3_stmt* statement) : db_(db), statement_(statement) {}
    Rows(Rows&& other) noexcept : db_(other.db_), statement_(other.statement_) { other.statement_ = nullptr; }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    /// Steps to the next row; false after the last one.
    bool next();
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] Packed packed(int column) const;

private:
    sqlite3* db_;
    sqlite3_stmt* statement_;
};

class Connection {
public:
    enum class Mode { read_write, read_only };

    /// Opens the file, or creates it readable by its owner only; waits up to five seconds for other processes' locks.
    Connection(const std::filesystem::path& file, Mode mode);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// Runs SQL that gives no rows that matter and takes no values.
    void execute(const std::string& sql);

    /// A prepared statement with its values; values need not outlive the call. `sql` must be a literal: it is the cache's key.
    template <class... Values>
    Rows query(std::string_view sql, const Values&... values) {
        sqlite3_stmt* statement = prepared(sql);
        bind_all(statement, true, values...);
        return Rows(db_, statement);
    }

    /// The same to its end, for statements that write. Gives the number of rows changed.
    template <class... Values>
    int run(std::string_view sql, const Values&... values) {
        sqlite3_stmt* statement = prepared(sql);
        bind_all(statement, false, values...);
        return run_to_end(statement);
    }

    /// First column of the first row, when there is one that is not NULL.
    template <class... Values>
    std::optional<std::int64_t> integer(std::string_view sql, const Values&... values) {
        Rows rows = query(sql, values...);
        if (!rows.next() || rows.is_null(0)) return std::nullopt;
        return rows.integer(0);
    }
    template <class... Values>
    std::optional<std::string> text(std::string_view sql, const Values&... values) {
        Rows rows = query(sql, values...);
        if (!rows.next() || rows.is_null(0)) return std::nullopt;
        return rows.text(0);
    }

    [[nodiscard]] sqlite3* handle() const { return db_; }

private:
    sqlite3_stmt* prepared(std::string_view sql);
    int run_to_end(sqlite3_stmt* statement);
    void bind(sqlite3_stmt* statement, int place, bool copy, std::int64_t value);
    void bind(sqlite3_stmt* statement, int place, bool copy, std::uint64_t value) {
        bind(statement, place, copy, static_cast<std::int64_t>(value));
    }
    void bind(sqlite3_stmt* statement, int place, bool copy, int value) {
        bind(statement, place, copy, static_cast<std::int64_t>(value));
    }
    void bind(sqlite3_stmt* statement, int place, bool copy, std::string_view value);
    void bind(sqlite3_stmt* statement, int place, bool copy, Blob value);
    void bind(sqlite3_stmt* statement, int place, bool copy, const Packed& value);
    void bind(sqlite3_stmt* statement, int place, bool copy, std::optional<std::int64_t> value);
    template <class... Values>
    void bind_all([[maybe_unused]] sqlite3_stmt* statement, [[maybe_unused]] bool copy, const Values&... values) {
        [[maybe_unused]] int place = 0;
        (bind(statement, ++place, copy, values), ...);
    }

    sqlite3* db_ = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt*> statements_;
};

/// BEGIN IMMEDIATE on construction, ROLLBACK unless committed.
class Transaction {
public:
    explicit Transaction(Connection& connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Throws UnknownOutcome when the sync failed or SQLite cannot tell; Fault when the disk was full, since then the commit
    /// frame was never written whole and nothing happened.
    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace hearth::store
