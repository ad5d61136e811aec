#include "store/sqlite_desk.hpp"

#include "base/json.hpp"
#include "store/packing.hpp"
#include "store/sqlite_rows.hpp"

namespace hearth::store {
namespace {

using record::DeskQuestion;

// Open rows alone, in the words of the index, so that it holds all that is asked for; numbered as `ask` binds them.
constexpr const char* k_asked =
    " FROM matter WHERE open = 1 AND accused <> ?1 AND (?2 = '' OR procedure = ?2)"
    " AND (?3 = 0 OR (?3 = 1 AND owner = ?1) OR (?3 = 2 AND owner NOT IN ('', ?1)) OR (?3 = 3 AND owner = ''))"
    " AND (?4 IS NULL OR due >= ?4) AND (?5 IS NULL OR due < ?5)"
    " AND (?6 IS NULL OR opened_at >= ?6) AND (?7 IS NULL OR changed_at >= ?7)"
    " AND (?8 = '' OR number IN (SELECT value FROM json_each(?8)))";

std::optional<std::int64_t> ms_of(std::optional<base::Instant> instant) {
    if (!instant) return std::nullopt;
    return instant->ms;
}

std::string numbers_of(const std::vector<base::MatterId>& matters) {
    base::Json numbers = base::Json::array();
    for (const base::MatterId id : matters) numbers.push_back(id.number);
    return numbers.dump();
}

template <class... More>
Rows ask(Connection& from, std::string_view sql, const DeskQuestion& asked, const More&... more) {
    return from.query(sql, asked.here.text, asked.procedure.text, static_cast<int>(asked.turn), ms_of(asked.due_from),
                      ms_of(asked.due_before), ms_of(asked.opened_since), ms_of(asked.changed_since),
                      asked.among ? numbers_of(*asked.among) : std::string(), more...);
}

/// One row for each field of content, or one without; entry by entry.
std::vector<record::StoredEntry> read_with_content(Rows rows) {
    std::vector<record::StoredEntry> entries;
    while (rows.next()) {
        const auto index = static_cast<std::uint64_t>(rows.integer(0));
        if (entries.empty() || entries.back().index != index)
            entries.push_back({index, unpack_leaf(rows.packed(2)), unpack_disclosure(rows.packed(3)), {rows.integer(1)}, {}});
        if (rows.is_null(4)) continue;
        record::SealedField field{rows.text(4), unpack_disclosure(rows.packed(7)), rows.text(5), {}, rows.text(6)};
        if (!rows.is_null(8)) field.erase_at = base::Instant{rows.integer(8)};
        entries.back().content.push_back(std::move(field));
    }
    return entries;
}

constexpr const char* k_entries =
    "SELECT idx, entry.matter, leaf, frame, name, klass, keep, disclosure, erase_at FROM entry"
    " LEFT JOIN content ON content.id BETWEEN entry.idx * 256 AND entry.idx * 256 + 255 AND erased = 0"
    " LEFT JOIN retention ON retention.content = content.id WHERE ";

}  // namespace

std::uint64_t count_on_desk(Connection& from, const DeskQuestion& question) {
    static const std::string sql = std::string("SELECT count(*)") + k_asked;
    Rows rows = ask(from, sql, question);
    return rows.next() ? static_cast<std::uint64_t>(rows.integer(0)) : 0;
}

std::vector<record::MatterRow> on_desk(Connection& from, const DeskQuestion& question, std::uint64_t skip, std::uint64_t limit) {
    static const std::string sql = std::string("SELECT matter.* FROM (SELECT number, due") + k_asked +
                                   " ORDER BY due NULLS LAST, number LIMIT ?9 OFFSET ?10) AS shown "
                                   "JOIN matter ON matter.number = shown.number ORDER BY shown.due NULLS LAST, shown.number";
    return read_matters(ask(from, sql, question, limit, skip));
}

std::vector<record::StoredEntry> openings_of(Connection& from, const std::vector<base::MatterId>& matters) {
    static const std::string sql =
        std::string(k_entries) +
        "idx IN (SELECT (SELECT min(idx) FROM entry WHERE matter = value) FROM json_each(?)) ORDER BY idx, content.id";
    return read_with_content(from.query(sql, numbers_of(matters)));
}

std::vector<record::StoredEntry> entries_of_all(Connection& from, const std::vector<base::MatterId>& matters) {
    static const std::string sql =
        std::string(k_entries) + "entry.matter IN (SELECT value FROM json_each(?)) ORDER BY idx, content.id";
    return read_with_content(from.query(sql, numbers_of(matters)));
}

}  // namespace hearth::store
