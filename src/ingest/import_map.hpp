#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "ingest/row.hpp"
#include "procedure/load.hpp"
#include "procedure/model.hpp"

namespace hearth::ingest {

/// A column that a map names, and where it names it.
struct ColumnRef {
    std::string name;
    procedure::Mark mark;
};

/// How one field of a form is filled from a row. Either one or several columns, or a place, or a fixed value.
struct FieldSource {
    std::string field;
    std::vector<ColumnRef> columns;  // their values, those that are there, joined by `between`
    std::string between;
    std::map<std::string, std::string> codes;  // value of the source -> value of ours; not empty: any other value is refused
    std::optional<ColumnRef> latitude;         // with longitude: a place, WGS 84 degrees
    std::optional<ColumnRef> longitude;
    std::string otherwise;  // taken when the columns hold nothing; without columns: the fixed value
    procedure::Mark mark;
};

/// Holds when the column's value is one of the values.
struct Condition {
    ColumnRef column;
    std::vector<std::string> values;
};

/// One act that a row becomes.
struct ActSource {
    std::string act;
    std::string outcome;
    ColumnRef at;  // when it happened
    std::vector<Condition> when;
    std::optional<ColumnRef> due;  // the day that the source promised for what comes after this act
    std::vector<FieldSource> fields;
    procedure::Mark mark;
};

/// The source's own word on whether an answer came in time, to be compared with ours.
struct InTimeSource {
    ColumnRef column;
    std::string yes;
    std::string no;
};

/// Where a map says something.
base::Place place_of(const std::string& file, const procedure::Mark& mark);

/// Which acts the rows of a source become, as data: docs/formats/import_map.md.
struct ImportMap {
    std::string name;  // stands in the record as the source of every act, with the row's id
    Format format = Format::csv;
    ColumnRef row;  // its value names a row for ever
    std::string procedure;
    std::string zone_file;  // offsets for times that state none, beside the map; empty: every time must state its own
    std::vector<ActSource> acts;
    std::optional<InTimeSource> in_time;
    std::string file;

    /// Every column that the map names.
    [[nodiscard]] std::vector<ColumnRef> columns() const;
};

/// Reads the text of a map; gives all that is wrong with it, each with file, line and column: `malformed` import/map_syntax,
/// import/map_key (unknown), import/map_missing, import/map_value.
std::variant<ImportMap, std::vector<base::Refusal>> parse_import_map(const std::string& text, const std::string& file);

/// Reads the `zone_rules` text that a map names; refused as the map's own text, import/map_syntax.
std::variant<procedure::ZoneRules, std::vector<base::Refusal>> parse_zone(const std::string& text, const std::string& file);

/// What a map may not ask of these rules: import/map_procedure, map_act, map_opening (the first act opens, no other does),
/// map_field, map_option, map_outcome; and `not_permitted` import/forbidden_column, where a column's name is a word of what Hearth
/// does not hold (right 5).
std::vector<base::Refusal> check_rules(const ImportMap& map, const procedure::Pack& pack);

/// `not_found` import/unknown_column for every column that the map names and the source does not have.
std::vector<base::Refusal> check_columns(const ImportMap& map, const std::set<std::string>& columns);

}  // namespace hearth::ingest
