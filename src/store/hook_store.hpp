#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace hearth::store {

class Connection;

/// How far each web hook of an office has come, by its address: a table of its own in the file of the people store, which is in no
/// backup, so that an office that was put back tells nothing twice.
/// Promise: what returned survives a power cut. Thread-safe: one at a time.
class HookStore {
public:
    explicit HookStore(const std::filesystem::path& file);
    ~HookStore();

    /// The first entry that the hook has not taken; nothing when it was never heard of.
    std::optional<std::uint64_t> next(const std::string& address);
    void settle(const std::string& address, std::uint64_t next);

private:
    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;  // guarded by mutex_
};

}  // namespace hearth::store
