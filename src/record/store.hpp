#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/effects.hpp"
#include "base/ids.hpp"
#include "base/time.hpp"
#include "record/act.hpp"
#include "record/tiles.hpp"

/// The minutes of one office on a disk: acts in the order they happened, none ever changed; and the views that pages read.
namespace hearth::record {

/// The view row of one matter after its last act in a batch.
struct MatterRow {
    base::MatterId id;
    std::string code_digest;  // hex SHA-256 of the receipt code of who opened it
    base::ProcedureId procedure;
    std::string state;
    bool open = true;      // open matters are loaded at start-up; quiet ones when a command needs them
    base::OfficeId owner;  // empty: the resident, or nobody
    std::optional<base::Instant> due;
    base::Instant opened_at;
    base::Instant changed_at;
    std::string folded;                         // the matter's state as office/ writes it; opaque here
    std::vector<std::string> party_codes = {};  // likewise of further parties, each her own; never taken away. Not given when read
    base::OfficeId accused = {};                // the office that a report is about; empty: none
};

/// What a desk asks for among the open matters. It can name no person, nor can any answer be put in order by one (right 22).
struct DeskQuestion {
    enum class Turn { anyone, ours, theirs, resident };

    base::OfficeId here;          // the office of the desk; a report about it is not there for it
    base::ProcedureId procedure;  // empty: any
    Turn turn = Turn::anyone;     // who owes the next act
    std::optional<base::Instant> due_from = {};
    std::optional<base::Instant> due_before = {};  // with either bound, matters without a term are left out
    std::optional<base::Instant> opened_since = {};
    std::optional<base::Instant> changed_since = {};
    std::optional<std::vector<base::MatterId>> among = {};  // as a search found them
};

/// Counts of the published figures: one key ("2026Q4/request/received") and how much is added.
struct FigureDelta {
    std::string key;
    std::int64_t add = 0;
};

/// Something that must go out exactly once: a notice or a letter to another office. Holds no content, only where it is found.
struct OutboxRow {
    std::string kind;  // "notice", "webhook", "referral"
    base::MatterId matter;
    std::uint64_t entry = 0;  // the act it tells of
    std::string to;           // "resident", "agent", "body:<office>"
    std::string notice;       // notice id
};

/// A command already answered: same key and same digest gives the same entries again; other digest is a conflict.
struct CommandKey {
    std::string key;          // hex SHA-256 of (account or receipt code, key)
    std::string digest;       // hex SHA-256 of the command
    std::uint64_t first = 0;  // entries that answered it
    std::uint32_t count = 0;
    base::Instant at;
    std::string code = {};  // the receipt code that it gave, so sealed that only the sender's own key opens it; empty: none
};

/// Content that an act of erasure in the same batch takes away. Empty `name`: every field of the entry. What is not there any more,
/// or never was, is passed over. The matter leaves the search index at once and is stale there until the text that remains of it
/// is given.
struct Erasure {
    std::uint64_t entry = 0;
    std::string name;
};

/// When content of a matter that waits for its closing ends: every field of the matter whose `keep` is this mark, those of the same
/// batch included. Nothing in `at`: the matter was reopened, the end is unknown again.
struct RetentionEnd {
    base::MatterId matter;
    std::string keep;  // "5y closed"
    std::optional<base::Instant> at;
};

/// The key of an encrypted paper and the field of content that names it. Erasing the field drops the key with the same commit.
struct PaperKey {
    std::string digest;  // hex SHA-256 of the ciphertext: the name of its file
    std::string key;     // empty: it stands under the seal of the field
    std::uint64_t entry = 0;
    std::string name;

    bool operator==(const PaperKey&) const = default;
};

/// The files of a pack as they were when the office worked under it.
struct PackText {
    std::string digest;  // of the ruleset
    std::string files;   // opaque here

