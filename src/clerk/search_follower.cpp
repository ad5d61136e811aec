#include "clerk/search_follower.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <set>

#include "base/json.hpp"
#include "office/letter.hpp"

namespace hearth::clerk {

namespace {

constexpr std::uint64_t k_piece = 256;
constexpr auto k_pause = std::chrono::milliseconds(500);

bool is_searchable(const record::SealedField& field) { return field.klass != "sealed" && !office::is_letter_field(field.name); }

}  // namespace

void gather_words(const base::Json& value, std::string& text) {
    if (value.is_string()) text += value.get_ref<const std::string&>() + "\n";
    if (value.is_structured()) {
        for (const base::Json& part : value) gather_words(part, text);
    }
}

std::string searchable_text(const std::vector<record::StoredEntry>& entries) {
    std::string text;
    for (const record::StoredEntry& entry : entries) {
        for (const record::SealedField& field : entry.content) {
            if (!is_searchable(field)) continue;
            if (const auto disclosed = office::open_field(field)) gather_words(disclosed->value, text);
        }
    }
    return text;
}

bool follow_search(record::Store& store) {
    const std::uint64_t mark = store.search_mark();
    const auto fresh = store.entries(mark, k_piece, false);
    std::set<base::MatterId> changed;
    for (const record::StoredEntry& entry : fresh) {
        if (entry.matter.number > 0) changed.insert(entry.matter);
    }
    for (const base::MatterId id : store.search_stale(k_piece)) changed.insert(id);
    if (fresh.empty() && changed.empty()) return false;
    std::vector<std::pair<base::MatterId, std::string>> texts;
    for (const base::MatterId id : changed) texts.emplace_back(id, searchable_text(store.entries_of(id)));
    store.index_search(mark + fresh.size(), texts);
    return true;
}

SearchFollower::SearchFollower(record::Store& store) : store_(store), thread_([this] { run(); }) {}

SearchFollower::~SearchFollower() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void SearchFollower::wake() {
    {
        const std::lock_guard lock(mutex_);
        is_woken_ = true;
    }
    wake_.notify_all();
}

void SearchFollower::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (!is_woken_) {
            wake_.wait(lock);
            continue;
        }
        is_woken_ = false;
        lock.unlock();
        bool more = false;
        try {
            more = follow_search(store_);
        } catch (const std::exception&) {
            // The index lags a little longer; the store tells its own trouble to the writer.
            more = true;
        }
        lock.lock();
        is_woken_ = is_woken_ || more;
        // Pieces follow one another without a pause only while the index is behind by more than one.
        if (!more && !stopping_) wake_.wait_for(lock, k_pause, [this] { return stopping_; });
    }
}

}  // namespace hearth::clerk
