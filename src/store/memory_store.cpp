#include "store/memory_store.hpp"

#include <algorithm>
#include <tuple>

#include "base/check.hpp"
#include "base/fault.hpp"
#include "store/search_terms.hpp"

namespace hearth::store {
void MemoryStore::append(const record::Batch& batch) {
    HEARTH_CHECK(batch.entries.size() == batch.matters.size());
    const std::lock_guard lock(mutex_);
    if (batch.first != entries_.size()) throw base::Fault("memory store: another writer has appended to this record");
    if (std::ranges::any_of(batch.keys, [this](const auto& key) { return keys_.contains(key.key); })) {
        throw base::Fault("memory store: a command key was given twice");
    }
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        const record::Entry& entry = batch.entries[i];
        entries_.push_back({batch.first + i, entry.leaf, entry.frame, batch.matters[i], entry.content});
    }
    for (const record::Tile& tile : batch.tiles) tiles_[{tile.level, tile.number}] = tile.hashes;
    for (const record::MatterRow& row : batch.matter_rows) matters_[row.id] = row;
    for (const record::FigureDelta& delta : batch.figures) figures_[delta.key] += delta.add;
    for (const record::OutboxRow& row : batch.outbox) outbox_[++last_outbox_id_] = row;
    for (const record::CommandKey& key : batch.keys) keys_[key.key] = key;
    for (const record::LetterRow& letter : batch.letters) letters_[{letter.to, letter.sequence}] = letter;
    for (const record::ReceivedLetterRow& letter : batch.letters_received)
        letters_received_[{letter.from, letter.sequence}] = letter;
    for (const record::PaperKey& paper : batch.papers) papers_.emplace(paper.digest, paper);
    for (const record::RetentionEnd& end : batch.retention_ends) set_retention(end);
    for (const record::Erasure& erasure : batch.erasures) erase(erasure);
    checkpoint_ = batch.checkpoint;
    office_state_ = batch.office_state;
}

void MemoryStore::erase(const record::Erasure& erasure) {
    if (erasure.entry >= entries_.size()) return;
    std::erase_if(entries_[erasure.entry].content,
                  [&](const record::SealedField& field) { return erasure.name.empty() || field.name == erasure.name; });
    for (const auto& [digest, paper] : papers_) {
        if (paper.entry == erasure.entry && (erasure.name.empty() || paper.name == erasure.name)) dropped_papers_.insert(digest);
    }
    for (const std::string& digest : dropped_papers_) papers_.erase(digest);
    indexed_.erase(entries_[erasure.entry].matter);
    stale_.insert(entries_[erasure.entry].matter);
}

void MemoryStore::set_retention(const record::RetentionEnd& end) {
    for (record::StoredEntry& entry : entries_) {
        for (record::SealedField& field : entry.content) {
            if (entry.matter == end.matter && field.keep == end.keep) field.erase_at = end.at;
        }
    }
}

std::uint64_t MemoryStore::size() {
    const std::lock_guard lock(mutex_);
    return entries_.size();
}

std::string MemoryStore::checkpoint() {
    const std::lock_guard lock(mutex_);
    return checkpoint_;
}

std::vector<record::StoredEntry> MemoryStore::entries(std::uint64_t first, std::uint64_t count, bool with_content) {
    const std::lock_guard lock(mutex_);
    std::vector<record::StoredEntry> found;
    for (std::uint64_t i = first; i < entries_.size() && i - first < count; ++i) {
        found.push_back(entries_[i]);
        if (!with_content) found.back().content.clear();
    }
    return found;
}

std::vector<record::StoredEntry> MemoryStore::entries_of(base::MatterId matter) {
    const std::lock_guard lock(mutex_);
    std::vector<record::StoredEntry> found;
    std::ranges::copy_if(entries_, std::back_inserter(found), [&](const auto& entry) { return entry.matter == matter; });
    return found;
}

std::optional<record::Tile> MemoryStore::tile(int level, std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    const auto found = tiles_.find({level, number});
    if (found == tiles_.end()) return std::nullopt;
    return record::Tile{level, number, found->second};
}

