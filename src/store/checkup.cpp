#include "store/checkup.hpp"

#include "record/act.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {
namespace {

std::uint64_t number(Connection& from, std::string_view sql) { return static_cast<std::uint64_t>(from.integer(sql).value_or(0)); }

base::Instant recorded_at(Connection& from, std::int64_t entry) {
    Rows rows = from.query("SELECT frame FROM entry WHERE idx = ?", entry);
    if (!rows.next()) return {};
    const auto frame = record::open_frame(unpack_disclosure(rows.packed(0)));
    return frame ? frame->recorded_at : base::Instant{};
}

Waiting waiting_notices(Connection& from) {
    const std::uint64_t count = number(from, "SELECT count(*) FROM outbox");
    const auto oldest = from.integer("SELECT entry FROM outbox ORDER BY id LIMIT 1");
    return {count, oldest ? recorded_at(from, *oldest) : base::Instant{}};
}

std::map<base::OfficeId, Waiting> waiting_letters(Connection& from) {
    std::map<base::OfficeId, Waiting> letters;
    Rows rows = from.query("SELECT recipient, count(*), min(entry) FROM letter WHERE acknowledgement = '' GROUP BY recipient");
    while (rows.next()) letters[{rows.text(0)}] = {static_cast<std::uint64_t>(rows.integer(1)), recorded_at(from, rows.integer(2))};
    return letters;
}

}  // namespace

Workload workload(const std::filesystem::path& database, base::Instant now) {
    Connection from(database, Connection::Mode::read_only);
    from.execute("BEGIN");  // one state of the record for all questions
    Workload load;
    load.entries = number(from, "SELECT size FROM office");
    if (load.entries > 0) load.last_act = recorded_at(from, static_cast<std::int64_t>(load.entries) - 1);
    load.open_matters = number(from, "SELECT count(*) FROM matter WHERE open = 1");
    load.overdue =
        static_cast<std::uint64_t>(from.integer("SELECT count(*) FROM matter WHERE open = 1 AND due <= ?", now.ms).value_or(0));
    load.notices = waiting_notices(from);
    load.letters = waiting_letters(from);
    return load;
}

std::uint64_t refused_addresses(const std::filesystem::path& people) {
    if (!std::filesystem::exists(people)) return 0;
    Connection from(people, Connection::Mode::read_only);
    if (!from.integer("SELECT 1 FROM sqlite_schema WHERE name = 'subscription'")) return 0;
    return number(from, "SELECT count(*) FROM subscription WHERE bounced != ''");
}

std::optional<std::string> damage_in(const std::filesystem::path& database) {
    Connection from(database, Connection::Mode::read_only);
    const std::string said = from.text("PRAGMA quick_check(1)").value_or("no answer");
    return said == "ok" ? std::nullopt : std::optional(said);
}

}  // namespace hearth::store
