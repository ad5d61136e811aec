#include "ingest/row_acts.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace hearth::ingest {
namespace {

using base::Json;
using base::Reason;
using base::Refusal;
using base::Result;

constexpr std::size_t k_row_id_max = 64;
constexpr std::size_t k_date_size = 10;  // of "2015-01-02"

/// Reads the columns of one row; every refusal names file, line and column.
class RowReader {
public:
    RowReader(const Row& row, const RowTarget& target, const std::string& file) : row_(row), target_(target), file_(file) {}

    Result<RowActs> read() const {
        HEARTH_TRY(id, row_id());
        RowActs acts{row_.line, id, {}, {}};
        for (const ActSource& source : target_.map.acts) {
            HEARTH_TRY(holds, all_hold(source.when));
            if (!holds) continue;
            HEARTH_TRY(command, command_of(source, id));
            acts.commands.push_back(std::move(command));
        }
        if (acts.commands.empty() || acts.commands.front().act != target_.map.acts.front().act)
            return refusal(Reason::malformed, "import/not_opened", target_.map.row.name, id);
        if (const auto& word = target_.map.in_time) {
            HEARTH_TRY(said, text_of(word->column));
            if (said == word->yes || said == word->no) acts.in_time = said == word->yes;
        }
        return acts;
    }

private:
    [[nodiscard]] Refusal refusal(Reason reason, std::string rule, std::string column, std::string detail = {}) const {
        return {reason,
                std::move(rule),
                {.file = file_, .line = row_.line, .column = 0, .field = std::move(column)},
                std::move(detail)};
    }

    /// The value as text; empty when there is none.
    [[nodiscard]] Result<std::string> text_of(const ColumnRef& column) const {
        const auto it = row_.values.find(column.name);
        if (it == row_.values.end() || it->is_null()) return std::string();
        if (it->is_string()) return it->get<std::string>();
        if (it->is_structured()) return refusal(Reason::malformed, "import/value", column.name, "nested");
        return it->dump();
    }

    /// The row's id stands in the record for ever and is public, so it must look like an id and not like a name.
    [[nodiscard]] Result<std::string> row_id() const {
        HEARTH_TRY(id, text_of(target_.map.row));
        const auto is_id = [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '_' || c == ':' || c == '-'; };
        if (id.empty() || id.size() > k_row_id_max || !std::ranges::all_of(id, is_id))
            return refusal(Reason::malformed, "import/row_id", target_.map.row.name);
        return id;
    }

    [[nodiscard]] Result<bool> all_hold(const std::vector<Condition>& conditions) const {
        for (const Condition& condition : conditions) {
            HEARTH_TRY(value, text_of(condition.column));
            if (std::ranges::find(condition.values, value) == condition.values.end()) return false;
        }
        return true;
    }

    [[nodiscard]] Result<office::Command> command_of(const ActSource& source, const std::string& id) const {
        office::Command command;
        command.by.kind = record::Actor::Kind::operator_;
        command.office = target_.office;
        command.procedure = {target_.procedure.id};
        command.act = source.act;
        command.outcome = source.outcome;
        command.received_at = target_.now;
        command.imported = true;
        command.channel = "import";
        command.source = target_.map.name + "/" + id;
        HEARTH_TRY(at, time_of(source.at));
        if (!at) return refusal(Reason::malformed, "import/no_value", source.at.name, source.act);
        if (*at > target_.now) return refusal(Reason::out_of_time, "import/in_future", source.at.name, base::to_rfc3339(*at));
        command.effective_from = at;
        if (source.due) {
            HEARTH_TRY(due, time_of(*source.due));
            command.due = due;
        }
        HEARTH_TRY(fields, fields_of(source));
        command.fields = std::move(fields);
        return command;
    }

    [[nodiscard]] Result<std::optional<base::Instant>> time_of(const ColumnRef& column) const {
        HEARTH_TRY(text, text_of(column));
        if (text.empty()) return std::optional<base::Instant>();
        const auto time = read_time(text, target_.zone);
        if (!time) return refusal(time.error().reason, time.error().rule, column.name, text.substr(0, 40));
        return std::optional(*time);
    }

