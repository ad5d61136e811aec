#include <gtest/gtest.h>

#include "store/sqlite.hpp"
#include "store/sqlite_schema.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::store {
namespace {

/// A database of an office as the program of before left it: with the codes in the clear.
class SqliteSchema : public testing::Test {
protected:
    SqliteSchema() {
        migrate(connection_);
        connection_.execute("ALTER TABLE command_key DROP COLUMN code");
        connection_.execute("PRAGMA user_version = 5");
        connection_.run("INSERT INTO content VALUES (0, 'request.points', 'parties', '', 0, 'a bridge')");
        connection_.run("INSERT INTO content VALUES (1, 'receipt.code', 'parties', '', 0, 'K7QM-3F9T-XW2D-8HVA')");
    }

    tests::TemporaryFolder folder_;
    Connection connection_{folder_.path() / "office.db", Connection::Mode::read_write};
};

TEST_F(SqliteSchema, OverwritesReceiptCodesOfBefore) {
    migrate(connection_);
    EXPECT_EQ(connection_.integer("SELECT count(*) FROM content WHERE CAST(disclosure AS TEXT) LIKE '%K7QM%'"), 0);
    EXPECT_EQ(connection_.integer("SELECT count(*) FROM content WHERE erased = 1 AND length(disclosure) = 19"), 1);
    EXPECT_EQ(connection_.integer("SELECT count(*) FROM content WHERE erased = 0 AND disclosure = 'a bridge'"), 1);
    EXPECT_EQ(connection_.integer("SELECT count(*) FROM command_key WHERE code = ''"), 0);
}

}  // namespace
}  // namespace hearth::store
