#include "ingest/import_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearth::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* k_map = R"(map: sample
format: csv
row: id
procedure: request
zone: zones/sample.yaml
acts:
  - act: ask
    at: opened
    due: target
    fields:
      points: {columns: [kind, text], between: ': '}
      place: {column: street, latitude: lat, longitude: long}
      kind: {column: kind, codes: {Tree fallen: tree}, otherwise: other}
  - act: answer
    at: closed
    outcome: granted
    when: {status: [Closed, Done]}
    fields: {facts: note}
in_time: {column: flag, 'yes': ONTIME, 'no': OVERDUE}
)";

ImportMap parsed(const std::string& text) {
    auto map = parse_import_map(text, "m.yaml");
    EXPECT_TRUE(std::holds_alternative<ImportMap>(map));
    return std::get<ImportMap>(map);
}

std::vector<std::string> words(const std::vector<base::Refusal>& refusals) {
    std::vector<std::string> words;
    for (const base::Refusal& refusal : refusals) words.push_back(to_string(refusal));
    return words;
}

std::vector<std::string> refused(const std::string& text) {
    const auto map = parse_import_map(text, "m.yaml");
    const auto* refusals = std::get_if<std::vector<base::Refusal>>(&map);
    return refusals == nullptr ? std::vector<std::string>() : words(*refusals);
}

/// `text` with its first `from` replaced.
std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

procedure::Pack pack() {
    procedure::Procedure request;
    request.id = "request";
    request.forms = {{"opening", {}, {}}, {"decision", {}, {}}};
    const auto field = [](std::string id, std::string type) {
        procedure::Field field;
        field.id = std::move(id);
        field.type = std::move(type);
        return field;
    };
    request.forms[0].fields = {field("points", "points"), field("place", "place"), field("kind", "choice")};
    request.forms[0].fields[2].options = {{"tree", {}}, {"other", {}}};
    request.forms[1].fields = {field("facts", "facts")};
    procedure::ActRule ask;
    ask.id = "ask";
    ask.from = {"start"};
    ask.form = "opening";
    procedure::ActRule answer;
    answer.id = "answer";
    answer.from = {"received"};
    answer.form = "decision";
    answer.outcome = {"granted", "refused"};
    request.acts = {ask, answer};
    procedure::Pack pack;
    pack.procedures = {request};
    return pack;
}

TEST(ImportMap, IsReadWithThePlaceOfEachColumn) {
    const ImportMap map = parsed(k_map);
    EXPECT_EQ(map.name, "sample");
    EXPECT_EQ(map.zone_file, "zones/sample.yaml");
    ASSERT_EQ(map.acts.size(), 2U);
    EXPECT_EQ(map.acts[0].fields[2].codes.at("Tree fallen"), "tree");
    EXPECT_THAT(map.acts[1].when[0].values, ElementsAre("Closed", "Done"));
    EXPECT_EQ(map.acts[0].due->mark.line, 9);
    EXPECT_EQ(map.in_time->no, "OVERDUE");
    std::vector<std::string> names;
    for (const ColumnRef& column : map.columns()) names.push_back(column.name);
    EXPECT_THAT(names, ElementsAre("id", "opened", "target", "kind", "text", "street", "lat", "long", "kind", "closed", "status",
                                   "note", "flag"));
}

TEST(ImportMap, NamesEachKeyThatIsUnknownMissingOrOfTheWrongKind) {
    EXPECT_THAT(
        refused(changed(k_map, "row: id", "rows: id")),
        ElementsAre("refused malformed import/map_key (m.yaml:3:1) rows", "refused malformed import/map_missing (m.yaml:1:1) row"));
    EXPECT_THAT(refused(changed(k_map, "format: csv", "format: xml")),
                ElementsAre("refused malformed import/map_value (m.yaml:2:9) csv | json | json_lines"));
    EXPECT_THAT(refused(changed(k_map, ", longitude: long", "")),
                ElementsAre("refused malformed import/map_missing (m.yaml:12:14) longitude"));
    EXPECT_THAT(refused(changed(k_map, "{facts: note}", "[facts]")),
                ElementsAre("refused malformed import/map_value (m.yaml:18:13) map"));
    EXPECT_THAT(refused("map: [\n"), ElementsAre(testing::StartsWith("refused malformed import/map_syntax (m.yaml:")));
    EXPECT_THAT(refused(""), ElementsAre(testing::StartsWith("refused malformed import/map_syntax (m.yaml:")));
}

