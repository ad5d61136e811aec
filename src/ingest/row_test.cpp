#include "ingest/row.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace hearth::ingest {
namespace {

using base::Reason;
using testing::ElementsAre;

/// What a reader said, row by row, as "line values" or "refused ...", and the last line for the file as a whole.
std::vector<std::string> read(Format format, const std::string& text) {
    std::vector<std::string> said;
    std::istringstream in(text);
    const auto done = read_rows(format, in, "f", [&](base::Result<Row> row) {
        said.push_back(row ? std::to_string(row->line) + " " + row->values.dump() : to_string(row.error()));
        return true;
    });
    if (!done) said.push_back(to_string(done.error()));
    return said;
}

TEST(CsvRows, KeepTheLineOnWhichTheyStart) {
    EXPECT_THAT(read(Format::csv, "a,b\n1,\"two\nlines, \"\"quoted\"\"\"\n\n3,4\n"),
                ElementsAre(R"(2 {"a":"1","b":"two\nlines, \"quoted\""})", R"(5 {"a":"3","b":"4"})"));
}

TEST(CsvRows, TakeMarksCarriageReturnsAndAMissingLastNewline) {
    EXPECT_THAT(read(Format::csv,
                     "\xEF\xBB\xBF"
                     "a,b\r\n1,2\r\n3,4"),
                ElementsAre(R"(2 {"a":"1","b":"2"})", R"(3 {"a":"3","b":"4"})"));
}

TEST(CsvRows, HaveOneFormOfNothingAndKeepSpaces) {
    EXPECT_THAT(read(Format::csv, "a,b,c\n,\"\", x \n"), ElementsAre(R"(2 {"a":null,"b":null,"c":" x "})"));
}

TEST(CsvRows, NameAWrongNumberOfColumns) {
    EXPECT_THAT(read(Format::csv, "a,b\n1\n1,2,3\n1,2\n"),
                ElementsAre("refused malformed import/row_columns (f:2) 1 for 2",
                            "refused malformed import/row_columns (f:3) 3 for 2", R"(4 {"a":"1","b":"2"})"));
}

TEST(CsvRows, RefuseMisplacedQuotesAndGoOnWithTheNextLine) {
    EXPECT_THAT(read(Format::csv, "a,b\n1,x\"y\n1,2\n"),
                ElementsAre("refused malformed import/csv (f:2:4)", R"(3 {"a":"1","b":"2"})"));
    EXPECT_THAT(read(Format::csv, "a,b\n1,\"never ends\n"), ElementsAre("refused malformed import/csv (f:2)"));
}

TEST(CsvRows, RefuseBytesThatAreNoText) {
    EXPECT_THAT(read(Format::csv, "a,b\n1,\xFF\n"), ElementsAre("refused malformed import/utf8 (f:2 b)"));
}

TEST(CsvRows, NeedAHeadingThatNamesEachColumnOnce) {
    EXPECT_THAT(read(Format::csv, ""), ElementsAre("refused malformed import/no_heading (f)"));
    EXPECT_THAT(read(Format::csv, "a,b,a\n1,2,3\n"), ElementsAre("refused malformed import/column_twice (f:1 a)"));
    EXPECT_THAT(read(Format::csv, "a,,b\n1,2,3\n"), ElementsAre("refused malformed import/column_unnamed (f:1)"));
}

TEST(CsvRows, EndARowThatNeverEnds) {
    const std::string line(k_row_bytes_max / 2, 'x');
    const auto said = read(Format::csv, "a,b\n1,\"" + line + "\n" + line + "\n" + line + "\n1,2\n");
    ASSERT_GE(said.size(), 2U);
    EXPECT_EQ(said.front(), "refused limit_exceeded import/row_too_long (f:2)");
    EXPECT_EQ(said.back(), R"(5 {"a":"1","b":"2"})");
}

TEST(JsonRows, KeepTheirLines) {
    EXPECT_THAT(read(Format::json, "[\n{\"a\": \"x ] \\\" y\", \"b\": null},\n\n {\"a\": 42.284,\n \"c\": true}]\n"),
                ElementsAre(R"(2 {"a":"x ] \" y","b":null})", R"(4 {"a":42.284,"c":true})"));
    EXPECT_THAT(read(Format::json, " [ ] "), ElementsAre());
}

TEST(JsonRows, RefuseARowAndGoOn) {
    EXPECT_THAT(read(Format::json, "[{\"a\":1},\n7,\n{\"a\":},\n{\"a\":2}]"),
                ElementsAre(R"(1 {"a":1})", "refused malformed import/json_row (f:2) not an object",
                            testing::StartsWith("refused malformed import/json_row (f:3"), R"(4 {"a":2})"));
}

TEST(JsonRows, RefuseWhatIsNoArray) {
    EXPECT_THAT(read(Format::json, ""), ElementsAre("refused malformed import/json_array (f:1)"));
    EXPECT_THAT(read(Format::json, "{\"a\":1}"), ElementsAre("refused malformed import/json_array (f:1)"));
    EXPECT_THAT(read(Format::json, "[{\"a\":1}"), ElementsAre("refused malformed import/json_array (f:1)"));
    EXPECT_THAT(read(Format::json, "[{\"a\":1}] x"), ElementsAre(R"(1 {"a":1})", "refused malformed import/json_array (f:1)"));
}

TEST(JsonLineRows, AreOneALine) {
    EXPECT_THAT(read(Format::json_lines, "{\"a\":1}\n\n{\"a\":2,\n{\"a\":3}"),
                ElementsAre(R"(1 {"a":1})", testing::StartsWith("refused malformed import/json_row (f:3"), R"(4 {"a":3})"));
}

TEST(Rows, StopWhenTheSinkSaysSo) {
    for (const auto& [format, text] :
         {std::pair(Format::csv, "a\n1\n2\n"), {Format::json, "[{},{}]"}, {Format::json_lines, "{}\n{}\n"}}) {
        int rows = 0;
        std::istringstream in(text);
        EXPECT_TRUE(read_rows(format, in, "f", [&](const base::Result<Row>&) { return ++rows < 1; }));
        EXPECT_EQ(rows, 1);
    }
}

}  // namespace
}  // namespace hearth::ingest
