#include <algorithm>

#include "ingest/import_map.hpp"
#include "procedure/forbidden_words.hpp"

namespace hearth::ingest {
namespace {

using base::Reason;
using base::Refusal;

/// Walks a map along the rules that it fills and keeps whatever does not fit.
class RulesCheck {
public:
    explicit RulesCheck(const ImportMap& map) : map_(map) {}

    std::vector<Refusal> against(const procedure::Pack& pack) {
        check_words();
        const procedure::Procedure* procedure = pack.procedure(map_.procedure);
        if (procedure == nullptr) refuse("import/map_procedure", {1, 1}, map_.procedure);
        for (std::size_t i = 0; procedure != nullptr && i < map_.acts.size(); ++i) check_act(*procedure, map_.acts[i], i == 0);
        return std::move(refusals_);
    }

private:
    void refuse(const std::string& rule, const procedure::Mark& mark, const std::string& field) {
        base::Place place = place_of(map_.file, mark);
        place.field = field;
        refusals_.push_back({rule == "import/forbidden_column" ? Reason::not_permitted : Reason::malformed, rule, place});
    }

    /// Right 5: what Hearth does not hold is not read either, whatever the field is called here.
    void check_words() {
        for (const ColumnRef& column : map_.columns())
            if (procedure::forbidden_word(column.name)) refuse("import/forbidden_column", column.mark, column.name);
    }

    void check_act(const procedure::Procedure& procedure, const ActSource& act, bool is_first) {
        const procedure::ActRule* rule = procedure.act(act.act);
        if (rule == nullptr) return refuse("import/map_act", act.mark, act.act);
        if (rule->opens() != is_first) refuse("import/map_opening", act.mark, act.act);
        const bool is_known = act.outcome.empty() || std::ranges::find(rule->outcome, act.outcome) != rule->outcome.end();
        if (!is_known) refuse("import/map_outcome", act.mark, act.outcome);
        const procedure::Form* form = procedure.form(rule->form);
        for (const FieldSource& source : act.fields) check_field(form, source);
    }

    void check_field(const procedure::Form* form, const FieldSource& source) {
        const auto is_it = [&source](const procedure::Field& field) { return field.id == source.field; };
        if (form == nullptr || std::ranges::none_of(form->fields, is_it))
            return refuse("import/map_field", source.mark, source.field);
        const procedure::Field& field = *std::ranges::find_if(form->fields, is_it);
        if (source.latitude && field.type != "place") refuse("import/map_field", source.mark, source.field);
        if (field.type != "choice") return;
        const auto is_option = [&field](const std::string& value) {
            return std::ranges::any_of(field.options, [&value](const auto& option) { return option.first == value; });
        };
        if (!source.otherwise.empty() && !is_option(source.otherwise)) refuse("import/map_option", source.mark, source.otherwise);
        for (const auto& [from, to] : source.codes)
            if (!is_option(to)) refuse("import/map_option", source.mark, to);
    }

    const ImportMap& map_;
    std::vector<Refusal> refusals_;
};

}  // namespace

std::vector<Refusal> check_rules(const ImportMap& map, const procedure::Pack& pack) { return RulesCheck(map).against(pack); }

}  // namespace hearth::ingest
