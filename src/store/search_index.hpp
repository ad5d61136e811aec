#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.hpp"

namespace hearth::store {

class Connection;

/// Full-text index of one office, in a file of its own that can be deleted at any time and is then filled again. It lags behind
/// the record up to its mark and never slows a commit.
/// Promise: after `scrub` no byte of a text that was replaced or forgotten is left in the file or its log. A scrub that a forgotten
/// text still waits for when the process ends is done when the index is opened next.
/// Thread-safe: one at a time.
class SearchIndex {
public:
    /// `record_size`: an index whose mark lies beyond it belongs to another history (an older backup was restored) and is emptied.
    SearchIndex(std::filesystem::path file, std::uint64_t record_size);
    ~SearchIndex();

    std::uint64_t mark();
    /// Each text replaces what was indexed of its matter; an empty one removes it.
    void put(std::uint64_t mark, const std::vector<std::pair<base::MatterId, std::string>>& texts);
    /// Takes their texts away and remembers that what remains of them is still to be given.
    void forget(const std::vector<base::MatterId>& matters);
    std::vector<base::MatterId> stale(std::uint64_t limit);
    std::vector<base::MatterId> find(const std::string& question, std::uint64_t limit);
    void clear();
    void scrub();

private:
    void open();
    void remove_files();
    void replace_text(base::MatterId matter, const std::string& text);

    std::filesystem::path file_;
    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;  // guarded by mutex_
};

}  // namespace hearth::store