std::string MemoryStore::office_state() {
    const std::lock_guard lock(mutex_);
    return office_state_;
}

std::vector<record::MatterRow> MemoryStore::open_matters() {
    const std::lock_guard lock(mutex_);
    std::vector<record::MatterRow> open;
    for (const auto& [id, row] : matters_) {
        if (row.open) open.push_back(row);
    }
    return open;
}

std::optional<record::MatterRow> MemoryStore::matter(base::MatterId id) {
    const std::lock_guard lock(mutex_);
    const auto found = matters_.find(id);
    if (found == matters_.end()) return std::nullopt;
    return found->second;
}

std::optional<record::MatterRow> MemoryStore::matter_by_code(const std::string& code_digest) {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, row] : matters_) {
        const bool is_partys = std::ranges::find(row.party_codes, code_digest) != row.party_codes.end();
        if (!code_digest.empty() && (row.code_digest == code_digest || is_partys)) return row;
    }
    return std::nullopt;
}

std::vector<record::FigureDelta> MemoryStore::figures() {
    const std::lock_guard lock(mutex_);
    std::vector<record::FigureDelta> all;
    for (const auto& [key, total] : figures_) all.push_back({key, total});
    return all;
}

std::optional<record::CommandKey> MemoryStore::key(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = keys_.find(key);
    if (found == keys_.end()) return std::nullopt;
    return found->second;
}

void MemoryStore::forget_keys_before(base::Instant instant) {
    const std::lock_guard lock(mutex_);
    std::erase_if(keys_, [&](const auto& key) { return key.second.at < instant; });
}

void MemoryStore::drop_views() {
    const std::lock_guard lock(mutex_);
    matters_.clear();
    figures_.clear();
    office_state_.clear();
    indexed_.clear();
    stale_.clear();
    search_mark_ = 0;
}

void MemoryStore::rebuild_batch(const std::vector<record::MatterRow>& rows, const std::vector<record::FigureDelta>& figures,
                                const std::string& office_state) {
    const std::lock_guard lock(mutex_);
    for (const record::MatterRow& row : rows) matters_[row.id] = row;
    for (const record::FigureDelta& delta : figures) figures_[delta.key] += delta.add;
    office_state_ = office_state;
}

std::vector<record::Erasure> MemoryStore::content_to_erase(base::Instant now, std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<std::tuple<base::Instant, std::uint64_t, std::string>> ended;
    for (const record::StoredEntry& entry : entries_) {
        for (const record::SealedField& field : entry.content) {
            if (field.erase_at && *field.erase_at <= now) ended.emplace_back(*field.erase_at, entry.index, field.name);
        }
    }
    std::ranges::stable_sort(ended, [](const auto& a, const auto& b) { return std::get<0>(a) < std::get<0>(b); });
    std::vector<record::Erasure> first;
    for (const auto& [at, entry, name] : ended) {
        if (first.size() < limit) first.push_back({entry, name});
    }
    return first;
}

std::vector<record::Store::OutboxItem> MemoryStore::outbox(std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<OutboxItem> items;
    for (const auto& [id, row] : outbox_) {
        if (items.size() < limit) items.push_back({id, row});
    }
    return items;
}

void MemoryStore::outbox_done(const std::vector<std::int64_t>& ids) {
    const std::lock_guard lock(mutex_);
    for (const std::int64_t id : ids) outbox_.erase(id);
}

std::vector<record::LetterRow> MemoryStore::letters_waiting(const base::OfficeId& to, std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<record::LetterRow> waiting;
    for (const auto& [key, letter] : letters_) {
        if (letter.to == to && letter.acknowledgement.empty() && waiting.size() < limit) waiting.push_back(letter);
    }
    return waiting;
}

std::vector<record::LetterRow> MemoryStore::letters_sent(std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<record::LetterRow> sent;
    for (const auto& [key, letter] : letters_) sent.push_back(letter);
    std::ranges::sort(sent, std::ranges::greater{}, &record::LetterRow::entry);
    sent.resize(std::min<std::size_t>(sent.size(), limit));
    return sent;
}

