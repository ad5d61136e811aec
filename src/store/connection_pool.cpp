#include "store/connection_pool.hpp"

namespace hearth::store {

void ConnectionPool::open(const std::filesystem::path& file, std::size_t count) {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < count; ++i) {
        auto connection = std::make_unique<Connection>(file, Connection::Mode::read_only);
        connection->execute("PRAGMA temp_store = MEMORY");
        connection->execute("PRAGMA cache_size = -1024");
        free_.push_back(connection.get());
        all_.push_back(std::move(connection));
    }
    returned_.notify_all();
}

void ConnectionPool::close() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return free_.size() == all_.size(); });
    free_.clear();
    all_.clear();
    returned_.notify_all();
}

ConnectionPool::Loan ConnectionPool::lend() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty() || all_.empty(); });
    if (all_.empty()) throw base::Fault("database: closed; it is being opened again, or could not be");
    Connection* connection = free_.back();
    free_.pop_back();
    return {*this, connection};
}

void ConnectionPool::give_back(Connection* connection) {
    const std::lock_guard lock(mutex_);
    free_.push_back(connection);
    returned_.notify_all();
}

}  // namespace hearth::store
