#include "ingest/row_acts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearth::ingest {
namespace {

using base::Json;

base::Instant at(std::string_view text) { return *base::parse_rfc3339(text); }

/// Two acts with one field of each kind; the zone is five hours behind.
class RowActsTest : public testing::Test {
protected:
    RowActsTest() {
        map_.name = "sample";
        map_.row = {"id", {}};
        ActSource ask;
        ask.act = "ask";
        ask.at = {"opened", {}};
        ask.due = ColumnRef{"target", {}};
        ask.fields = {source("points", {"kind", "text"}), source("place", {"street"}), source("kind", {"kind"}),
                      source("count", {"n"})};
        ask.fields[0].between = ": ";
        ask.fields[1].latitude = ColumnRef{"lat", {}};
        ask.fields[1].longitude = ColumnRef{"long", {}};
        ask.fields[2].codes = {{"A", "tree"}};
        ActSource answer;
        answer.act = "answer";
        answer.at = {"closed", {}};
        answer.when = {{{"status", {}}, {"Closed"}}};
        map_.acts = {ask, answer};
        map_.in_time = InTimeSource{{"flag", {}}, "Y", "N"};

        procedure_.id = "request";
        procedure_.forms = {
            {"opening",
             {field("points", "points"), field("place", "place"), field("kind", "choice"), field("count", "number")},
             {}}};
        procedure::ActRule rule;
        rule.id = "ask";
        rule.form = "opening";
        procedure_.acts = {rule};
        zone_.offsets_s = {{base::Instant{0}, -5 * 3600}};
    }

    static procedure::Field field(std::string id, std::string type) {
        procedure::Field field;
        field.id = std::move(id);
        field.type = std::move(type);
        return field;
    }

    static FieldSource source(std::string field, const std::vector<std::string>& columns) {
        FieldSource source;
        source.field = std::move(field);
        for (const std::string& column : columns) source.columns.push_back({column, {}});
        return source;
    }

    base::Result<RowActs> acts(Json changes = Json::object()) const {
        Row row{7,
                {{"id", "c-1"},
                 {"opened", "2015-01-02T09:00:00"},
                 {"target", "2015-01-06 09:21:59"},
                 {"kind", "A"},
                 {"text", "fell"},
                 {"street", "Main St"},
                 {"lat", 42.25},
                 {"long", "-71.5"},
                 {"n", "3"},
                 {"status", "Closed"},
                 {"closed", "2015-01-05T00:00:00Z"},
                 {"flag", "N"}}};
        row.values.update(changes);
        return acts_of(row, {map_, procedure_, zoned_ ? &zone_ : nullptr, {"town"}, at("2026-01-01T00:00:00Z")}, "f.csv");
    }

    std::string refused(const Json& changes) const {
        const auto row = acts(changes);
        return row ? "taken" : to_string(row.error());
    }

    ImportMap map_;
    procedure::Procedure procedure_;
    procedure::ZoneRules zone_;
    bool zoned_ = true;
};

TEST_F(RowActsTest, AreHistoryWithTheirOwnTimes) {
    const auto row = acts();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->id, "c-1");
    EXPECT_EQ(row->line, 7);
    EXPECT_EQ(row->in_time, false);
    ASSERT_EQ(row->commands.size(), 2U);
    for (const office::Command& command : row->commands) {
        EXPECT_TRUE(command.imported);
        EXPECT_EQ(command.by.kind, record::Actor::Kind::operator_);
        EXPECT_EQ(command.source, "sample/c-1");
        EXPECT_EQ(command.received_at, at("2026-01-01T00:00:00Z"));
    }
    EXPECT_EQ(row->commands[0].effective_from, at("2015-01-02T14:00:00Z"));
    EXPECT_EQ(row->commands[0].due, at("2015-01-06T14:21:59Z"));
    EXPECT_EQ(row->commands[1].effective_from, at("2015-01-05T00:00:00Z"));
    EXPECT_EQ(row->commands[1].due, std::nullopt);
}

TEST_F(RowActsTest, FillFieldsByTheirType) {
    const auto row = acts();
    ASSERT_TRUE(row);
    const auto& fields = row->commands[0].fields;
    EXPECT_EQ(fields.at("points"), Json::array({"A: fell"}));
    EXPECT_EQ(fields.at("place"), Json({{"lat", 42.25}, {"long", -71.5}, {"name", "Main St"}}));
    EXPECT_EQ(fields.at("kind"), "tree");
    EXPECT_EQ(fields.at("count"), 3);
}

TEST_F(RowActsTest, LeaveOutWhatTheRowDoesNotHave) {
    const auto row = acts({{"lat", nullptr},
                           {"street", " "},
                           {"n", nullptr},
                           {"text", nullptr},
                           {"flag", ""},
                           {"status", "Open"},
                           {"closed", nullptr}});
    ASSERT_TRUE(row);
    EXPECT_EQ(row->commands.size(), 1U);
    EXPECT_EQ(row->commands[0].fields.size(), 2U);
    EXPECT_EQ(row->commands[0].fields.at("points"), Json::array({"A"}));
    EXPECT_EQ(row->in_time, std::nullopt);
    EXPECT_EQ(acts({{"lat", nullptr}})->commands[0].fields.at("place"), "Main St");
}

TEST_F(RowActsTest, AreRefusedWithLineFieldAndReason) {
    EXPECT_EQ(refused({{"id", nullptr}}), "refused malformed import/row_id (f.csv:7 id)");
    EXPECT_EQ(refused({{"id", "a b"}}), "refused malformed import/row_id (f.csv:7 id)");
    EXPECT_EQ(refused({{"id", std::string(65, 'a')}}), "refused malformed import/row_id (f.csv:7 id)");
    EXPECT_EQ(refused({{"opened", nullptr}}), "refused malformed import/no_value (f.csv:7 opened) ask");
    EXPECT_EQ(refused({{"opened", "1/2/2015"}}), "refused malformed import/time (f.csv:7 opened) 1/2/2015");
    EXPECT_EQ(refused({{"closed", "2026-01-01T00:00:00.001Z"}}),
              "refused out_of_time import/in_future (f.csv:7 closed) 2026-01-01T00:00:00.001Z");
    EXPECT_EQ(refused({{"kind", "B"}}), "refused malformed import/unknown_code (f.csv:7 kind) B");
    EXPECT_EQ(refused({{"lat", "north"}}), "refused malformed import/value (f.csv:7 lat) north");
    EXPECT_EQ(refused({{"n", "3.5"}}), "refused malformed import/value (f.csv:7 n) 3.5");
    EXPECT_EQ(refused({{"text", Json::array({1})}}), "refused malformed import/value (f.csv:7 text) nested");
}

TEST_F(RowActsTest, NeedAZoneForTimesWithoutOffset) {
    zoned_ = false;
    EXPECT_EQ(refused(Json::object()), "refused malformed import/time_without_offset (f.csv:7 opened) 2015-01-02T09:00:00");
}

TEST_F(RowActsTest, MustBeginWithTheOpening) {
    map_.acts[0].when = {{{"status", {}}, {"Open"}}};
    EXPECT_EQ(refused(Json::object()), "refused malformed import/not_opened (f.csv:7 id) c-1");
}

}  // namespace
}  // namespace hearth::ingest
