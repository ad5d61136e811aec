#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "store/sqlite.hpp"

/// A few connections for readers of one database. `lend` waits for a free one; a Fault while the pool is closed.
namespace hearth::store {

class ConnectionPool {
public:
    /// A connection on loan; goes back when it leaves scope.
    class Loan {
    public:
        Loan(ConnectionPool& pool, Connection* connection) : pool_(pool), connection_(connection) {}
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan() { pool_.give_back(connection_); }

        Connection* operator->() const { return connection_; }
        Connection& operator*() const { return *connection_; }

    private:
        ConnectionPool& pool_;
        Connection* connection_;
    };

    /// Opens `count` connections.
    void open(const std::filesystem::path& file, std::size_t count);
    /// Waits for all loans to end, then closes every connection.
    void close();
    Loan lend();

private:
    void give_back(Connection* connection);

    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> all_;  // guarded by mutex_
    std::vector<Connection*> free_;                 // guarded by mutex_
};

}  // namespace hearth::store
