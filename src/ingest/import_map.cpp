#include "ingest/import_map.hpp"

#include <algorithm>

#include "procedure/text/calendar_reader.hpp"
#include "procedure/text/yaml_tree.hpp"

namespace hearth::ingest {
namespace {

using base::Reason;
using base::Refusal;
using procedure::Mark;
using procedure::text::YamlNode;

/// Reads one node after the other and keeps whatever is wrong.
class MapReader {
public:
    explicit MapReader(std::string file) : file_(std::move(file)) {}

    ImportMap read(const YamlNode& root) {
        ImportMap map;
        map.file = file_;
        if (!keys(root, {"map", "format", "row", "procedure", "acts"}, {"zone", "in_time"})) return map;
        map.name = text(root.find("map"));
        map.format = format(*root.find("format"));
        map.row = column(*root.find("row"));
        map.procedure = text(root.find("procedure"));
        map.zone_file = text(root.find("zone"));
        for (const YamlNode& act : list(root.find("acts"))) map.acts.push_back(act_source(act));
        if (const YamlNode* node = root.find("in_time")) map.in_time = in_time(*node);
        return map;
    }

    std::vector<Refusal> refusals;

private:
    void refuse(const std::string& rule, const YamlNode& node, const std::string& detail) {
        refusals.push_back({Reason::malformed, rule, place_of(file_, node.mark), detail});
    }

    /// Whether the node is a map with all required keys; unknown ones are refused.
    bool keys(const YamlNode& node, const std::set<std::string>& required, std::set<std::string> known) {
        if (node.kind != YamlNode::Kind::map) {
            refuse("import/map_value", node, "map");
            return false;
        }
        known.insert(required.begin(), required.end());
        for (const YamlNode::Entry& entry : node.entries)
            if (!known.contains(entry.key.text)) refuse("import/map_key", entry.key, entry.key.text);
        const auto missing = [&node](const std::string& key) { return node.find(key) == nullptr; };
        for (const std::string& key : required)
            if (missing(key)) refuse("import/map_missing", node, key);
        return std::ranges::none_of(required, missing);
    }

    std::string text(const YamlNode* node) {
        if (node == nullptr || node->kind == YamlNode::Kind::scalar) return node == nullptr ? "" : node->text;
        refuse("import/map_value", *node, "text");
        return {};
    }

    ColumnRef column(const YamlNode& node) { return {text(&node), node.mark}; }

    std::optional<ColumnRef> maybe_column(const YamlNode* node) {
        if (node == nullptr) return std::nullopt;
        return column(*node);
    }

    const std::vector<YamlNode>& list(const YamlNode* node) {
        static const std::vector<YamlNode> k_none;
        if (node == nullptr) return k_none;
        if (node->items.empty()) refuse("import/map_value", *node, "list");
        return node->items;
    }

    const std::vector<YamlNode::Entry>& entries(const YamlNode* node) {
        static const std::vector<YamlNode::Entry> k_none;
        if (node == nullptr) return k_none;
        if (node->kind != YamlNode::Kind::map) refuse("import/map_value", *node, "map");
        return node->entries;
    }

    Format format(const YamlNode& node) {
        const std::string word = text(&node);
        if (word == "json") return Format::json;
        if (word == "json_lines") return Format::json_lines;
        if (word != "csv") refuse("import/map_value", node, "csv | json | json_lines");
        return Format::csv;
    }

    ActSource act_source(const YamlNode& node) {
        ActSource act;
        act.mark = node.mark;
        if (!keys(node, {"act", "at"}, {"outcome", "when", "due", "fields"})) return act;
        act.act = text(node.find("act"));
        act.outcome = text(node.find("outcome"));
        act.at = column(*node.find("at"));
        act.due = maybe_column(node.find("due"));
        for (const auto& [key, value] : entries(node.find("when"))) act.when.push_back(condition(key, value));
        for (const auto& [key, value] : entries(node.find("fields"))) act.fields.push_back(field_source(key.text, value));
        return act;
    }