void MemoryStore::acknowledge_letters(const std::vector<record::LetterRow>& letters) {
    const std::lock_guard lock(mutex_);
    for (const record::LetterRow& letter : letters) {
        const auto kept = letters_.find({letter.to, letter.sequence});
        if (kept != letters_.end() && kept->second.acknowledgement.empty()) kept->second.acknowledgement = letter.acknowledgement;
    }
}

std::optional<record::ReceivedLetterRow> MemoryStore::letter_received(const base::OfficeId& from, std::uint64_t sequence) {
    const std::lock_guard lock(mutex_);
    const auto found = letters_received_.find({from, sequence});
    if (found == letters_received_.end()) return std::nullopt;
    return found->second;
}

std::vector<record::MatterRow> MemoryStore::open_matters_in(const base::ProcedureId& procedure, const std::string& state,
                                                            std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<record::MatterRow> open;
    for (const auto& [id, row] : matters_) {
        if (row.open && row.procedure == procedure && row.state == state) open.push_back(row);
    }
    std::ranges::stable_sort(open, {}, &record::MatterRow::changed_at);
    open.resize(std::min<std::size_t>(open.size(), limit));
    return open;
}

std::uint64_t MemoryStore::search_mark() {
    const std::lock_guard lock(mutex_);
    return search_mark_;
}

std::vector<base::MatterId> MemoryStore::search_stale(std::uint64_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<base::MatterId> stale(stale_.begin(), stale_.end());
    stale.resize(std::min<std::size_t>(stale.size(), limit));
    return stale;
}

void MemoryStore::index_search(std::uint64_t up_to, const std::vector<std::pair<base::MatterId, std::string>>& texts) {
    const std::lock_guard lock(mutex_);
    for (const auto& [matter, text] : texts) {
        indexed_[matter] = words_of(text);
        stale_.erase(matter);
    }
    search_mark_ = up_to;
}

std::vector<base::MatterId> MemoryStore::search(const std::string& words, std::uint64_t limit) {
    const std::vector<Phrase> phrases = cut_question(words);
    const std::lock_guard lock(mutex_);
    std::vector<base::MatterId> found;
    for (auto matter = indexed_.rbegin(); matter != indexed_.rend() && found.size() < limit; ++matter) {
        if (hold_all(matter->second, phrases)) found.push_back(matter->first);
    }
    return found;
}

std::optional<record::Store::Witnessed> MemoryStore::witnessed(const std::string& origin) {
    const std::lock_guard lock(mutex_);
    const auto found = witnessed_.find(origin);
    if (found == witnessed_.end()) return std::nullopt;
    return found->second;
}

bool MemoryStore::set_witnessed(const std::string& origin, std::uint64_t old_size, const Witnessed& now) {
    const std::lock_guard lock(mutex_);
    const auto kept = witnessed_.find(origin);
    if ((kept == witnessed_.end() ? 0 : kept->second.size) != old_size) return false;
    witnessed_[origin] = now;
    return true;
}

void MemoryStore::set_cosigned_checkpoint(const std::string& checkpoint) {
    const std::lock_guard lock(mutex_);
    cosigned_ = checkpoint;
}

std::string MemoryStore::cosigned_checkpoint() {
    const std::lock_guard lock(mutex_);
    return cosigned_;
}

std::optional<record::PaperKey> MemoryStore::paper(const std::string& digest) {
    const std::lock_guard lock(mutex_);
    const auto found = papers_.find(digest);
    if (found == papers_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::string> MemoryStore::paper_digests() {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> digests;
    for (const auto& [digest, paper] : papers_) digests.push_back(digest);
    return digests;
}

std::vector<std::string> MemoryStore::dropped_papers() {
    const std::lock_guard lock(mutex_);
    return {dropped_papers_.begin(), dropped_papers_.end()};
}

void MemoryStore::keep_pack(const record::PackText& pack) {
    const std::lock_guard lock(mutex_);
    if (std::ranges::find(packs_, pack.digest, &record::PackText::digest) == packs_.end()) packs_.push_back(pack);
}

std::vector<record::PackText> MemoryStore::packs() {
    const std::lock_guard lock(mutex_);
    return packs_;
}

}  // namespace hearth::store
