#include <gtest/gtest.h>
#include <sqlite3.h>

#include "store/sqlite_desk.hpp"
#include "store/sqlite_schema.hpp"
#include "tests/support/temporary_folder.hpp"

// What a page of the desk costs is counted in steps of SQLite's own machine, not in time.
namespace hearth::tests {
namespace {

using record::DeskQuestion;

constexpr int k_open = 60;
constexpr std::uint64_t k_page = 25;

/// A database of an office with a page of open matters and many that are closed.
class Desk {
public:
    explicit Desk(int closed) {
        store::migrate(connection_);
        store::Transaction transaction(connection_);
        const int every = closed / k_open;
        for (int open = 0; open < k_open; ++open) {
            for (int i = 0; i < every; ++i) add(open * (every + 1) + i, false, i);
            add(open * (every + 1) + every, true, open * 7919 % 10'007);
        }
        transaction.commit();
    }

    /// Steps for one page and for counting what is not shown.
    int cost_of(const DeskQuestion& question) {
        const int before = steps();
        EXPECT_EQ(store::on_desk(connection_, question, 0, k_page).size(), k_page);
        EXPECT_GE(store::count_on_desk(connection_, question), k_page);
        return steps() - before;
    }

private:
    void add(int number, bool open, int due) {
        connection_.run(
            "INSERT INTO matter (number, code, procedure, state, open, owner, due, opened_at, changed_at, folded, accused) "
            "VALUES (?, x'00', 'request', 'accepted', ?, 'village', ?, 1, 1, '{}', '')",
            number, open ? 1 : 0, due);
    }

    int steps() {
        int sum = 0;
        for (sqlite3_stmt* one = nullptr; (one = sqlite3_next_stmt(connection_.handle(), one)) != nullptr;)
            sum += sqlite3_stmt_status(one, SQLITE_STMTSTATUS_VM_STEP, 0);
        return sum;
    }

    TemporaryFolder folder_;
    store::Connection connection_{folder_.path() / "office.db", store::Connection::Mode::read_write};
};

TEST(DeskCost, DoesNotGrowWithClosedMatters) {
    Desk few(600);
    Desk many(30'000);
    DeskQuestion all{{"village"}, {}};
    EXPECT_EQ(few.cost_of(all), many.cost_of(all));
    DeskQuestion due = all;
    due.due_from = base::Instant{1};
    due.turn = DeskQuestion::Turn::ours;
    EXPECT_EQ(few.cost_of(due), many.cost_of(due));
}

}  // namespace
}  // namespace hearth::tests