    [[nodiscard]] Result<std::map<std::string, Json>> fields_of(const ActSource& source) const {
        std::map<std::string, Json> values;
        const procedure::ActRule* rule = target_.procedure.act(source.act);
        const procedure::Form* form = rule == nullptr ? nullptr : target_.procedure.form(rule->form);
        for (const FieldSource& field : source.fields) {
            const auto is_it = [&field](const procedure::Field& one) { return one.id == field.field; };
            HEARTH_CHECK(form != nullptr);  // check_rules has seen this map
            const auto known = std::ranges::find_if(form->fields, is_it);
            HEARTH_CHECK(known != form->fields.end());
            HEARTH_TRY(value, value_of(field, known->type));
            if (!value.is_null()) values[field.field] = std::move(value);
        }
        return values;
    }

    /// The columns that hold something, joined; else what the map gives otherwise.
    [[nodiscard]] Result<std::string> joined(const FieldSource& field) const {
        std::string all;
        for (const ColumnRef& column : field.columns) {
            HEARTH_TRY(text, text_of(column));
            if (text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
            if (!all.empty()) all += field.between;
            all += text;
        }
        if (all.empty()) return field.otherwise;
        if (field.codes.empty()) return all;
        const auto code = field.codes.find(all);
        if (code != field.codes.end()) return code->second;
        if (!field.otherwise.empty()) return field.otherwise;
        return refusal(Reason::malformed, "import/unknown_code", field.columns.front().name, all.substr(0, 40));
    }

    [[nodiscard]] Result<Json> value_of(const FieldSource& field, const std::string& type) const {
        HEARTH_TRY(text, joined(field));
        if (field.latitude) return place_of_row(field, text);
        if (text.empty()) return Json();
        if (type == "points" || type == "reasons" || type == "evidence" || type == "rules") return Json::array({text});
        if (type == "yes_no") return Json(text == "true" || text == "yes");
        if (type == "number" || type == "amount") return whole_number(field, text);
        return Json(text);
    }

    [[nodiscard]] Result<Json> whole_number(const FieldSource& field, const std::string& text) const {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc{} && end == text.data() + text.size()) return Json(number);
        return refusal(Reason::malformed, "import/value", field.columns.front().name, text.substr(0, 40));
    }

    [[nodiscard]] Result<Json> place_of_row(const FieldSource& field, const std::string& name) const {
        HEARTH_TRY(latitude, degrees(*field.latitude));
        HEARTH_TRY(longitude, degrees(*field.longitude));
        if (latitude.is_null() || longitude.is_null()) return name.empty() ? Json() : Json(name);
        Json place = {{"lat", latitude}, {"long", longitude}};
        if (!name.empty()) place["name"] = name;
        return place;
    }

    [[nodiscard]] Result<Json> degrees(const ColumnRef& column) const {
        HEARTH_TRY(text, text_of(column));
        if (text.empty()) return Json();
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc{} && end == text.data() + text.size()) return Json(value);
        return refusal(Reason::malformed, "import/value", column.name, text.substr(0, 40));
    }

    const Row& row_;
    const RowTarget& target_;
    const std::string& file_;
};

}  // namespace

Result<base::Instant> read_time(const std::string& text, const procedure::ZoneRules* zone) {
    std::string written = text;
    if (written.size() > k_date_size && written[k_date_size] == ' ') written[k_date_size] = 'T';
    if (const auto instant = base::parse_rfc3339(written)) return *instant;
    const auto as_utc = base::parse_rfc3339(written + "Z");
    if (!as_utc) return Refusal{Reason::malformed, "import/time"};
    if (zone == nullptr) return Refusal{Reason::malformed, "import/time_without_offset"};
    return zone->instant_of(base::civil_time(*as_utc, 0));
}

Result<RowActs> acts_of(const Row& row, const RowTarget& target, const std::string& file) {
    return RowReader(row, target, file).read();
}

}  // namespace hearth::ingest
