#include <algorithm>
#include <limits>
#include <set>

#include "store/memory_store.hpp"

// The list of a desk, of MemoryStore.
namespace hearth::store {
namespace {

using record::DeskQuestion;

bool is_turn(const record::MatterRow& row, const DeskQuestion& asked) {
    switch (asked.turn) {
        case DeskQuestion::Turn::anyone: return true;
        case DeskQuestion::Turn::ours: return row.owner == asked.here;
        case DeskQuestion::Turn::theirs: return !row.owner.empty() && row.owner != asked.here;
        case DeskQuestion::Turn::resident: return row.owner.empty();
    }
    return false;
}

bool is_within(const std::optional<base::Instant>& at, const DeskQuestion& asked) {
    if (!asked.due_from && !asked.due_before) return true;
    return at && (!asked.due_from || *asked.due_from <= *at) && (!asked.due_before || *at < *asked.due_before);
}

bool is_asked_for(const record::MatterRow& row, const DeskQuestion& asked) {
    if (!row.open || row.accused == asked.here) return false;
    if (!asked.procedure.empty() && row.procedure != asked.procedure) return false;
    if (asked.opened_since && row.opened_at < *asked.opened_since) return false;
    if (asked.changed_since && row.changed_at < *asked.changed_since) return false;
    if (asked.among && std::ranges::find(*asked.among, row.id) == asked.among->end()) return false;
    return is_turn(row, asked) && is_within(row.due, asked);
}

}  // namespace

std::uint64_t MemoryStore::count_on_desk(const DeskQuestion& question) {
    const std::lock_guard lock(mutex_);
    return static_cast<std::uint64_t>(
        std::ranges::count_if(matters_, [&](const auto& one) { return is_asked_for(one.second, question); }));
}

std::vector<record::MatterRow> MemoryStore::on_desk(const DeskQuestion& question, std::uint64_t skip, std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<record::MatterRow> rows;
    for (const auto& [id, row] : matters_) {
        if (is_asked_for(row, question)) rows.push_back(row);
    }
    std::ranges::stable_sort(
        rows, {}, [](const record::MatterRow& row) { return row.due ? row.due->ms : std::numeric_limits<std::int64_t>::max(); });
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(skip, rows.size())));
    rows.resize(std::min<std::size_t>(rows.size(), limit));
    return rows;
}

std::vector<record::StoredEntry> MemoryStore::openings_of(const std::vector<base::MatterId>& matters) {
    std::vector<record::StoredEntry> openings;
    std::set<base::MatterId> known;
    for (record::StoredEntry& entry : entries_of_all(matters)) {
        if (known.insert(entry.matter).second) openings.push_back(std::move(entry));
    }
    return openings;
}

std::vector<record::StoredEntry> MemoryStore::entries_of_all(const std::vector<base::MatterId>& matters) {
    const std::set<base::MatterId> asked(matters.begin(), matters.end());
    const std::lock_guard lock(mutex_);
    std::vector<record::StoredEntry> found;
    std::ranges::copy_if(entries_, std::back_inserter(found), [&](const auto& entry) { return asked.contains(entry.matter); });
    return found;
}

}  // namespace hearth::store
