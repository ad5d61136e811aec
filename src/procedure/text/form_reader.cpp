// Forms and the letters that the program writes.
#include <algorithm>

#include "procedure/text/procedure_reader.hpp"
#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure::text {

namespace {

using To = References::To;

FieldClass read_class(Keys& keys) {
    const std::string word = need_word(keys, "class", {"public", "parties", "body", "sealed"});
    if (word == "public") return FieldClass::open;
    if (word == "parties") return FieldClass::parties;
    return word == "sealed" ? FieldClass::sealed : FieldClass::body;
}

Keep read_keep(const YamlNode& node, const std::string& what, Reading& reading) {
    Keys keys(node, what, reading);
    Keep keep;
    keep.term = maybe_term(keys);
    const std::string from = maybe_word(keys, "from", {"received", "closed"});
    keep.from = from == "received" ? KeepFrom::received : KeepFrom::closed;
    keep.complete = keep.term.n > 0 && !from.empty();
    keys.refuse_others();
    return keep;
}

void take_options_of_list(Keys& keys, Field& field, ProcedureScope& scope) {
    field.list = maybe_text(keys, "list");
    const auto& lists = scope.pack.lists;
    const auto list = std::ranges::find(lists, field.list, &ChoiceList::id);
    if (list != lists.end()) {
        field.options = list->items;
        return;
    }
    Words known;
    for (const ChoiceList& each : lists) known.push_back(each.id);
    scope.reading.error(keys.mark_of("list"),
                        "unknown list \"" + field.list + "\" as options of " + keys.what() + did_you_mean(field.list, known));
}

void read_options(Keys& keys, Field& field, ProcedureScope& scope) {
    const YamlNode* node = keys.maybe("options");
    const bool has_list = keys.maybe("list") != nullptr;
    if ((node != nullptr) + has_list != (field.type == "choice" ? 1 : 0)) {
        scope.reading.error(field.mark, "field " + field.id + ": a choice has options or a list of them, and nothing else has");
    }
    if (has_list) take_options_of_list(keys, field, scope);
    if (node == nullptr) return;
    for_each_id(*node, "options of " + keys.what(), scope.reading,
                [&](const std::string& id, const YamlNode& /*key*/, const YamlNode& value) {
                    field.options.emplace_back(id, read_title(value, "option " + id + " of " + keys.what(), scope));
                });
}

Field read_field(const std::string& id, const YamlNode& key, const YamlNode& value, ProcedureScope& scope) {
    Keys keys(value, "field " + id, scope.reading);
    Field field;
    field.id = id;
    field.mark = key.mark;
    field.type = need_text(keys, "type");  // the closed list of types is kept by right 5
    field.title = need_title(keys, scope);
    field.klass = read_class(keys);
    read_options(keys, field, scope);
    field.purposes = scope.maybe_list(keys, "for", To::act);
    field.readers = scope.maybe_list(keys, "readers", To::post, person_words());
    if (const YamlNode* keep = keys.maybe("keep")) field.keep = read_keep(*keep, "keep of " + keys.what(), scope.reading);
    field.consent = scope.maybe_id(keys, "consent", To::consent);
    keys.refuse_others();
    return field;
}

}  // namespace

void read_forms(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "forms", scope.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
        Form form{id, {}, key.mark};
        for_each_id(value, "form " + id, scope.reading,
                    [&](const std::string& field, const YamlNode& field_key, const YamlNode& field_value) {
                        form.fields.push_back(read_field(field, field_key, field_value, scope));
                    });
        if (form.fields.empty()) scope.reading.error(key.mark, "form " + id + " has no field");
        scope.procedure.forms.push_back(std::move(form));
    });
}

void read_notices(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "notices", scope.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
        Keys keys(value, "notice " + id, scope.reading);
        Notice notice{id, need_title(keys, scope), {}, key.mark};
        (void)keys.need("prints");
        notice.prints = maybe_words(keys, "prints", item_words());
        keys.refuse_others();
        scope.procedure.notices.push_back(std::move(notice));
    });
}

}  // namespace hearth::procedure::text