    bool operator==(const PackText&) const = default;
};

/// A letter to another office (`docs/formats/referral.md`), written with the act that says so. It waits until its receiver has
/// acknowledged it. Holds no content, only where it is found.
struct LetterRow {
    base::OfficeId to;
    std::uint64_t sequence = 0;  // per receiver, from 1, without gaps
    std::string kind;            // "custody", "news", "slip", "erased", "present"
    base::MatterId matter;       // number 0: about no matter
    std::uint64_t entry = 0;     // its act `letter_sent`
    std::string text;
    std::string acknowledgement = {};  // the receiver's receipt; empty: none yet
};

/// A letter that came in, so that a repetition is known for one.
struct ReceivedLetterRow {
    base::OfficeId from;
    std::uint64_t sequence = 0;
    std::string digest;       // hex SHA-256 of its text
    std::uint64_t entry = 0;  // its act `letter_received`
};

/// Everything that one commit makes durable.
struct Batch {
    std::uint64_t first = 0;  // index of its first entry: the size of the record before it
    std::vector<Entry> entries;
    std::vector<base::MatterId> matters;  // per entry; number 0 for acts of the office
    std::vector<Tile> tiles;              // every tile that the entries touch, whole as it stands after them
    std::string checkpoint;               // signed note for size first + entries.size()
    std::vector<MatterRow> matter_rows;
    std::vector<FigureDelta> figures;
    std::vector<OutboxRow> outbox;
    std::vector<CommandKey> keys;
    std::vector<Erasure> erasures;
    std::vector<RetentionEnd> retention_ends;
    std::vector<PaperKey> papers;  // of fields of the same batch; their files were written and synced before
    std::vector<LetterRow> letters;
    std::vector<ReceivedLetterRow> letters_received;
    std::string office_state;  // folded state of the office itself, without its matters; opaque here
};

/// An entry as it lies in the store; content that was erased is simply not there.
struct StoredEntry {
    std::uint64_t index = 0;
    std::string leaf;
    std::string frame;
    base::MatterId matter;
    std::vector<SealedField> content;  // in the order in which it was given; at most 256 fields
};

/// Promise: once `append` returns, the whole batch survives a power cut; if it throws Fault, nothing of it happened; if it throws
/// UnknownOutcome, the caller must `reopen` and read: what `size` then says is on the disk for good. A batch whose `first` is not
/// the size of the record, or that repeats a command key, is a Fault: somebody else has written. One writer; readers from any
/// thread see whole batches only. Not here: whether an act was lawful (office decides) or who may read it (web asks people).
class Store {
public:
    virtual ~Store() = default;

    // The record
    virtual void append(const Batch& batch) = 0;
    virtual std::uint64_t size() = 0;
    virtual std::string checkpoint() = 0;  // empty before the first batch
    virtual std::vector<StoredEntry> entries(std::uint64_t first, std::uint64_t count, bool with_content) = 0;
    virtual std::vector<StoredEntry> entries_of(base::MatterId matter) = 0;  // with content, in order
    virtual std::optional<Tile> tile(int level, std::uint64_t number) = 0;
    virtual void reopen() = 0;

    // Folded state and views
    virtual std::string office_state() = 0;
    virtual std::vector<MatterRow> open_matters() = 0;
    virtual std::optional<MatterRow> matter(base::MatterId id) = 0;
    /// By the code of any of its parties.
    virtual std::optional<MatterRow> matter_by_code(const std::string& code_digest) = 0;
    virtual std::vector<FigureDelta> figures() = 0;  // sums, by key
    virtual std::optional<CommandKey> key(const std::string& key) = 0;
    virtual void forget_keys_before(base::Instant instant) = 0;
    /// Drops all views: matters, figures, office state, search index with its mark. `rebuild_batch` then fills them again from
    /// folded acts (no entries are written); figures add up.
    virtual void drop_views() = 0;
    virtual void rebuild_batch(const std::vector<MatterRow>& rows, const std::vector<FigureDelta>& figures,
                               const std::string& office_state) = 0;

    // Retention
    /// Content whose retention ended at or before `now`, oldest first.
    virtual std::vector<Erasure> content_to_erase(base::Instant now, std::uint64_t limit) = 0;
    /// After an erasure: overwritten pages are flushed out of the log file too, so that no byte search finds them.
    virtual void scrub() = 0;

