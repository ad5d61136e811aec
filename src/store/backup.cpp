#include "store/backup.hpp"

#include <algorithm>
#include <fstream>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "base/json.hpp"
#include "store/erasure_journal.hpp"
#include "store/files.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::store {
namespace {

namespace fs = std::filesystem;

/// "20261124T093000.123Z"
std::string compact(base::Instant instant) {
    std::string text = to_rfc3339(instant);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

/// A file that is removed when it leaves scope: a copy in the clear must not outlive the making of a backup.
class Scratch {
public:
    explicit Scratch(fs::path file) : file_(std::move(file)) { fs::remove(file_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove(file_, ignored);
    }

    [[nodiscard]] const fs::path& file() const { return file_; }

private:
    fs::path file_;
};

/// Copying the live rows leaves free pages and everything in them behind.
void copy_database(const fs::path& database, const fs::path& copy) {
    create_private(copy);
    Connection(database, Connection::Mode::read_only).run("VACUUM INTO ?", copy.string());
    Connection without_keys(copy, Connection::Mode::read_write);
    without_keys.execute("PRAGMA journal_mode = MEMORY");
    without_keys.execute("PRAGMA secure_delete = ON");
    without_keys.run("DELETE FROM paper");
}

void write_paper_keys(const fs::path& office, const fs::path& plain) {
    SqliteStore store(files_in(office), SqliteStore::Access::read);
    create_private(plain);
    std::ofstream to(plain);
    for (const std::string& digest : store.paper_digests()) {
        const auto paper = store.paper(digest);
        if (!paper) continue;
        to << base::Json{{"digest", digest}, {"key", base::hex(paper->key)}, {"entry", paper->entry}, {"name", paper->name}}
           << '\n';
    }
    to.close();
    if (!to) throw base::Fault("writing " + plain.string() + ": no more room");
}

std::size_t copy_papers(const fs::path& office, const fs::path& to) {
    SqliteStore store(files_in(office), SqliteStore::Access::read);
    std::size_t copied = 0;
    fs::create_directories(to);
    for (const std::string& digest : store.paper_digests()) {
        if (fs::exists(to / digest) || !fs::exists(office / "papers" / digest)) continue;
        replace_synced(to / digest, read_file(office / "papers" / digest));
        ++copied;
    }
    for (const std::string& digest : store.dropped_papers()) fs::remove(to / digest);
    return copied;
}

std::vector<fs::path> remove_expired(const fs::path& folder, base::Instant now) {
    std::vector<fs::path> expired;
    for (const auto& file : fs::directory_iterator(folder)) {
        if (file.path().extension() != ".sealed") continue;
        const auto head = read_sealed_head(file.path());
        if (head && head->until <= now) expired.push_back(file.path());
    }
    std::ranges::sort(expired);
    for (const fs::path& file : expired) fs::remove(file);
    if (!expired.empty()) sync_folder(folder);
    return expired;
}

fs::path seal_into(const fs::path& folder, const std::string& kind, const fs::path& plain, const BackupOrder& order,
                   const std::string& office, std::int64_t life_ms) {
    const fs::path sealed = folder / (kind + "-" + compact(order.now) + ".sealed");
    fs::path unfinished = sealed;
    unfinished += ".part";
    seal_file(plain, unfinished, order.key, {kind, office, order.now, {order.now.ms + life_ms}});
    fs::rename(unfinished, sealed);
    sync_folder(folder);
    return sealed;
}

}  // namespace

BackupDone make_backup(const BackupOrder& order) {
    std::string name = fs::canonical(order.office).filename().string();
    std::ranges::replace_if(name, [](char c) { return c <= ' '; }, '_');
    const fs::path folder = order.to / name;
    fs::create_directories(folder);
    BackupDone done;
    {
        const Scratch copy(order.office / "office.db.backup");
        copy_database(order.office / "office.db", copy.file());
        done.file = seal_into(folder, "office", copy.file(), order, name, order.life_ms);
    }
    {
        const Scratch keys(order.office / "paper-keys.backup");
        write_paper_keys(order.office, keys.file());
        done.paper_keys = seal_into(folder, "paper-keys", keys.file(), order, name, order.key_life_ms);
    }
    done.papers = copy_papers(order.office, folder / "papers");
    merge_erasures(order.office / "erasures", folder / "erasures");
    done.expired = remove_expired(folder, order.now);
    return done;
}

}  // namespace hearth::store
