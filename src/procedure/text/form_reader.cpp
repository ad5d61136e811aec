// Forms and the letters that the program writes.
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

void read_options(Keys& keys, Field& field, ProcedureScope& scope) {
    const YamlNode* node = keys.maybe("options");
    if ((node != nullptr) != (field.type == "choice")) {
        scope.reading.error(field.mark, "field " + field.id + ": a choice has options, and nothing else has");
    }
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