TEST(ImportMap, ReadsTheOffsetsOfItsZone) {
    const auto zone =
        parse_zone("zone_rules: Far/Away\nversion: 1\noffsets: [{from: '2000-01-01T00:00:00Z', offset: '-05:00'}]\n", "z.yaml");
    ASSERT_TRUE(std::holds_alternative<procedure::ZoneRules>(zone));
    EXPECT_EQ(std::get<procedure::ZoneRules>(zone).offset_s({}), -5 * 3600);
    const auto broken = parse_zone("zone_rules: Far/Away\nversion: 1\noffsets: [{from: yesterday, offset: '-05:00'}]\n", "z.yaml");
    ASSERT_TRUE(std::holds_alternative<std::vector<base::Refusal>>(broken));
    EXPECT_THAT(words(std::get<std::vector<base::Refusal>>(broken)),
                testing::Contains(testing::StartsWith("refused malformed import/map_syntax (z.yaml:3:")));
}

TEST(ImportMap, MustNameColumnsThatTheSourceHas) {
    const std::set<std::string> all = {"id",   "opened", "target", "kind",   "text", "street", "lat",
                                       "long", "closed", "note",   "status", "flag", "more"};
    EXPECT_THAT(check_columns(parsed(k_map), all), IsEmpty());
    EXPECT_THAT(words(check_columns(parsed(changed(k_map, "due: target", "due: promised")), all)),
                ElementsAre("refused not_found import/unknown_column (m.yaml:9:10 promised)"));
}

TEST(ImportMap, MustFitTheRulesThatItFills) {
    EXPECT_THAT(check_rules(parsed(k_map), pack()), IsEmpty());
    const auto said = [](const std::string& from, const std::string& to) {
        return words(check_rules(parsed(changed(k_map, from, to)), pack()));
    };
    EXPECT_THAT(said("procedure: request", "procedure: report"),
                ElementsAre("refused malformed import/map_procedure (m.yaml:1:1 report)"));
    EXPECT_THAT(said("act: answer", "act: close"), ElementsAre("refused malformed import/map_act (m.yaml:14:5 close)"));
    EXPECT_THAT(said("act: ask", "act: answer"), testing::Contains("refused malformed import/map_opening (m.yaml:7:5 answer)"));
    EXPECT_THAT(said("outcome: granted", "outcome: solved"),
                ElementsAre("refused malformed import/map_outcome (m.yaml:14:5 solved)"));
    EXPECT_THAT(said("    outcome: granted\n", ""), IsEmpty()) << "a source need not say how it was decided";
    EXPECT_THAT(said("facts: note", "mood: note"), ElementsAre("refused malformed import/map_field (m.yaml:18:20 mood)"));
    EXPECT_THAT(said("Tree fallen: tree", "Tree fallen: trees"),
                ElementsAre("refused malformed import/map_option (m.yaml:13:13 trees)"));
}

TEST(ImportMap, MayNotReadWhatHearthDoesNotHold) {
    for (const std::string column : {"caller_dna", "居民民族"}) {
        const auto said = words(check_rules(parsed(changed(k_map, "facts: note", "facts: " + column)), pack()));
        EXPECT_THAT(said, ElementsAre("refused not_permitted import/forbidden_column (m.yaml:18:21 " + column + ")"));
    }
}

}  // namespace
}  // namespace hearth::ingest
