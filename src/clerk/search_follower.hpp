#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "base/json.hpp"
#include "record/store.hpp"

namespace hearth::clerk {

/// Keeps the search index less than a second behind the record: a thread that reads the content of new acts and hands the text of
/// their matters to the store. Sealed content and receipt codes are never indexed. Trouble with the index never stops the clerk;
/// it is tried again.
class SearchFollower {
public:
    explicit SearchFollower(record::Store& store);
    ~SearchFollower();
    SearchFollower(const SearchFollower&) = delete;
    SearchFollower& operator=(const SearchFollower&) = delete;

    /// There may be something new. Any thread.
    void wake();

private:
    void run();

    record::Store& store_;
    std::mutex mutex_;  // guards the two below
    bool is_woken_ = true;
    bool stopping_ = false;
    std::condition_variable wake_;
    std::thread thread_;
};

/// Indexes the next piece of the record and what became stale by erasures; false when the index had caught up.
bool follow_search(record::Store& store);

/// What of a matter may be searched: every text in its content, but nothing sealed and no receipt code.
std::string searchable_text(const std::vector<record::StoredEntry>& entries);

/// Adds every text in a value of content, a line each.
void gather_words(const base::Json& value, std::string& text);

}  // namespace hearth::clerk
