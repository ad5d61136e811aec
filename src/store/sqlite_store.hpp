#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "record/store.hpp"
#include "store/connection_pool.hpp"
#include "store/search_index.hpp"

namespace hearth::store {

/// Where an office's store lies.
struct SqliteFiles {
    std::filesystem::path database;  // office.db
    std::filesystem::path search;    // search.db, can be deleted at any time
    std::filesystem::path erasures;  // journal of erasures
};

/// Where they lie in the folder of an office.
inline SqliteFiles files_in(const std::filesystem::path& office) {
    return {office / "office.db", office / "search.db", office / "erasures"};
}

/// `record::Store` over one SQLite file: write-ahead log, synced at every commit, deleted bytes overwritten. One connection writes
/// under a mutex; a few others read beside it.
/// Opening empties the write-ahead log into the database and syncs it, so that whatever `size` then says is truly on the disk,
/// also after a sync that failed.
/// Not here: that no other process writes the same folder; the lock of the folder does that.
class SqliteStore : public record::Store {
public:
    /// `read`: beside a process that writes; nothing is changed, whatever would write is a Fault, and there is no search.
    enum class Access { write, read };

    explicit SqliteStore(SqliteFiles files, Access access = Access::write);
    SqliteStore(const SqliteStore&) = delete;
    SqliteStore& operator=(const SqliteStore&) = delete;
    ~SqliteStore() override;

    void append(const record::Batch& batch) override;
    std::uint64_t size() override;
    std::string checkpoint() override;
    std::vector<record::StoredEntry> entries(std::uint64_t first, std::uint64_t count, bool with_content) override;
    std::vector<record::StoredEntry> entries_of(base::MatterId matter) override;
    std::optional<record::Tile> tile(int level, std::uint64_t number) override;
    void reopen() override;

    std::string office_state() override;
    std::vector<record::MatterRow> open_matters() override;
    std::optional<record::MatterRow> matter(base::MatterId id) override;
    std::optional<record::MatterRow> matter_by_code(const std::string& code_digest) override;
    std::vector<record::FigureDelta> figures() override;
    std::optional<record::CommandKey> key(const std::string& key) override;
    void forget_keys_before(base::Instant instant) override;
    void drop_views() override;
    void rebuild_batch(const std::vector<record::MatterRow>& rows, const std::vector<record::FigureDelta>& figures,
                       const std::string& office_state) override;

    std::vector<record::Erasure> content_to_erase(base::Instant now, std::uint64_t limit) override;
    void scrub() override;

    std::vector<OutboxItem> outbox(std::uint64_t limit) override;
    void outbox_done(const std::vector<std::int64_t>& ids) override;

    std::vector<record::LetterRow> letters_waiting(const base::OfficeId& to, std::uint64_t limit) override;
    std::vector<record::LetterRow> letters_sent(std::uint64_t limit) override;
    void acknowledge_letters(const std::vector<record::LetterRow>& letters) override;
    std::optional<record::ReceivedLetterRow> letter_received(const base::OfficeId& from, std::uint64_t sequence) override;
    std::vector<record::MatterRow> open_matters_in(const base::ProcedureId& procedure, const std::string& state,
                                                   std::uint64_t limit) override;

    std::uint64_t count_on_desk(const record::DeskQuestion& question) override;
    std::vector<record::MatterRow> on_desk(const record::DeskQuestion& question, std::uint64_t skip, std::uint64_t limit) override;
    std::vector<record::StoredEntry> openings_of(const std::vector<base::MatterId>& matters) override;
    std::vector<record::StoredEntry> entries_of_all(const std::vector<base::MatterId>& matters) override;

    std::uint64_t search_mark() override;
    std::vector<base::MatterId> search_stale(std::uint64_t limit) override;
    void index_search(std::uint64_t up_to, const std::vector<std::pair<base::MatterId, std::string>>& texts) override;
    std::vector<base::MatterId> search(const std::string& words, std::uint64_t limit) override;

    std::optional<Witnessed> witnessed(const std::string& origin) override;
    bool set_witnessed(const std::string& origin, std::uint64_t old_size, const Witnessed& now) override;
    void set_cosigned_checkpoint(const std::string& checkpoint) override;
    std::string cosigned_checkpoint() override;

    std::optional<record::PaperKey> paper(const std::string& digest) override;
    std::vector<std::string> paper_digests() override;
    std::vector<std::string> dropped_papers() override;

    void keep_pack(const record::PackText& pack) override;
    std::vector<record::PackText> packs() override;

private:
    void open();
    std::vector<std::string> digests_of_papers(bool dropped);
    /// One transaction of its own under the lock of the writer.
    template <class Work>
    void write(Work work) {
        const std::lock_guard lock(writing_);
        Transaction transaction(writer());
        work(*writer_);
        transaction.commit();
    }
    /// A Fault when it could not be opened again, or was opened for reading.
    Connection& writer();
    void prepare_erasures(const record::Batch& batch);
    std::vector<record::StoredEntry> read_entries(Rows rows, Connection& from, bool with_content);

    SqliteFiles files_;
    Access access_;
    std::mutex writing_;
    std::unique_ptr<Connection> writer_;  // guarded by writing_
    static constexpr std::uint64_t k_ask = ~std::uint64_t{0};
    // As of the last commit, since each page asks for it; `k_ask` the database, while a commit is under way or its outcome unknown,
    // and where another process writes.
    std::atomic<std::uint64_t> size_{k_ask};
    ConnectionPool readers_;
    std::unique_ptr<SearchIndex> search_;
};

}  // namespace hearth::store
