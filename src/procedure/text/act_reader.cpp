// Acts: from where to where, by whom, under which guards, with which effects.
#include <algorithm>

#include "procedure/text/procedure_reader.hpp"
#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure::text {

namespace {

using To = References::To;

/// Counters are explored one by one; what may happen more often than this has no limit in earnest.
constexpr int k_limit_max = 100;

const Words k_instants = {"received", "entry", "served"};

Guard read_timed_guard(Guard guard, const YamlNode& argument, ProcedureScope& scope) {
    Keys keys(argument, "guard " + guard.word, scope.reading);
    guard.term = read_term(keys);
    (void)keys.need("from");
    guard.from = scope.maybe_id(keys, "from", To::act, k_instants);
    keys.refuse_others();
    return guard;
}

Guard read_supported(Guard guard, const YamlNode& argument, ProcedureScope& scope) {
    Keys keys(argument, "guard supported", scope.reading);
    guard.base = need_word(keys, "base", {"voters", "households", "members", "representatives"});
    if (const YamlNode* share = keys.need("share")) guard.share = read_fraction(*share, "share", scope.reading);
    keys.refuse_others();
    return guard;
}

Guard read_guard_with_argument(Guard guard, const YamlNode& argument, ProcedureScope& scope) {
    const std::string what = "guard " + guard.word;
    if (guard.word == "within" || guard.word == "after") return read_timed_guard(std::move(guard), argument, scope);
    if (guard.word == "supported") return read_supported(std::move(guard), argument, scope);
    if (guard.word == "spent") guard.names = {scope.references.read(argument, To::act, what, scope.reading)};
    if (guard.word == "done") guard.names = scope.references.read_list(argument, To::act, {}, what, scope.reading);
    if (guard.word == "all_closed") guard.names = scope.references.read_list(argument, To::part, {}, what, scope.reading);
    return guard;
}

/// A word, or a map of one word with its argument.
Guard read_guard(const YamlNode& item, ProcedureScope& scope) {
    Guard guard;
    guard.mark = item.mark;
    if (item.kind == YamlNode::Kind::map && item.entries.size() == 1) {
        guard.word = read_word(item.entries.front().key, {"within", "after", "done", "spent", "all_closed", "supported"}, "guard",
                               scope.reading);
        return read_guard_with_argument(std::move(guard), item.entries.front().value, scope);
    }
    guard.word = read_word(item, {"points_answered", "rules_in_force", "not_worse", "new_facts"}, "guard", scope.reading);
    return guard;
}

std::pair<std::string, std::string> read_effect(const YamlNode& item, ProcedureScope& scope) {
    const bool has_argument = item.kind == YamlNode::Kind::map && item.entries.size() == 1;
    const std::string word = read_word(has_argument ? item.entries.front().key : item, effect_words(), "effect", scope.reading);
    const bool wants_argument = word == "open_part" || word == "open_matter";
    if (!word.empty() && has_argument != wants_argument) {
        scope.reading.error(item.mark, "only open_part and open_matter, and both of them, name something: {open_part: PART}");
    }
    if (!has_argument || !wants_argument) return {word, {}};
    const To kind = word == "open_part" ? To::part : To::procedure;
    return {word, scope.references.read(item.entries.front().value, kind, "effect " + word, scope.reading)};
}

Appeal read_appeal(const YamlNode& node, const Mark& mark, const std::string& what, ProcedureScope& scope) {
    Keys keys(node, what, scope.reading);
    Appeal appeal;
    appeal.mark = mark;
    if (const YamlNode* to = keys.maybe("to")) appeal.to = scope.bodies.resolve(*to, scope.reading);
    appeal.term = maybe_term(keys);
    appeal.start = scope.maybe_id(keys, "start", To::act, k_instants);
    appeal.by = scope.maybe_id(keys, "by", To::act);
    appeal.how = maybe_word(keys, "how", {"in_writing", "in_person", "online"});
    appeal.stay = maybe_word(keys, "stay", {"stays", "on_request", "no_effect"});
    appeal.mandatory_first = maybe_boolean(keys, "mandatory_first");
    keys.refuse_others();
    return appeal;
}

Publication read_publication(const YamlNode& node, const Mark& mark, const std::string& what, ProcedureScope& scope) {
    Keys keys(node, what, scope.reading);
    Publication publication;
    publication.mark = mark;
    publication.what = maybe_words(keys, "what", joined({item_words(), {"amounts", "ledger_line"}}));
    if (const YamlNode* days = keys.maybe("days")) publication.days = read_integer(*days, 1, "days of " + what, scope.reading);
    publication.masked = maybe_boolean(keys, "masked");
    if (const YamlNode* withdraw = keys.maybe("withdraw")) {
        publication.withdraw = read_term_node(*withdraw, "withdraw of " + what, scope.reading);
    }
    publication.consent = scope.maybe_id(keys, "consent", To::consent);
    keys.refuse_others();
    return publication;
}

Money read_money(const YamlNode& node, const std::string& what, ProcedureScope& scope) {
    Keys keys(node, what, scope.reading);
    Money money{need_word(keys, "step", {"propose", "approve", "pay", "audit", "charge"}), scope.maybe_id(keys, "on", To::act)};
    keys.refuse_others();
    return money;
}

void read_actor(Keys& keys, ActRule& act, ProcedureScope& scope) {
    const YamlNode* by = keys.need("by");
    if (by == nullptr) return;
    // "clock" is no actor; right 15 says so in its own words.
    const std::string actor = scope.references.read(*by, To::post, joined({person_words(), {"clock"}}), "actor", scope.reading);
    if (actor == "resident")
        act.actor = ActorKind::resident;
    else if (actor == "any_party")
        act.actor = ActorKind::any_party;
    else if (actor == "each_party")
        act.actor = ActorKind::each_party;
    else
        act.post = actor;
}

void read_way(Keys& keys, ActRule& act, ProcedureScope& scope) {
    (void)keys.need("from");
    act.from = scope.maybe_list(keys, "from", To::state, {"start", "any_open", "any_quiet"});
    if (act.from.empty() && keys.maybe("from") != nullptr) scope.reading.error(act.mark, keys.what() + " starts from nowhere");
    (void)keys.need("to");
    act.to = scope.maybe_id(keys, "to", To::state, {"same"});
    read_actor(keys, act, scope);
    act.with = scope.maybe_list(keys, "with", To::post);
    act.not_by = scope.maybe_list(keys, "not_by", To::act);
    if (const YamlNode* at = keys.maybe("at")) act.at = scope.bodies.resolve(*at, scope.reading);
    act.accuses = maybe_boolean(keys, "accuses");
}

void read_conditions(Keys& keys, ActRule& act, ProcedureScope& scope) {
    act.form = scope.maybe_id(keys, "form", To::form);
    act.consent = scope.maybe_id(keys, "consent", To::consent);
    if (const YamlNode* guards = keys.maybe("guards")) {
        for_each_item(*guards, "guards of " + keys.what(), scope.reading,
                      [&](const YamlNode& item) { act.guards.push_back(read_guard(item, scope)); });
    }
    if (const YamlNode* limit = keys.maybe("limit")) act.limit = read_integer(*limit, 1, "limit of " + keys.what(), scope.reading);
    if (act.limit > k_limit_max) scope.reading.error(act.mark, "limit of " + keys.what() + " is larger than 100");
}

void read_consequences(Keys& keys, ActRule& act, ProcedureScope& scope) {
    act.outcome = maybe_words(keys, "outcome", outcome_words());
    if (const YamlNode* appeal = keys.maybe("appeal"))
        act.appeal = read_appeal(*appeal, keys.mark_of("appeal"), "appeal of " + keys.what(), scope);
    act.notices = scope.maybe_notices(keys);
    if (const YamlNode* publish = keys.maybe("publish"))
        act.publish = read_publication(*publish, keys.mark_of("publish"), "publish of " + keys.what(), scope);
    if (const YamlNode* effects = keys.maybe("effects")) {
        for_each_item(*effects, "effects of " + keys.what(), scope.reading,
                      [&](const YamlNode& item) { act.effects.push_back(read_effect(item, scope)); });
    }
    act.bulk = maybe_boolean(keys, "bulk");
    act.assisted = scope.maybe_assisted(keys);
    if (const YamlNode* money = keys.maybe("money")) act.money = read_money(*money, "money of " + keys.what(), scope);
    act.resolves = maybe_text(keys, "resolves");  // right 11 asks whether there is such a type of matter
}

bool prints(const Procedure& procedure, const ActRule& act, const std::string& item) {
    return std::ranges::any_of(act.notices, [&](const auto& sent) {
        const Notice* notice = procedure.notice(sent.second);
        return notice != nullptr && std::ranges::find(notice->prints, item) != notice->prints.end();
    });
}

void check_publication(const ActRule& act, ProcedureScope& scope) {
    if (!act.publish) return;
    for (const std::string& item : act.publish->what) {
        if (item == "amounts" || item == "ledger_line" || prints(scope.procedure, act, item)) continue;
        scope.reading.error(act.publish->mark, "act " + act.id + " publishes \"" + item + "\", which no letter of it prints");
    }
}

}  // namespace

void read_acts(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "acts", scope.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
        Keys keys(value, "act " + id, scope.reading);
        ActRule act;
        act.id = id;
        act.mark = key.mark;
        if (contains(k_instants, id))
            scope.reading.error(key.mark, "\"" + id + "\" has a meaning of its own and cannot name an act");
        act.title = need_title(keys, scope);
        read_way(keys, act, scope);
        read_conditions(keys, act, scope);
        read_consequences(keys, act, scope);
        keys.refuse_others();
        scope.procedure.acts.push_back(std::move(act));
    });
}

void check_fields_named(ProcedureScope& scope) {
    for (const State& state : scope.procedure.states) {
        if (!state.deadline || state.deadline->until_form.empty()) continue;
        const Form* form = scope.procedure.form(state.deadline->until_form);
        const auto is_field = [&](const Field& field) { return field.id == state.deadline->until_field; };
        if (form != nullptr && std::ranges::any_of(form->fields, is_field)) continue;
        scope.reading.error(state.deadline->mark, "until of state " + state.id + " names a field that does not exist");
    }
    for (const ActRule& act : scope.procedure.acts) check_publication(act, scope);
}

}  // namespace hearth::procedure::text
