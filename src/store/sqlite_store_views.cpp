#include "base/fault.hpp"
#include "store/packing.hpp"
#include "store/sqlite_desk.hpp"
#include "store/sqlite_rows.hpp"
#include "store/sqlite_store.hpp"

// Views, retention, outbox and the small tables of SqliteStore: all beside the record itself.
namespace hearth::store {

std::string SqliteStore::office_state() { return readers_.lend()->text("SELECT state FROM office").value_or(""); }

std::vector<record::MatterRow> SqliteStore::open_matters() {
    const auto reader = readers_.lend();
    return read_matters(reader->query("SELECT * FROM matter WHERE open = 1 ORDER BY number"));
}

std::optional<record::MatterRow> SqliteStore::matter(base::MatterId id) {
    const auto reader = readers_.lend();
    auto found = read_matters(reader->query("SELECT * FROM matter WHERE number = ?", id.number));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<record::MatterRow> SqliteStore::matter_by_code(const std::string& code_digest) {
    if (code_digest.empty()) return std::nullopt;
    const auto reader = readers_.lend();
    const auto code = pack_hex(code_digest);
    auto found = read_matters(reader->query("SELECT * FROM matter WHERE code = ?", code));
    if (found.empty()) {
        found =
            read_matters(reader->query("SELECT * FROM matter WHERE number = (SELECT matter FROM party_code WHERE code = ?)", code));
    }
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<record::FigureDelta> SqliteStore::figures() {
    std::vector<record::FigureDelta> figures;
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT key, total FROM figure ORDER BY key");
    while (rows.next()) figures.push_back({rows.text(0), rows.integer(1)});
    return figures;
}

std::optional<record::CommandKey> SqliteStore::key(const std::string& key) {
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT digest, first, count, at, code FROM command_key WHERE key = ?", pack_hex(key));
    if (!rows.next()) return std::nullopt;
    return record::CommandKey{key,
                              unpack_hex(rows.packed(0)),
                              static_cast<std::uint64_t>(rows.integer(1)),
                              static_cast<std::uint32_t>(rows.integer(2)),
                              base::Instant{rows.integer(3)},
                              rows.text(4)};
}

void SqliteStore::forget_keys_before(base::Instant instant) {
    write([&](Connection& to) { to.run("DELETE FROM command_key WHERE at < ?", instant.ms); });
}

void SqliteStore::drop_views() {
    write([](Connection& to) {
        to.run("DELETE FROM matter");
        to.run("DELETE FROM party_code");
        to.run("DELETE FROM figure");
        to.run("UPDATE office SET state = ''");
    });
    search_->clear();
}

void SqliteStore::rebuild_batch(const std::vector<record::MatterRow>& rows, const std::vector<record::FigureDelta>& figures,
                                const std::string& office_state) {
    write([&](Connection& to) {
        for (const record::MatterRow& row : rows) write_matter(to, row);
        for (const record::FigureDelta& delta : figures) write_figure(to, delta);
        to.run("UPDATE office SET state = ?", office_state);
    });
}

std::vector<record::Erasure> SqliteStore::content_to_erase(base::Instant now, std::uint64_t limit) {
    std::vector<record::Erasure> ended;
    const auto reader = readers_.lend();
    Rows rows = reader->query(
        "SELECT content.id, name FROM retention JOIN content ON content.id = retention.content "
        "WHERE erase_at <= ? ORDER BY erase_at, content.id LIMIT ?",
        now.ms, limit);
    while (rows.next()) ended.push_back({static_cast<std::uint64_t>(rows.integer(0) / k_fields_max), rows.text(1)});
    return ended;
}

std::vector<record::Store::OutboxItem> SqliteStore::outbox(std::uint64_t limit) {
    std::vector<OutboxItem> items;
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT id, kind, matter, entry, recipient, notice FROM outbox ORDER BY id LIMIT ?", limit);
    while (rows.next()) {
        items.push_back(
            {rows.integer(0), record::OutboxRow{rows.text(1), base::MatterId{rows.integer(2)},
                                                static_cast<std::uint64_t>(rows.integer(3)), rows.text(4), rows.text(5)}});
    }
    return items;
}

void SqliteStore::outbox_done(const std::vector<std::int64_t>& ids) {
    write([&](Connection& to) {
        for (const std::int64_t id : ids) to.run("DELETE FROM outbox WHERE id = ?", id);
    });
}

namespace {

/// From a query for all columns of `letter`.
std::vector<record::LetterRow> read_letters(Rows rows) {
    std::vector<record::LetterRow> letters;
    while (rows.next()) {
        letters.push_back({base::OfficeId{rows.text(0)}, static_cast<std::uint64_t>(rows.integer(1)), rows.text(2),
                           base::MatterId{rows.integer(3)}, static_cast<std::uint64_t>(rows.integer(4)), rows.text(5),
                           rows.text(6)});
    }
    return letters;
}

}  // namespace

std::vector<record::LetterRow> SqliteStore::letters_waiting(const base::OfficeId& to, std::uint64_t limit) {
    const auto reader = readers_.lend();
    return read_letters(reader->query("SELECT * FROM letter WHERE acknowledgement = '' AND recipient = ? ORDER BY sequence LIMIT ?",
                                      to.text, limit));
}

std::vector<record::LetterRow> SqliteStore::letters_sent(std::uint64_t limit) {
    const auto reader = readers_.lend();
    return read_letters(reader->query("SELECT * FROM letter ORDER BY entry DESC, rowid DESC LIMIT ?", limit));
}

void SqliteStore::acknowledge_letters(const std::vector<record::LetterRow>& letters) {
    write([&](Connection& to) {
        for (const record::LetterRow& letter : letters) {
            to.run("UPDATE letter SET acknowledgement = ? WHERE recipient = ? AND sequence = ? AND acknowledgement = ''",
                   letter.acknowledgement, letter.to.text, letter.sequence);
        }
    });
}

std::optional<record::ReceivedLetterRow> SqliteStore::letter_received(const base::OfficeId& from, std::uint64_t sequence) {
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT digest, entry FROM letter_received WHERE sender = ? AND sequence = ?", from.text, sequence);
    if (!rows.next()) return std::nullopt;
    return record::ReceivedLetterRow{from, sequence, unpack_hex(rows.packed(0)), static_cast<std::uint64_t>(rows.integer(1))};
}

std::vector<record::MatterRow> SqliteStore::open_matters_in(const base::ProcedureId& procedure, const std::string& state,
                                                            std::uint64_t limit) {
    const auto reader = readers_.lend();
    return read_matters(
        reader->query("SELECT * FROM matter WHERE open = 1 AND procedure = ? AND state = ? ORDER BY changed_at, number LIMIT ?",
                      procedure.text, state, limit));
}

std::uint64_t SqliteStore::count_on_desk(const record::DeskQuestion& question) {
    return store::count_on_desk(*readers_.lend(), question);
}

std::vector<record::MatterRow> SqliteStore::on_desk(const record::DeskQuestion& question, std::uint64_t skip, std::uint64_t limit) {
    return store::on_desk(*readers_.lend(), question, skip, limit);
}

std::vector<record::StoredEntry> SqliteStore::openings_of(const std::vector<base::MatterId>& matters) {
    return store::openings_of(*readers_.lend(), matters);
}

std::vector<record::StoredEntry> SqliteStore::entries_of_all(const std::vector<base::MatterId>& matters) {
    return store::entries_of_all(*readers_.lend(), matters);
}

std::uint64_t SqliteStore::search_mark() { return search_->mark(); }

std::vector<base::MatterId> SqliteStore::search_stale(std::uint64_t limit) { return search_->stale(limit); }

void SqliteStore::index_search(std::uint64_t up_to, const std::vector<std::pair<base::MatterId, std::string>>& texts) {
    search_->put(up_to, texts);
}

std::vector<base::MatterId> SqliteStore::search(const std::string& words, std::uint64_t limit) {
    return search_->find(words, limit);
}

std::optional<record::Store::Witnessed> SqliteStore::witnessed(const std::string& origin) {
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT size, checkpoint FROM witnessed WHERE origin = ?", origin);
    if (!rows.next()) return std::nullopt;
    return Witnessed{static_cast<std::uint64_t>(rows.integer(0)), rows.text(1)};
}

bool SqliteStore::set_witnessed(const std::string& origin, std::uint64_t old_size, const Witnessed& now) {
    bool replaced = false;
    write([&](Connection& to) {
        const auto size = to.integer("SELECT size FROM witnessed WHERE origin = ?", origin);
        if (static_cast<std::uint64_t>(size.value_or(0)) != old_size) return;
        to.run(
            "INSERT INTO witnessed (origin, size, checkpoint) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET size = excluded.size, checkpoint = excluded.checkpoint",
            origin, now.size, now.checkpoint);
        replaced = true;
    });
    return replaced;
}

void SqliteStore::set_cosigned_checkpoint(const std::string& checkpoint) {
    write([&](Connection& to) {
        to.run("INSERT INTO cosigned (one, checkpoint) VALUES (1, ?) ON CONFLICT DO UPDATE SET checkpoint = excluded.checkpoint",
               checkpoint);
    });
}

std::string SqliteStore::cosigned_checkpoint() { return readers_.lend()->text("SELECT checkpoint FROM cosigned").value_or(""); }

std::optional<record::PaperKey> SqliteStore::paper(const std::string& digest) {
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT key, entry, name FROM paper WHERE digest = ? AND dropped = 0", pack_hex(digest));
    if (!rows.next()) return std::nullopt;
    return record::PaperKey{digest, rows.text(0), static_cast<std::uint64_t>(rows.integer(1)), rows.text(2)};
}

std::vector<std::string> SqliteStore::digests_of_papers(bool dropped) {
    std::vector<std::string> digests;
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT digest FROM paper WHERE dropped = ? ORDER BY digest", dropped ? 1 : 0);
    while (rows.next()) digests.push_back(unpack_hex(rows.packed(0)));
    return digests;
}

std::vector<std::string> SqliteStore::paper_digests() { return digests_of_papers(false); }
std::vector<std::string> SqliteStore::dropped_papers() { return digests_of_papers(true); }

void SqliteStore::keep_pack(const record::PackText& pack) {
    write([&](Connection& to) {
        to.run("INSERT INTO pack (digest, files) VALUES (?, ?) ON CONFLICT DO NOTHING", pack.digest, pack.files);
    });
}

std::vector<record::PackText> SqliteStore::packs() {
    std::vector<record::PackText> packs;
    const auto reader = readers_.lend();
    Rows rows = reader->query("SELECT digest, files FROM pack ORDER BY id");
    while (rows.next()) packs.push_back({rows.text(0), rows.text(1)});
    return packs;
}

}  // namespace hearth::store
