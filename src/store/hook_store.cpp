#include "store/hook_store.hpp"

#include "store/sqlite.hpp"

namespace hearth::store {

HookStore::HookStore(const std::filesystem::path& file)
    : connection_(std::make_unique<Connection>(file, Connection::Mode::read_write)) {
    connection_->execute("PRAGMA journal_mode = WAL");
    connection_->execute("PRAGMA synchronous = FULL");
    connection_->execute("PRAGMA cache_size = -64");
    connection_->execute("CREATE TABLE IF NOT EXISTS hook (address TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT, WITHOUT ROWID");
}

HookStore::~HookStore() = default;

std::optional<std::uint64_t> HookStore::next(const std::string& address) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_->query("SELECT next FROM hook WHERE address = ?", address);
    if (!rows.next()) return std::nullopt;
    return static_cast<std::uint64_t>(rows.integer(0));
}

void HookStore::settle(const std::string& address, std::uint64_t next) {
    const std::lock_guard lock(mutex_);
    connection_->run("INSERT OR REPLACE INTO hook VALUES (?, ?)", address, static_cast<std::int64_t>(next));
}

}  // namespace hearth::store
