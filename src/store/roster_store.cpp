#include "store/roster_store.hpp"

#include "store/people_rows.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {
namespace {

constexpr const char* k_schema = R"sql(
CREATE TABLE IF NOT EXISTS household
    (label TEXT PRIMARY KEY, line INTEGER NOT NULL, representative TEXT NOT NULL, until_day TEXT, roster INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS household_code
    (label TEXT PRIMARY KEY REFERENCES household, digest TEXT NOT NULL, drawn TEXT NOT NULL, until_day TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS household_proof
    (label TEXT PRIMARY KEY REFERENCES household, digest TEXT NOT NULL, again TEXT NOT NULL, proved TEXT NOT NULL,
     roster INTEGER NOT NULL) STRICT;
)sql";

std::string day_or_none(const std::optional<base::CivilDate>& day) { return day ? base::to_string(*day) : std::string(); }

std::optional<base::CivilDate> day_or_none_in(const Rows& rows, int column) {
    return rows.is_null(column) ? std::nullopt : std::optional(day_in(rows.text(column)));
}

}  // namespace

RosterStore::RosterStore(Connection& connection, std::mutex& mutex) : connection_(connection), mutex_(mutex) {
    connection_.execute(k_schema);
}

std::vector<RosterStore::Household> RosterStore::households() {
    const std::lock_guard lock(mutex_);
    std::vector<Household> all;
    Rows rows = connection_.query("SELECT label, representative, until_day FROM household ORDER BY line");
    while (rows.next()) all.push_back({rows.text(0), rows.text(1), day_or_none_in(rows, 2)});
    return all;
}

bool RosterStore::has_roster() {
    const std::lock_guard lock(mutex_);
    return connection_.integer("SELECT 1 FROM household LIMIT 1").has_value();
}

void RosterStore::enter(const std::vector<Household>& roster, const std::set<std::string>& same, std::uint64_t entry) {
    const std::lock_guard lock(mutex_);
    Transaction all(connection_);
    connection_.run("UPDATE household SET line = -1");
    std::int64_t line = 0;
    for (const Household& household : roster) {
        if (!same.contains(household.label)) {
            connection_.run("DELETE FROM household_code WHERE label = ?", household.label);
            connection_.run("DELETE FROM household_proof WHERE label = ?", household.label);
        }
        connection_.run("INSERT OR REPLACE INTO household VALUES (?, ?, ?, NULLIF(?, ''), ?)", household.label, ++line,
                        household.representative, day_or_none(household.until), entry);
    }
    connection_.run("DELETE FROM household_code WHERE label NOT IN (SELECT label FROM household WHERE line > 0)");
    connection_.run("DELETE FROM household_proof WHERE label NOT IN (SELECT label FROM household WHERE line > 0)");
    connection_.run("DELETE FROM household WHERE line < 0");
    all.commit();
}

void RosterStore::put_codes(const std::vector<Code>& codes) {
    const std::lock_guard lock(mutex_);
    Transaction all(connection_);
    for (const Code& code : codes)
        connection_.run("INSERT OR REPLACE INTO household_code VALUES (?, ?, ?, ?)", code.label, code.digest,
                        base::to_string(code.drawn), base::to_string(code.until));
    all.commit();
}

bool RosterStore::fits(const std::string& label, const std::string& digest, base::CivilDate today) {
    const std::lock_guard lock(mutex_);
    const std::string day = base::to_string(today);
    const auto found = connection_.integer(
        "SELECT 1 FROM household_code c JOIN household h ON h.label = c.label WHERE c.label = ? AND c.digest = ? AND "
        "c.until_day >= ? AND h.representative <> '' AND (h.until_day IS NULL OR h.until_day >= ?)",
        label, digest, day, day);
    return found.has_value();
}

bool RosterStore::prove(const std::string& label, const std::string& digest, const OwnCode& own, base::CivilDate today) {
    const std::lock_guard lock(mutex_);
    const std::string day = base::to_string(today);
    Transaction all(connection_);
    const int spent = connection_.run(
        "DELETE FROM household_code WHERE label = ? AND digest = ? AND until_day >= ? AND EXISTS (SELECT 1 FROM household h "
        "WHERE h.label = household_code.label AND h.representative <> '' AND (h.until_day IS NULL OR h.until_day >= ?))",
        label, digest, day, day);
    if (spent == 0) return false;
    connection_.run("INSERT OR REPLACE INTO household_proof SELECT label, ?, ?, ?, roster FROM household WHERE label = ?",
                    own.digest, own.again, day, label);
    all.commit();
    return true;
}

std::optional<RosterStore::Proof> RosterStore::proof(const std::string& label, const std::string& own) {
    const std::lock_guard lock(mutex_);
    Rows rows = connection_.query(
        "SELECT p.proved, p.roster, h.until_day FROM household_proof p JOIN household h ON h.label = p.label "
        "WHERE p.label = ? AND p.digest = ?",
        label, own);
    if (!rows.next()) return std::nullopt;
    return Proof{label, day_in(rows.text(0)), static_cast<std::uint64_t>(rows.integer(1)), day_or_none_in(rows, 2)};
}

std::string RosterStore::again(const std::string& label) {
    const std::lock_guard lock(mutex_);
    return connection_.text("SELECT again FROM household_proof WHERE label = ?", label).value_or("");
}

bool RosterStore::give_back(const std::string& label, const std::string& own) {
    const std::lock_guard lock(mutex_);
    return connection_.run("DELETE FROM household_proof WHERE label = ? AND digest = ?", label, own) == 1;
}

RosterStore::Standing RosterStore::standing(base::CivilDate today) {
    const std::lock_guard lock(mutex_);
    const std::string day = base::to_string(today);
    Rows rows = connection_.query(
        "SELECT count(*), count(*) FILTER (WHERE h.representative <> ''), "
        "count(*) FILTER (WHERE c.until_day >= ? AND (h.until_day IS NULL OR h.until_day >= ?)), "
        "count(*) FILTER (WHERE p.label IS NOT NULL AND (h.until_day IS NULL OR h.until_day >= ?)) "
        "FROM household h LEFT JOIN household_code c ON c.label = h.label LEFT JOIN household_proof p ON p.label = h.label",
        day, day, day);
    rows.next();
    return {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3)};
}

std::vector<std::string> RosterStore::not_proved(base::CivilDate today) {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> labels;
    Rows rows = connection_.query(
        "SELECT label FROM household WHERE representative <> '' AND (until_day IS NULL OR until_day >= ?) "
        "AND label NOT IN (SELECT label FROM household_proof) ORDER BY line",
        base::to_string(today));
    while (rows.next()) labels.push_back(rows.text(0));
    return labels;
}

bool RosterStore::is_proved(const std::string& label) {
    const std::lock_guard lock(mutex_);
    return connection_.integer("SELECT 1 FROM household_proof WHERE label = ?", label).has_value();
}

}  // namespace hearth::store
