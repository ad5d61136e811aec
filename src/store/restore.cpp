#include <sstream>

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "record/sha256.hpp"
#include "store/backup.hpp"
#include "store/erasure_journal.hpp"
#include "store/files.hpp"
#include "store/sqlite_rows.hpp"
#include "store/sqlite_schema.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::store {
namespace {

namespace fs = std::filesystem;

base::Refusal refused(const char* rule, const fs::path& file) {
    return {base::Reason::malformed, rule, {.file = file.string()}, {}};
}

base::Result<SealedHead> open_kind(const fs::path& sealed, const fs::path& plain, std::string_view key, std::string_view kind) {
    HEARTH_TRY(head, open_sealed_file(sealed, plain, key));
    if (head.kind == kind) return head;
    fs::remove(plain);
    return refused("backup/not_one", sealed);
}

/// Keys of papers whose field the backup still holds; those of erased fields stay away.
base::Result<base::Done> put_back_paper_keys(Connection& database, const RestoreOrder& order) {
    if (!order.paper_keys) return base::Done{};
    const fs::path plain = order.office / "paper-keys.restoring";
    HEARTH_TRY(head, open_kind(*order.paper_keys, plain, order.key, "paper-keys"));
    std::istringstream lines(read_file(plain));
    fs::remove(plain);
    for (std::string line; std::getline(lines, line);) {
        HEARTH_TRY(row, base::parse_json(line));
        HEARTH_TRY(key, base::from_hex(row.at("key").get<std::string>()));
        const record::PaperKey paper{row.at("digest"), key, row.at("entry"), row.at("name")};
        const std::int64_t first = first_content_id(paper.entry);
        if (database.integer("SELECT 1 FROM content WHERE id BETWEEN ? AND ? AND name = ? AND erased = 0", first,
                             first + k_fields_max - 1, paper.name)) {
            write_paper(database, paper);
        }
    }
    return base::Done{};
}

std::uint64_t erase_again(Connection& database, const fs::path& journal) {
    std::uint64_t erased = 0;
    for (const JournalLine& line : read_erasures(journal)) {
        const auto leaf = [&]() -> std::optional<std::string> {
            Rows rows = database.query("SELECT leaf FROM entry WHERE idx = ?", line.entry);
            if (!rows.next()) return std::nullopt;
            return unpack_leaf(rows.packed(0));
        }();
        // The record may have begun anew since: the same number is then another entry.
        if (!leaf || base::hex(base::view(record::sha256(*leaf))) != line.leaf_digest) continue;
        for (const record::SealedField& field : read_content(database, line.entry)) {
            if (line.name.empty() || field.name == line.name) ++erased;
        }
        write_erasure(database, {line.entry, line.name});
    }
    return erased;
}

/// Judges the decrypted file and makes it fit to be served.
base::Result<RestoreDone> make_ready(const fs::path& plain, const RestoreOrder& order, const SealedHead& head) {
    RestoreDone done{.head = head};
    Connection database(plain, Connection::Mode::read_write);
    database.execute("PRAGMA journal_mode = MEMORY");
    database.execute("PRAGMA secure_delete = ON");
    if (database.text("PRAGMA integrity_check") != "ok") return refused("backup/damaged", order.file);
    migrate(database);
    Transaction transaction(database);
    done.erased_again = erase_again(database, order.office / "erasures");
    HEARTH_TRY(keys, put_back_paper_keys(database, order));
    done.entries = static_cast<std::uint64_t>(database.integer("SELECT size FROM office").value_or(0));
    transaction.commit();
    return done;
}

std::size_t put_back_papers(const RestoreOrder& order) {
    const fs::path from = order.file.parent_path() / "papers";
    SqliteStore store(files_in(order.office), SqliteStore::Access::read);
    std::size_t copied = 0;
    fs::create_directories(order.office / "papers");
    for (const std::string& digest : store.paper_digests()) {
        if (fs::exists(order.office / "papers" / digest) || !fs::exists(from / digest)) continue;
        replace_synced(order.office / "papers" / digest, read_file(from / digest));
        ++copied;
    }
    return copied;
}

void put_in_place(const fs::path& plain, const fs::path& office) {
    for (const char* old : {"office.db-wal", "office.db-shm", "search.db", "search.db-wal", "search.db-shm"})
        fs::remove(office / old);
    sync_file(plain);
    fs::rename(plain, office / "office.db");
    sync_folder(office);
}

}  // namespace

base::Result<RestoreDone> restore_backup(const RestoreOrder& order) {
    if (fs::exists(order.office / "office.db") && !order.replace) {
        return base::Refusal{base::Reason::conflict, "restore/office_exists", {.file = (order.office / "office.db").string()}, {}};
    }
    const fs::path plain = order.office / "office.db.restoring";
    fs::remove(plain);
    HEARTH_TRY(head, open_kind(order.file, plain, order.key, "office"));
    merge_erasures(order.file.parent_path() / "erasures", order.office / "erasures");
    auto ready = [&]() -> base::Result<RestoreDone> {
        try {
            return make_ready(plain, order, head);
        } catch (const DatabaseFault& fault) {
            if (!fault.is_damage()) throw;
            return refused("backup/damaged", order.file);
        }
    }();
    if (!ready) {
        fs::remove(plain);
        return ready.error();
    }
    put_in_place(plain, order.office);
    ready->papers = put_back_papers(order);
    return ready;
}

}  // namespace hearth::store
