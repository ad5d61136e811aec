#include "procedure/text/procedure_reader.hpp"

#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure::text {

namespace {

using To = References::To;

void read_identity(const YamlNode& node, ProcedureScope& scope) {
    Procedure& procedure = scope.procedure;
    Keys keys(node, "identity", scope.reading);
    procedure.identity_kind = need_word(keys, "kind", {"none", "sealed", "named"});
    if (const YamlNode* because = keys.maybe("because"))
        procedure.identity_because = read_title(*because, "because of identity", scope);
    if (const YamlNode* citation = keys.maybe("citation")) procedure.identity_citation = read_citation(*citation, scope);
    procedure.unseal = scope.maybe_id(keys, "unseal", To::act);
    keys.refuse_others();
}

void read_channels(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "channels", scope.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
        (void)read_word(key, channel_words(), "channel", scope.reading);
        Keys keys(value, "channel " + id, scope.reading);
        Channel channel{id, scope.maybe_id(keys, "entered_by", To::post), maybe_boolean(keys, "read_back"), key.mark};
        keys.refuse_others();
        scope.procedure.channels.push_back(std::move(channel));
    });
}

void read_opens(const YamlNode& node, ProcedureScope& scope) {
    Keys keys(node, "opens", scope.reading);
    (void)keys.need("who");
    scope.procedure.who = maybe_words(keys, "who", {"resident", "agent", "anonymous"});
    if (const YamlNode* channels = keys.need("channels")) read_channels(*channels, scope);
    keys.refuse_others();
}

void read_routes(const YamlNode& node, ProcedureScope& scope) {
    for_each_item(node, "other_routes", scope.reading, [&](const YamlNode& item) {
        Keys keys(item, "an entry of other_routes", scope.reading);
        Procedure::Route route;
        route.mark = item.mark;
        if (const YamlNode* to = keys.need("to")) {
            route.to = to->text;
            (void)scope.bodies.resolve(*to, scope.reading);
        }
        route.title = need_title(keys, scope);
        if (const Term term = maybe_term(keys); term.n > 0) route.term = term;
        keys.refuse_others();
        scope.procedure.other_routes.push_back(std::move(route));
    });
}

void read_news(const YamlNode& node, ProcedureScope& scope) {
    Keys keys(node, "news", scope.reading);
    scope.procedure.news_term = read_term(keys);
    (void)keys.need("notice");
    scope.procedure.news_notice = scope.maybe_id(keys, "notice", To::notice);
    keys.refuse_others();
}

/// Which words may stand here is for rights 8 and 22 to say, so every word is taken.
void read_figures(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "figures", scope.reading, [&](const std::string& id, const YamlNode& /*key*/, const YamlNode& value) {
        std::vector<std::string>& words = scope.procedure.figures[id];
        for_each_item(value, "figures." + id, scope.reading,
                      [&](const YamlNode& item) { words.push_back(read_text(item, "figures." + id, scope.reading)); });
    });
}

void read_consents(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "consents", scope.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
        Keys keys(value, "consent " + id, scope.reading);
        Procedure::Consent consent;
        consent.id = id;
        consent.mark = key.mark;
        consent.of = maybe_word(keys, "of", person_words());
        consent.to = scope.maybe_id(keys, "to", To::post);
        consent.scope = scope.maybe_list(keys, "scope", To::act);
        consent.given_by = scope.maybe_list(keys, "given_by", To::act);
        consent.withdrawn_by = scope.maybe_list(keys, "withdrawn_by", To::act);
        if (const YamlNode* ends = keys.maybe("ends"))
            consent.ends = read_term_node(*ends, "ends of " + keys.what(), scope.reading);
        keys.refuse_others();
        scope.procedure.consents.push_back(std::move(consent));
    });
}

void read_parts(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "parts", scope.reading, [&](const std::string& id, const YamlNode& /*key*/, const YamlNode& value) {
        Keys keys(value, "part " + id, scope.reading);
        (void)keys.need("procedure");
        scope.procedure.parts[id] = scope.maybe_id(keys, "procedure", To::procedure);
        keys.refuse_others();
    });
}