    // Outbox
    struct OutboxItem {
        std::int64_t id = 0;
        OutboxRow row;
    };
    virtual std::vector<OutboxItem> outbox(std::uint64_t limit) = 0;
    /// One commit for all of them.
    virtual void outbox_done(const std::vector<std::int64_t>& ids) = 0;

    // Letters between offices
    /// Those to this office that are not acknowledged yet, in their order.
    virtual std::vector<LetterRow> letters_waiting(const base::OfficeId& to, std::uint64_t limit) = 0;
    /// Sent last, newest first, whether acknowledged or not.
    virtual std::vector<LetterRow> letters_sent(std::uint64_t limit) = 0;
    /// Keeps with each letter (found by `to` and `sequence`) its `acknowledgement`; one that has it already keeps that.
    virtual void acknowledge_letters(const std::vector<LetterRow>& letters) = 0;
    virtual std::optional<ReceivedLetterRow> letter_received(const base::OfficeId& from, std::uint64_t sequence) = 0;
    /// Open matters of this procedure in this state, the longest unchanged first.
    virtual std::vector<MatterRow> open_matters_in(const base::ProcedureId& procedure, const std::string& state,
                                                   std::uint64_t limit) = 0;

    // The desk. What these cost grows with the open matters, and for the rows with `skip` and `limit`; never with the closed ones.
    virtual std::uint64_t count_on_desk(const DeskQuestion& question) = 0;
    /// By the end of the term, those without one last, and by number where that is the same.
    virtual std::vector<MatterRow> on_desk(const DeskQuestion& question, std::uint64_t skip, std::uint64_t limit) = 0;
    /// With content, in the order of the record; of each matter its first entry alone, or all.
    virtual std::vector<StoredEntry> openings_of(const std::vector<base::MatterId>& matters) = 0;
    virtual std::vector<StoredEntry> entries_of_all(const std::vector<base::MatterId>& matters) = 0;

    // Search over public and party content, lagging behind the record
    /// Entries below it are in the index. 0 again whenever the index was lost; it may go back, never beyond the record.
    virtual std::uint64_t search_mark() = 0;
    /// Matters below the mark whose text must be given again, since some of their content was erased.
    virtual std::vector<base::MatterId> search_stale(std::uint64_t limit) = 0;
    /// Each text replaces what was indexed of its matter; an empty one removes the matter.
    virtual void index_search(std::uint64_t up_to, const std::vector<std::pair<base::MatterId, std::string>>& texts) = 0;
    /// Matters whose text holds every word asked for, newest first. Chinese by runs of any length, one character too; other words
    /// whole, letter case aside. Never ordered by anything about a person.
    virtual std::vector<base::MatterId> search(const std::string& words, std::uint64_t limit) = 0;

    // Cosignatures of witnesses on our checkpoints, and what this office witnessed of others
    struct Witnessed {
        std::uint64_t size = 0;
        std::string checkpoint;  // the note as cosigned by us
    };
    virtual std::optional<Witnessed> witnessed(const std::string& origin) = 0;
    /// Atomically replaces what was witnessed if its size is still `old_size` (0: none yet); false if another came first.
    virtual bool set_witnessed(const std::string& origin, std::uint64_t old_size, const Witnessed& now) = 0;
    virtual void set_cosigned_checkpoint(const std::string& checkpoint) = 0;  // ours with witnesses' lines
    virtual std::string cosigned_checkpoint() = 0;

    // Papers: a key is there until its field was erased; then its file may go, and the key never comes back
    virtual std::optional<PaperKey> paper(const std::string& digest) = 0;
    virtual std::vector<std::string> paper_digests() = 0;   // with a key
    virtual std::vector<std::string> dropped_papers() = 0;  // without one any more

    // Packs that the record names: running matters keep the version under which they began, so none is ever dropped
    virtual void keep_pack(const PackText& pack) = 0;  // one that is there already stays as it is
    virtual std::vector<PackText> packs() = 0;         // in the order in which they came
};

}  // namespace hearth::record
