// States, their terms and what follows when a term ends.
#include "procedure/text/procedure_reader.hpp"
#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure::text {

namespace {

using To = References::To;

const Words k_starts = {"received", "entry", "served"};

std::vector<std::string> read_start(const YamlNode& node, const std::string& what, ProcedureScope& scope) {
    if (node.kind == YamlNode::Kind::list) return scope.references.read_list(node, To::act, k_starts, what, scope.reading);
    return {scope.references.read(node, To::act, k_starts, what, scope.reading)};
}

Deadline::Extension read_extension(const YamlNode& node, const std::string& what, ProcedureScope& scope) {
    Keys keys(node, what, scope.reading);
    Deadline::Extension extension{0, 0, {}, {}};
    if (const YamlNode* n = keys.maybe("n")) extension.n = read_integer(*n, 1, "n of " + what, scope.reading);
    if (const YamlNode* times = keys.maybe("times")) extension.times = read_integer(*times, 1, "times of " + what, scope.reading);
    extension.by = scope.maybe_id(keys, "by", To::post);
    extension.notice = scope.maybe_id(keys, "notice", To::notice);
    keys.refuse_others();
    return extension;
}

void read_pauses(const YamlNode& node, const std::string& what, Deadline& deadline, ProcedureScope& scope) {
    for_each_item(node, what, scope.reading, [&](const YamlNode& item) {
        Keys keys(item, what, scope.reading);
        (void)keys.need("on");
        (void)keys.need("until");
        Deadline::Pause pause{scope.maybe_id(keys, "on", To::act), scope.maybe_id(keys, "until", To::act), maybe_term(keys)};
        keys.refuse_others();
        deadline.pauses.push_back(std::move(pause));
    });
}

void read_until(const YamlNode& node, Deadline& deadline, ProcedureScope& scope) {
    const std::string text = read_text(node, "until", scope.reading);
    const std::size_t dot = text.find('.');
    if (dot == std::string::npos) {
        scope.reading.error(node.mark, "until names a field as FORM.FIELD");
        return;
    }
    deadline.until_form = text.substr(0, dot);
    deadline.until_field = text.substr(dot + 1);
}

Deadline read_deadline(const YamlNode& node, const Mark& mark, const std::string& state, ProcedureScope& scope) {
    const std::string what = "deadline of " + state;
    Keys keys(node, what, scope.reading);
    Deadline deadline;
    deadline.mark = mark;
    deadline.term = maybe_term(keys);
    if (const YamlNode* start = keys.maybe("start")) deadline.start = read_start(*start, "start of " + what, scope);
    deadline.roll_to_working_day = maybe_word(keys, "roll", {"next_wd"}) == "next_wd";
    if (const YamlNode* extend = keys.maybe("extend")) deadline.extend = read_extension(*extend, "extend of " + what, scope);
    if (const YamlNode* pause = keys.maybe("pause")) read_pauses(*pause, "pause of " + what, deadline, scope);
    if (const YamlNode* until = keys.maybe("until")) read_until(*until, deadline, scope);
    keys.refuse_others();
    return deadline;
}

std::vector<std::string> read_outcomes(const YamlNode& node, const std::string& what, Reading& reading) {
    if (node.kind == YamlNode::Kind::scalar) return {read_word(node, outcome_words(), what, reading)};
    return read_words(node, outcome_words(), what, reading);
}

Expiry read_expiry(const YamlNode& node, const Mark& mark, const std::string& state, ProcedureScope& scope) {
    Keys keys(node, "on_expire of " + state, scope.reading);
    Expiry expiry;
    expiry.mark = mark;
    expiry.to = scope.maybe_id(keys, "to", To::state);
    expiry.notices = scope.maybe_notices(keys);
    if (const YamlNode* outcome = keys.maybe("outcome"))
        expiry.outcome = read_outcomes(*outcome, "outcome of " + keys.what(), scope.reading);
    keys.refuse_others();
    return expiry;
}

void read_owner(const YamlNode& node, State& state, ProcedureScope& scope) {
    if (node.kind == YamlNode::Kind::scalar && node.text == "resident")
        state.owner = Owner::resident;
    else if (node.kind == YamlNode::Kind::scalar && node.text == "parties")
        state.owner = Owner::parties;
    else {
        state.owner = Owner::body;
        state.owner_body = scope.bodies.resolve(node, scope.reading);
    }
}

void refuse_duties_in_quiet(const State& state, Reading& reading) {
    if (!state.quiet) return;
    if (state.owner != Owner::none) reading.error(state.mark, "state " + state.id + " is quiet and cannot have an owner");
    if (state.deadline || state.on_expire) reading.error(state.mark, "state " + state.id + " is quiet and cannot have a term");
}

}  // namespace

void read_states(const YamlNode& node, ProcedureScope& scope) {
    for_each_id(node, "states", scope.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
        const std::string what = "state " + id;
        Keys keys(value, what, scope.reading);
        State state;
        state.id = id;
        state.mark = key.mark;
        if (id == "start" || id == "same" || id == "any_open" || id == "any_quiet") {
            scope.reading.error(key.mark, "\"" + id + "\" has a meaning of its own and cannot name a state");
        }
        state.quiet = need_word(keys, "kind", {"open", "quiet"}) == "quiet";
        state.title = need_title(keys, scope);
        if (const YamlNode* owner = keys.maybe("owner")) read_owner(*owner, state, scope);
        if (const YamlNode* deadline = keys.maybe("deadline"))
            state.deadline = read_deadline(*deadline, keys.mark_of("deadline"), what, scope);
        if (const YamlNode* expiry = keys.maybe("on_expire"))
            state.on_expire = read_expiry(*expiry, keys.mark_of("on_expire"), what, scope);
        keys.refuse_others();
        refuse_duties_in_quiet(state, scope.reading);
        scope.procedure.states.push_back(std::move(state));
    });
}

}  // namespace hearth::procedure::text
