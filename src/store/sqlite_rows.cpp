#include "store/sqlite_rows.hpp"

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "record/leaf.hpp"
#include "store/packing.hpp"

namespace hearth::store {
namespace {

std::optional<std::int64_t> ms_of(std::optional<base::Instant> instant) {
    if (!instant) return std::nullopt;
    return instant->ms;
}

void write_field(Connection& to, std::int64_t id, const record::SealedField& field) {
    to.run("INSERT INTO content (id, name, klass, keep, erased, disclosure) VALUES (?, ?, ?, ?, 0, ?)", id, field.name, field.klass,
           field.keep, pack_disclosure(field.disclosure));
    if (field.erase_at) to.run("INSERT INTO retention (content, erase_at) VALUES (?, ?)", id, field.erase_at->ms);
}

}  // namespace

void write_entry(Connection& to, std::uint64_t index, const record::Entry& entry, base::MatterId matter) {
    HEARTH_CHECK(entry.leaf.size() <= record::k_entry_bytes_max);
    HEARTH_CHECK(entry.content.size() <= static_cast<std::size_t>(k_fields_max));
    to.run("INSERT INTO entry (idx, matter, leaf, frame) VALUES (?, ?, ?, ?)", index, matter.number, pack_leaf(entry.leaf),
           pack_disclosure(entry.frame));
    std::int64_t id = first_content_id(index);
    for (const record::SealedField& field : entry.content) write_field(to, id++, field);
}

void write_tile(Connection& to, const record::Tile& tile) {
    to.run("INSERT INTO tile (level, number, hashes) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hashes = excluded.hashes",
           tile.level, tile.number, Blob{tile.hashes});
}

void write_matter(Connection& to, const record::MatterRow& row) {
    to.run(
        "INSERT INTO matter (number, code, procedure, state, open, owner, due, opened_at, changed_at, folded, accused) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET code = excluded.code, procedure = excluded.procedure, "
        "state = excluded.state, open = excluded.open, owner = excluded.owner, due = excluded.due, "
        "opened_at = excluded.opened_at, changed_at = excluded.changed_at, folded = excluded.folded, accused = excluded.accused",
        row.id.number, pack_hex(row.code_digest), row.procedure.text, row.state, row.open ? 1 : 0, row.owner.text, ms_of(row.due),
        row.opened_at.ms, row.changed_at.ms, row.folded, row.accused.text);
    for (const std::string& code : row.party_codes)
        to.run("INSERT INTO party_code (code, matter) VALUES (?, ?) ON CONFLICT DO NOTHING", pack_hex(code), row.id.number);
}

void write_figure(Connection& to, const record::FigureDelta& delta) {
    to.run("INSERT INTO figure (key, total) VALUES (?, ?) ON CONFLICT DO UPDATE SET total = total + excluded.total", delta.key,
           delta.add);
}

void write_outbox(Connection& to, const record::OutboxRow& row) {
    to.run("INSERT INTO outbox (kind, matter, entry, recipient, notice) VALUES (?, ?, ?, ?, ?)", row.kind, row.matter.number,
           row.entry, row.to, row.notice);
}

void write_key(Connection& to, const record::CommandKey& key) {
    to.run("INSERT INTO command_key (key, digest, first, count, at, code) VALUES (?, ?, ?, ?, ?, ?)", pack_hex(key.key),
           pack_hex(key.digest), key.first, static_cast<std::int64_t>(key.count), key.at.ms, key.code);
}

void write_letter(Connection& to, const record::LetterRow& letter) {
    to.run("INSERT INTO letter (recipient, sequence, kind, matter, entry, text, acknowledgement) VALUES (?, ?, ?, ?, ?, ?, '')",
           letter.to.text, letter.sequence, letter.kind, letter.matter.number, letter.entry, letter.text);
}

void write_received_letter(Connection& to, const record::ReceivedLetterRow& letter) {
    to.run("INSERT INTO letter_received (sender, sequence, digest, entry) VALUES (?, ?, ?, ?)", letter.from.text, letter.sequence,
           pack_hex(letter.digest), letter.entry);
}

void write_retention_end(Connection& to, const record::RetentionEnd& end) {
    if (end.at) {
        to.run(
            "INSERT INTO retention (content, erase_at) SELECT content.id, ? FROM entry JOIN content "
            "ON content.id BETWEEN entry.idx * 256 AND entry.idx * 256 + 255 WHERE entry.matter = ? AND keep = ? AND erased = 0 "
            "ON CONFLICT DO UPDATE SET erase_at = excluded.erase_at",
            end.at->ms, end.matter.number, end.keep);
    } else {
        to.run(
            "DELETE FROM retention WHERE content IN (SELECT content.id FROM entry JOIN content "
            "ON content.id BETWEEN entry.idx * 256 AND entry.idx * 256 + 255 WHERE entry.matter = ? AND keep = ?)",
            end.matter.number, end.keep);
    }
}

void write_paper(Connection& to, const record::PaperKey& paper) {
    to.run("INSERT INTO paper (digest, key, dropped, entry, name) VALUES (?, ?, 0, ?, ?) ON CONFLICT DO NOTHING",
           pack_hex(paper.digest), Blob{paper.key}, paper.entry, paper.name);
}

void write_erasure(Connection& to, const record::Erasure& erasure) {
    to.run("UPDATE paper SET dropped = 1, key = zeroblob(length(key)) WHERE entry = ? AND (name = ? OR ? = '')", erasure.entry,
           erasure.name, erasure.name);
    const std::int64_t first = first_content_id(erasure.entry);
    to.run(
        "UPDATE content SET erased = 1, disclosure = zeroblob(length(CAST(disclosure AS BLOB))) "
        "WHERE id BETWEEN ? AND ? AND (name = ? OR ? = '')",
        first, first + k_fields_max - 1, erasure.name, erasure.name);
    to.run("DELETE FROM retention WHERE content IN (SELECT id FROM content WHERE id BETWEEN ? AND ? AND erased = 1)", first,
           first + k_fields_max - 1);
}

std::vector<record::SealedField> read_content(Connection& from, std::uint64_t entry) {
    std::vector<record::SealedField> content;
    const std::int64_t first = first_content_id(entry);
    Rows rows = from.query(
        "SELECT name, klass, keep, disclosure, erase_at FROM content LEFT JOIN retention ON retention.content = content.id "
        "WHERE id BETWEEN ? AND ? AND erased = 0 ORDER BY id",
        first, first + k_fields_max - 1);
    while (rows.next()) {
        record::SealedField field;
        field.name = rows.text(0);
        field.klass = rows.text(1);
        field.keep = rows.text(2);
        field.disclosure = unpack_disclosure(rows.packed(3));
        if (!rows.is_null(4)) field.erase_at = base::Instant{rows.integer(4)};
        content.push_back(std::move(field));
    }
    return content;
}

std::vector<record::MatterRow> read_matters(Rows rows) {
    std::vector<record::MatterRow> matters;
    while (rows.next()) {
        record::MatterRow row;
        row.id.number = rows.integer(0);
        row.code_digest = unpack_hex(rows.packed(1));
        row.procedure.text = rows.text(2);
        row.state = rows.text(3);
        row.open = rows.integer(4) != 0;
        row.owner.text = rows.text(5);
        if (!rows.is_null(6)) row.due = base::Instant{rows.integer(6)};
        row.opened_at.ms = rows.integer(7);
        row.changed_at.ms = rows.integer(8);
        row.folded = rows.text(9);
        row.accused.text = rows.text(10);
        matters.push_back(std::move(row));
    }
    return matters;
}

}  // namespace hearth::store
