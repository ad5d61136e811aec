#include "store/sqlite.hpp"

#include <sqlite3.h>

#include "base/check.hpp"
#include "store/files.hpp"

namespace hearth::store {
namespace {

constexpr int k_busy_timeout_ms = 5000;

DatabaseFault fault_of(sqlite3* db, const std::string& doing) {
    const int code = sqlite3_extended_errcode(db);
    return {"database: " + doing + ": " + sqlite3_errmsg(db) + " (" + std::to_string(code) + ")", code & 0xff};
}

void require(sqlite3* db, int code, const char* doing) {
    if (code != SQLITE_OK) throw fault_of(db, doing);
}

}  // namespace

bool DatabaseFault::is_full() const { return code_ == SQLITE_FULL; }
bool DatabaseFault::is_damage() const { return code_ == SQLITE_CORRUPT || code_ == SQLITE_NOTADB; }

Rows::~Rows() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Rows::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) throw fault_of(db_, "reading");
    return false;
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Rows::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Rows::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Packed Rows::packed(int column) const {
    const bool decoded = sqlite3_column_type(statement_, column) == SQLITE_BLOB;
    return {text(column), decoded};
}

Connection::Connection(const std::filesystem::path& file, Mode mode) {
    if (mode == Mode::read_write) create_private(file);
    const int flags = SQLITE_OPEN_NOMUTEX | (mode == Mode::read_write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    if (const int code = sqlite3_open_v2(file.c_str(), &db_, flags, nullptr); code != SQLITE_OK) {
        const DatabaseFault fault = fault_of(db_, "opening " + file.string());
        sqlite3_close_v2(db_);
        throw DatabaseFault(fault);
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, k_busy_timeout_ms);
}

Connection::~Connection() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close_v2(db_);
}

void Connection::execute(const std::string& sql) {
    require(db_, sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr), sql.substr(0, sql.find_first_of("(\n")).c_str());
}

sqlite3_stmt* Connection::prepared(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    sqlite3_stmt* statement = nullptr;
    require(db_, sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
            "preparing");
    statements_.emplace(sql, statement);
    return statement;
}

int Connection::run_to_end(sqlite3_stmt* statement) {
    Rows rows(db_, statement);
    while (rows.next()) {
    }
    return sqlite3_changes(db_);
}

void Connection::bind(sqlite3_stmt* statement, int place, bool /*copy*/, std::int64_t value) {
    require(db_, sqlite3_bind_int64(statement, place, value), "binding");
}

void Connection::bind(sqlite3_stmt* statement, int place, bool copy, std::string_view value) {
    // A null pointer would bind NULL.
    const char* bytes = value.data() == nullptr ? "" : value.data();
    require(db_, sqlite3_bind_text64(statement, place, bytes, value.size(), copy ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8),
            "binding");
}

void Connection::bind(sqlite3_stmt* statement, int place, bool copy, Blob value) {
    const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
    require(db_, sqlite3_bind_blob64(statement, place, bytes, value.bytes.size(), copy ? SQLITE_TRANSIENT : SQLITE_STATIC),
            "binding");
}

void Connection::bind(sqlite3_stmt* statement, int place, bool copy, const Packed& value) {
    if (value.decoded) return bind(statement, place, copy, Blob{value.bytes});
    bind(statement, place, copy, std::string_view(value.bytes));
}

void Connection::bind(sqlite3_stmt* statement, int place, bool copy, std::optional<std::int64_t> value) {
    if (value) return bind(statement, place, copy, *value);
    require(db_, sqlite3_bind_null(statement, place), "binding");
}

Transaction::Transaction(Connection& connection) : connection_(connection) { connection_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    // SQLite has already rolled back by itself after some errors; then there is nothing left to end.
    if (open_ && sqlite3_get_autocommit(connection_.handle()) == 0) {
        sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    HEARTH_CHECK(open_);
    try {
        connection_.run("COMMIT");
    } catch (const DatabaseFault& fault) {
        if (fault.is_full()) throw;
        throw base::UnknownOutcome(fault.what());
    }
    open_ = false;
}

}  // namespace hearth::store
