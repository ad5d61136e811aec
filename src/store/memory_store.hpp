#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/store.hpp"

namespace hearth::store {

/// `record::Store` in memory, for tests and simulation: keeps every promise but that of surviving.
class MemoryStore : public record::Store {
public:
    void append(const record::Batch& batch) override;
    std::uint64_t size() override;
    std::string checkpoint() override;
    std::vector<record::StoredEntry> entries(std::uint64_t first, std::uint64_t count, bool with_content) override;
    std::vector<record::StoredEntry> entries_of(base::MatterId matter) override;
    std::optional<record::Tile> tile(int level, std::uint64_t number) override;
    void reopen() override {}

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
    void scrub() override {}

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
    void erase(const record::Erasure& erasure);
    void set_retention(const record::RetentionEnd& end);

    std::mutex mutex_;  // guards all below
    std::vector<record::StoredEntry> entries_;
    std::string checkpoint_;
    std::string office_state_;
    std::map<std::pair<int, std::uint64_t>, std::string> tiles_;
    std::map<base::MatterId, record::MatterRow> matters_;
    std::map<std::string, std::int64_t> figures_;
    std::map<std::int64_t, record::OutboxRow> outbox_;
    std::int64_t last_outbox_id_ = 0;
    std::map<std::pair<base::OfficeId, std::uint64_t>, record::LetterRow> letters_;
    std::map<std::pair<base::OfficeId, std::uint64_t>, record::ReceivedLetterRow> letters_received_;
    std::map<std::string, record::CommandKey> keys_;
    std::map<std::string, Witnessed> witnessed_;
    std::string cosigned_;
    std::map<std::string, record::PaperKey> papers_;
    std::set<std::string> dropped_papers_;
    std::vector<record::PackText> packs_;
    std::uint64_t search_mark_ = 0;
    std::map<base::MatterId, std::vector<std::string>> indexed_;  // words of each text
    std::set<base::MatterId> stale_;
};

}  // namespace hearth::store