    Condition condition(const YamlNode& key, const YamlNode& value) {
        Condition condition{column(key), {}};
        if (value.kind == YamlNode::Kind::scalar)
            condition.values.push_back(value.text);
        else
            for (const YamlNode& one : list(&value)) condition.values.push_back(text(&one));
        return condition;
    }

    FieldSource field_source(const std::string& field, const YamlNode& node) {
        FieldSource source;
        source.field = field;
        source.mark = node.mark;
        if (node.kind == YamlNode::Kind::scalar) {
            source.columns = {column(node)};
            return source;
        }
        if (!keys(node, {}, {"column", "columns", "between", "codes", "latitude", "longitude", "otherwise"})) return source;
        if (const YamlNode* one = node.find("column")) source.columns = {column(*one)};
        for (const YamlNode& one : list(node.find("columns"))) source.columns.push_back(column(one));
        source.between = node.find("between") != nullptr ? text(node.find("between")) : " ";
        for (const auto& [from, to] : entries(node.find("codes"))) source.codes[from.text] = text(&to);
        source.latitude = maybe_column(node.find("latitude"));
        source.longitude = maybe_column(node.find("longitude"));
        source.otherwise = text(node.find("otherwise"));
        if (source.latitude.has_value() != source.longitude.has_value())
            refuse("import/map_missing", node, source.latitude ? "longitude" : "latitude");
        if (source.columns.empty() && !source.latitude && source.otherwise.empty()) refuse("import/map_missing", node, "column");
        return source;
    }

    InTimeSource in_time(const YamlNode& node) {
        if (!keys(node, {"column", "yes", "no"}, {})) return {};
        return {column(*node.find("column")), text(node.find("yes")), text(node.find("no"))};
    }

    std::string file_;
};

std::vector<Refusal> refusals_of(const procedure::text::Reading& reading) {
    std::vector<Refusal> refusals;
    for (const procedure::TextError& error : reading.errors())
        refusals.push_back({Reason::malformed, "import/map_syntax", error.place, error.message});
    return refusals;
}

}  // namespace

std::vector<ColumnRef> ImportMap::columns() const {
    std::vector<ColumnRef> all = {row};
    for (const ActSource& act : acts) {
        all.push_back(act.at);
        if (act.due) all.push_back(*act.due);
        for (const Condition& condition : act.when) all.push_back(condition.column);
        for (const FieldSource& field : act.fields) {
            all.insert(all.end(), field.columns.begin(), field.columns.end());
            if (field.latitude) all.insert(all.end(), {*field.latitude, *field.longitude});
        }
    }
    if (in_time) all.push_back(in_time->column);
    return all;
}

base::Place place_of(const std::string& file, const Mark& mark) {
    return {.file = file, .line = mark.line, .column = mark.column, .field = {}};
}

std::variant<ImportMap, std::vector<Refusal>> parse_import_map(const std::string& text, const std::string& file) {
    procedure::text::Reading reading;
    MapReader reader(file);
    const auto root = procedure::text::parse_yaml(text, reading.add_file(file), reading);
    if (!root) return refusals_of(reading);
    ImportMap map = reader.read(*root);
    if (!reader.refusals.empty()) return reader.refusals;
    return map;
}

std::variant<procedure::ZoneRules, std::vector<Refusal>> parse_zone(const std::string& text, const std::string& file) {
    procedure::text::Reading reading;
    const auto root = procedure::text::parse_yaml(text, reading.add_file(file), reading);
    if (!root) return refusals_of(reading);
    procedure::ZoneRules zone = procedure::text::read_zone(*root, reading);
    if (reading.error_count() > 0) return refusals_of(reading);
    return zone;
}

std::vector<Refusal> check_columns(const ImportMap& map, const std::set<std::string>& columns) {
    std::vector<Refusal> refusals;
    for (const ColumnRef& column : map.columns()) {
        if (columns.contains(column.name)) continue;
        base::Place place = place_of(map.file, column.mark);
        place.field = column.name;
        refusals.push_back({Reason::not_found, "import/unknown_column", place});
    }
    return refusals;
}

}  // namespace hearth::ingest