void read_head(const YamlNode& root, Keys& keys, ProcedureScope& scope) {
    Procedure& procedure = scope.procedure;
    procedure.mark = root.mark;
    if (const YamlNode* id = keys.need("procedure")) refuse_bad_id(*id, scope.reading);
    procedure.id = need_text(keys, "procedure");
    if (const YamlNode* node = keys.need("version")) procedure.version = read_integer(*node, 1, "version", scope.reading);
    procedure.title = need_title(keys, scope);
    if (const YamlNode* node = keys.need("basis")) procedure.basis = read_basis(*node, scope);
    procedure.starts = scope.maybe_id(keys, "starts", To::state);
}

/// What a procedure for residents says and a part, which no resident enters, leaves out.
void read_for_people(Keys& keys, ProcedureScope& scope) {
    Procedure& procedure = scope.procedure;
    const bool is_part = !procedure.starts.empty();
    procedure.identity_mark = keys.mark_of("identity");
    if (const YamlNode* node = keys.maybe("identity")) read_identity(*node, scope);
    procedure.opens_mark = keys.mark_of("opens");
    if (const YamlNode* node = is_part ? keys.maybe("opens") : keys.need("opens")) read_opens(*node, scope);
    procedure.assisted = scope.maybe_assisted(keys);
    procedure.stand_aside_mark = keys.mark_of("stand_aside");
    procedure.stand_aside = maybe_words(keys, "stand_aside", stand_aside_words());
    if (const YamlNode* node = keys.maybe("other_routes")) read_routes(*node, scope);
    if (const YamlNode* node = keys.maybe("news")) read_news(*node, scope);
    procedure.figures_mark = keys.mark_of("figures");
    if (const YamlNode* node = keys.maybe("figures")) read_figures(*node, scope);
}

}  // namespace

std::vector<std::string> ProcedureScope::maybe_list(Keys& keys, std::string_view key, To kind, const Words& also) {
    const YamlNode* node = keys.maybe(key);
    if (node == nullptr) return {};
    return references.read_list(*node, kind, also, std::string(key) + " of " + keys.what(), reading);
}

std::string ProcedureScope::maybe_id(Keys& keys, std::string_view key, To kind, const Words& also) {
    const YamlNode* node = keys.maybe(key);
    return node == nullptr ? std::string() : references.read(*node, kind, also, std::string(key) + " of " + keys.what(), reading);
}

Recipients ProcedureScope::maybe_notices(Keys& keys) {
    Recipients recipients;
    const YamlNode* node = keys.maybe("notices");
    if (node == nullptr) return recipients;
    for_each_id(*node, "notices of " + keys.what(), reading,
                [&](const std::string& who, const YamlNode& key, const YamlNode& value) {
                    (void)read_word(key, recipient_words(), "recipient of a notice", reading);
                    recipients[who] = references.read(value, To::notice, "notice to " + who + " of " + keys.what(), reading);
                });
    return recipients;
}

std::optional<Assisted> ProcedureScope::maybe_assisted(Keys& keys) {
    const YamlNode* node = keys.maybe("assisted");
    if (node == nullptr) return std::nullopt;
    Keys inner(*node, "assisted of " + keys.what(), reading);
    Assisted assisted;
    assisted.mark = keys.mark_of("assisted");
    assisted.evidence = maybe_words(inner, "evidence", evidence_words());
    assisted.by = maybe_id(inner, "by", To::post);
    assisted.notice = maybe_id(inner, "notice", To::notice);
    if (const YamlNode* undo = inner.maybe("undo")) assisted.undo = read_term_node(*undo, "undo of " + inner.what(), reading);
    inner.refuse_others();
    return assisted;
}

void read_procedure(const YamlNode& root, ProcedureScope& scope) {
    Keys keys(root, "the procedure", scope.reading);
    read_head(root, keys, scope);
    read_for_people(keys, scope);
    if (const YamlNode* node = keys.maybe("consents")) read_consents(*node, scope);
    scope.procedure.rests_on = scope.maybe_id(keys, "rests_on", To::consent);
    if (const YamlNode* node = keys.maybe("parts")) read_parts(*node, scope);
    if (const YamlNode* node = keys.maybe("forms")) read_forms(*node, scope);
    if (const YamlNode* node = keys.maybe("notices")) read_notices(*node, scope);
    if (const YamlNode* node = keys.need("states")) read_states(*node, scope);
    if (const YamlNode* node = keys.need("acts")) read_acts(*node, scope);
    keys.refuse_others();
    check_fields_named(scope);
    gather_labels(root, scope.procedure.labels);
}

}  // namespace hearth::procedure::text
