#include "tests/slow/procedure/mutations.hpp"

#include <algorithm>

#include "procedure/check/subject.hpp"
#include "tests/slow/procedure/tree_edits.hpp"
#include "tests/support/yaml_text.hpp"

namespace hearth::tests {

namespace {

using procedure::ActRule;
using procedure::Pack;
using procedure::Procedure;
using procedure::State;
using procedure::Subject;
using procedure::text::YamlNode;

/// One mutant for each act that `chosen` picks.
Mutation of_acts(std::string kind, std::function<bool(const Subject&, const ActRule&)> chosen,
                 std::function<YamlNode(const YamlNode&, const Path&)> change) {
    return {std::move(kind), [chosen, change](const YamlNode& text, const Pack& pack, const Procedure& procedure) {
                std::vector<Mutant> mutants;
                for (const ActRule& act : procedure.acts) {
                    if (chosen(Subject(pack, procedure), act))
                        mutants.push_back({"acts." + act.id, change(text, {"acts", act.id})});
                }
                return mutants;
            }};
}

Mutation of_states(std::string kind, std::function<bool(const State&)> chosen,
                   std::function<YamlNode(const YamlNode&, const Path&)> change) {
    return {std::move(kind), [chosen, change](const YamlNode& text, const Pack&, const Procedure& procedure) {
                std::vector<Mutant> mutants;
                for (const State& state : procedure.states) {
                    if (chosen(state)) mutants.push_back({"states." + state.id, change(text, {"states", state.id})});
                }
                return mutants;
            }};
}

Mutation of_whole(std::string kind, Path needs, std::function<YamlNode(const YamlNode&)> change) {
    return {std::move(kind), [needs, change](const YamlNode& text, const Pack&, const Procedure&) {
                std::vector<Mutant> mutants;
                if (is_there(text, needs)) mutants.push_back({needs.empty() ? "whole" : needs.back(), change(text)});
                return mutants;
            }};
}

/// Fields of forms that a person fills in, or that are about a person.
Mutation of_fields(std::string kind, std::function<bool(const procedure::Field&)> chosen,
                   std::function<YamlNode(const YamlNode&, const Path&)> change) {
    return {std::move(kind), [chosen, change](const YamlNode& text, const Pack&, const Procedure& procedure) {
                std::vector<Mutant> mutants;
                for (const auto& form : procedure.forms) {
                    for (const auto& field : form.fields) {
                        if (!chosen(field)) continue;
                        mutants.push_back({"forms." + form.id + "." + field.id, change(text, {"forms", form.id, field.id})});
                    }
                }
                return mutants;
            }};
}

Path below(Path path, std::initializer_list<std::string> keys) {
    path.insert(path.end(), keys.begin(), keys.end());
    return path;
}

std::function<YamlNode(const YamlNode&, const Path&)> drop(std::string key) {
    return [key](const YamlNode& text, const Path& path) { return without(text, below(path, {key})); };
}

std::function<YamlNode(const YamlNode&, const Path&)> put(Path keys, std::string flow) {
    return [keys, flow](const YamlNode& text, const Path& path) {
        Path whole = path;
        whole.insert(whole.end(), keys.begin(), keys.end());
        return with(text, whole, flow);
    };
}

bool adverse(const Subject&, const ActRule& act) { return procedure::is_adverse(act); }
bool decides(const Subject&, const ActRule& act) { return procedure::decides(act); }
bool by_post(const Subject&, const ActRule& act) { return !procedure::by_person(act); }
bool opens(const Subject&, const ActRule& act) { return act.opens(); }
bool appealed(const Subject& subject, const ActRule& act) {
    return std::ranges::any_of(subject.procedure().acts,
                               [&](const ActRule& other) { return other.appeal && other.appeal->by == act.id; });
}
bool owed(const State& state) { return procedure::is_bodys(state); }
bool persons(const State& state) { return procedure::is_persons(state) && state.deadline; }
bool moves_up(const State& state) { return owed(state) && state.on_expire && !state.on_expire->to.empty(); }
auto has_effect(std::string word) {
    return [word](const Subject&, const ActRule& act) { return act.has_effect(word); };
}
auto has_guard(std::string word) {
    return [word](const Subject&, const ActRule& act) { return procedure::has_guard(act, word); };
}
auto less_guard(std::string word) {
    return [word](const YamlNode& text, const Path& path) { return minus(text, below(path, {"guards"}), word); };
}
bool has_purpose(const procedure::Field& field) { return !field.purposes.empty(); }

/// The state in which matters begin, and the first act that decides.
std::string door(const Procedure& procedure) {
    if (!procedure.starts.empty()) return procedure.starts;
    return std::ranges::find_if(procedure.acts, [](const ActRule& act) { return act.opens(); })->to;
}
std::string first_decision(const Procedure& procedure) {
    return std::ranges::find_if(procedure.acts, [](const ActRule& act) { return procedure::decides(act); })->id;
}

std::string first_quiet(const Procedure& procedure) { return std::ranges::find(procedure.states, true, &State::quiet)->id; }

/// Fields with a name that the procedure keeps sealed.
Mutation of_sealed_names(std::string kind, std::function<YamlNode(const YamlNode&, const Path&, const Procedure&)> change) {
    return {std::move(kind), [change](const YamlNode& text, const Pack&, const Procedure& procedure) {
                std::vector<Mutant> mutants;
                for (const auto& form : procedure.forms) {
                    for (const auto& field : form.fields) {
                        if (procedure.identity_kind != "sealed" || field.type != "person.name") continue;
                        mutants.push_back({form.id + "." + field.id, change(text, {"forms", form.id, field.id}, procedure)});
                    }
                }
                return mutants;
            }};
}

/// Takes an item out of the letters of the acts that `chosen` picks.
Mutation of_letters(std::string item, std::function<bool(const Subject&, const ActRule&)> chosen) {
    return {"letter without " + item, [item, chosen](const YamlNode& text, const Pack& pack, const Procedure& procedure) {
                std::vector<Mutant> mutants;
                for (const ActRule& act : procedure.acts) {
                    if (!chosen(Subject(pack, procedure), act)) continue;
                    for (const auto& [who, notice] : act.notices) {
                        if (!procedure::has(procedure.notice(notice)->prints, item)) continue;
                        mutants.push_back({"notices." + notice, minus(text, {"notices", notice, "prints"}, item)});
                    }
                }
                return mutants;
            }};
}

/// Sends the expiry of each duty to every state of one sort.
Mutation of_expiries(std::string kind, std::function<bool(const State& from, const State& to)> chosen) {
    return {std::move(kind), [chosen](const YamlNode& text, const Pack&, const Procedure& procedure) {
                std::vector<Mutant> mutants;
                for (const State& from : procedure.states) {
                    if (!from.on_expire) continue;
                    for (const State& to : procedure.states) {
                        if (!chosen(from, to)) continue;
                        mutants.push_back({from.id + " to " + to.id, with(text, {"states", from.id, "on_expire", "to"}, to.id)});
                    }
                }
                return mutants;
            }};
}

/// Lets the act happen in one more state.
Mutation of_sources(std::string kind, std::function<bool(const Subject&, const ActRule&)> act_chosen,
                    std::function<bool(const State&)> state_chosen) {
    return {std::move(kind), [act_chosen, state_chosen](const YamlNode& text, const Pack& pack, const Procedure& procedure) {
                std::vector<Mutant> mutants;
                const Subject subject(pack, procedure);
                for (const ActRule& act : procedure.acts) {
                    for (const State& state : procedure.states) {
                        if (!act_chosen(subject, act) || !state_chosen(state) || act.is_possible_from(state)) continue;
                        mutants.push_back({"acts." + act.id + " from " + state.id, plus(text, {"acts", act.id, "from"}, state.id)});
                    }
                }
                return mutants;
            }};
}

void add_appeals(std::vector<Mutation>& all) {
    all.push_back(of_acts("no appeal", adverse, drop("appeal")));
    all.push_back(of_acts("appeal to the same desk", adverse, put({"appeal", "to"}, "handling_body")));
    all.push_back(of_acts("appeal without a term", adverse, [](const YamlNode& text, const Path& path) {
        return without(without(text, below(path, {"appeal", "n"})), below(path, {"appeal", "unit"}));
    }));
    all.push_back(of_acts("appeal that runs before service", adverse, put({"appeal", "start"}, "received")));
    all.push_back(of_acts("appeal silent about a stay", adverse,
                          [](const YamlNode& text, const Path& path) { return without(text, below(path, {"appeal", "stay"})); }));
    all.push_back(of_acts("appeal nobody can make", adverse, [](const YamlNode& text, const Path& path) {
        return without(without(text, below(path, {"appeal", "by"})), below(path, {"appeal", "how"}));
    }));
    all.push_back(of_acts("appeal only once", appealed, put({"limit"}, "1")));
    all.push_back(of_acts("appeal only with new facts", appealed, put({"guards"}, "[new_facts]")));
    all.push_back(of_acts("appeal made by the handler", appealed, put({"by"}, "handler")));
    all.push_back({"appeal back to the door", [](const YamlNode& text, const Pack& pack, const Procedure& procedure) {
                       std::vector<Mutant> mutants;
                       for (const ActRule& act : procedure.acts) {
                           if (appealed(Subject(pack, procedure), act))
                               mutants.push_back({"acts." + act.id, with(text, {"acts", act.id, "to"}, door(procedure))});
                       }
                       return mutants;
                   }});
    for (const char* item : {"appeal_body", "appeal_term", "appeal_how", "other_routes", "request", "facts", "rules", "reasons",
                             "outcome", "author", "date"}) {
        all.push_back(of_letters(item, adverse));
    }
}

void add_closings(std::vector<Mutation>& all) {
    all.push_back({"an official closes", [](const YamlNode& text, const Pack&, const Procedure& procedure) {
                       std::vector<Mutant> mutants;
                       for (const ActRule& act : procedure.acts) {
                           if (procedure::by_person(act) || act.to == "same" || procedure.state(act.to)->quiet) continue;
                           mutants.push_back({"acts." + act.id, with(text, {"acts", act.id, "to"}, first_quiet(procedure))});
                       }
                       return mutants;
                   }});
    all.push_back(of_acts("the handler confirms", has_effect("confirm"), put({"by"}, "handler")));
    all.push_back(of_acts("the handler withdraws", has_effect("withdraw"), put({"by"}, "handler")));
    all.push_back(of_acts("rest at once", has_effect("rest"), drop("guards")));
    all.push_back(of_acts("rest after five days", has_effect("rest"), put({"guards"}, "[{after: {n: 5, unit: cd, from: entry}}]")));
    all.push_back(of_letters("undo_how", has_effect("rest")));
    all.push_back(of_sources("rest without a reminder", has_effect("rest"), [](const State& state) { return persons(state); }));
    all.push_back(of_acts("new facts only once", has_guard("new_facts"), put({"limit"}, "1")));
    all.push_back(of_acts("new facts weighed by the handler", has_guard("new_facts"), put({"by"}, "handler")));
    all.push_back(of_acts("new facts only within a month", has_guard("new_facts"),
                          put({"guards"}, "[new_facts, {within: {n: 1, unit: mo, from: entry}}]")));
}

void add_terms(std::vector<Mutation>& all) {
    all.push_back(of_states("no term", owed, drop("deadline")));
    all.push_back(of_states("term without a start", owed, [](const YamlNode& text, const Path& path) {
        return without(text, below(path, {"deadline", "start"}));
    }));
    all.push_back(of_states("no expiry", owed, drop("on_expire")));
    all.push_back(of_states("expiry that tells nobody", owed, [](const YamlNode& text, const Path& path) {
        return without(text, below(path, {"on_expire", "notices"}));
    }));
    all.push_back(of_states("expiry that stays", moves_up, [](const YamlNode& text, const Path& path) {
        return without(text, below(path, {"on_expire", "to"}));
    }));
    all.push_back(of_expiries("expiry sideways", [](const State& from, const State& to) {
        return owed(from) && owed(to) && to.owner_body == from.owner_body;
    }));
    all.push_back(of_expiries("expiry back down", [](const State& from, const State& to) {
        return owed(from) && owed(to) && procedure::above(from.owner_body, to.owner_body);
    }));
    all.push_back(of_expiries("silence of a body answers",
                              [](const State& from, const State& to) { return owed(from) && procedure::is_persons(to); }));
    all.push_back(of_expiries("silence closes", [](const State&, const State& to) { return to.quiet; }));
    all.push_back(of_states("silence refuses", moves_up, put({"on_expire", "outcome"}, "refused")));
    all.push_back(of_states("person's term before service", persons, put({"deadline", "start"}, "entry")));
    all.push_back(of_states("person's term ends unseen", persons, [](const YamlNode& text, const Path& path) {
        return without(text, below(path, {"on_expire", "notices"}));
    }));
    all.push_back(of_states("nobody owns it", owed, drop("owner")));
    all.push_back(of_acts("the clock acts", by_post, put({"by"}, "clock")));
    all.push_back(of_acts(
        "an official's loop without a limit",
        [](const Subject&, const ActRule& act) { return !procedure::by_person(act) && act.limit > 0; }, drop("limit")));
    all.push_back(of_states(
        "extension without a letter", [](const State& state) { return state.deadline && state.deadline->extend; },
        [](const YamlNode& text, const Path& path) { return without(text, below(path, {"deadline", "extend", "notice"})); }));
}

void add_hearing(std::vector<Mutation>& all) {
    all.push_back(of_acts(
        "the handler reviews himself",
        [](const Subject& subject, const ActRule& act) { return procedure::decides(act) && subject.body_of(act).height > 0; },
        put({"by"}, "handler")));
    all.push_back(of_sources("a no before hearing", adverse, [](const State& state) {
        return owed(state) && state.owner_body.height == 0 && !state.owner_body.independent;
    }));
    all.push_back(of_letters("intended", by_post));
    all.push_back(
        of_letters("reasons", [](const Subject& subject, const ActRule& act) { return subject.letter(act).contains("intended"); }));
    all.push_back(of_acts("what was said does not count", has_effect("statement"), drop("effects")));
    all.push_back(of_acts("an appeal that makes it worse", has_guard("not_worse"), less_guard("not_worse")));
    all.push_back(of_acts("points left open", has_guard("points_answered"), less_guard("points_answered")));
    all.push_back(of_acts("secret rules", has_guard("rules_in_force"), less_guard("rules_in_force")));
    all.push_back(of_acts("a decision without a form", decides, drop("form")));
    all.push_back(of_fields(
        "a decision without evidence", [](const procedure::Field& field) { return field.type == "evidence"; },
        put({"type"}, "long_text")));
    all.push_back(of_acts("many refused at once", adverse, put({"bulk"}, "true")));
    all.push_back(of_acts("many laid to rest at once", has_effect("rest"), put({"bulk"}, "true")));
    all.push_back(of_acts("nobody is told", by_post, drop("notices")));
    all.push_back({"relatives need not stand aside", [](const YamlNode& text, const Pack&, const Procedure& procedure) {
                       std::vector<Mutant> mutants;
                       for (const std::string& who : procedure.stand_aside)
                           mutants.push_back({who, minus(text, {"stand_aside"}, who)});
                       return mutants;
                   }});
}

void add_people(std::vector<Mutation>& all) {
    const std::string keep = ", class: sealed, for: [unseal], readers: [handler], keep: {n: 1, unit: y, from: closed}}";
    for (const auto& [kind, field] : std::vector<std::pair<std::string, std::string>>{
             {"a forbidden field in English", "religion: {type: text, title: {en: Faith, zh-Hans: 其他}"},
             {"a forbidden title in English", "more: {type: text, title: {en: Your ethnic group, zh-Hans: 其他}"},
             {"a forbidden title in Chinese", "more: {type: text, title: {en: More, zh-Hans: 民族}"},
             {"a forbidden title in Mongolian", "more: {type: text, title: {en: шашин, zh-Hans: 其他}"},
             {"a forbidden answer", "more: {type: choice, options: {a: {en: A, zh-Hans: 汉族}}, title: {en: More, zh-Hans: 其他}"},
             {"a type outside the list", "more: {type: person.face_print, title: {en: More, zh-Hans: 其他}"}}) {
        all.push_back({kind, [field, keep](const YamlNode& text, const Pack&, const Procedure& procedure) {
                           const YamlNode map = yaml_value("{" + field + keep + "}");
                           YamlNode changed = text;
                           at(changed, {"forms", procedure.forms.front().id})->entries.push_back(map.entries.front());
                           return std::vector<Mutant>{{procedure.forms.front().id, changed}};
                       }});
    }
    all.push_back(of_fields("kept for ever", has_purpose, drop("keep")));
    all.push_back(of_fields("no purpose", has_purpose, put({"for"}, "[]")));
    all.push_back(of_fields("a reader too many", has_purpose, [](const YamlNode& text, const Path& path) {
        return plus(text, below(path, {"readers"}), "supervisor");
    }));
    all.push_back(of_fields(
        "public words",
        [](const procedure::Field& field) {
            return has_purpose(field) && field.type != "choice" && field.type != "date" && field.type != "yes_no";
        },
        put({"class"}, "public")));
    all.push_back(of_sealed_names("a name in the open", [](const YamlNode& text, const Path& name, const Procedure&) {
        return with(text, below(name, {"class"}), "body");
    }));
    all.push_back(of_sealed_names("a name read without unsealing", [](const YamlNode& text, const Path& name, const Procedure& p) {
        return plus(text, below(name, {"for"}), first_decision(p));
    }));
    all.push_back(of_acts("unsealing without reasons", has_effect("unseal"), drop("form")));
    all.push_back(of_acts("unsealing in silence", has_effect("unseal"), drop("notices")));
    all.push_back(of_whole("identity without a why", {"identity", "because"},
                           [](const YamlNode& t) { return without(t, {"identity", "because"}); }));
    all.push_back(of_whole("a seal nobody opens", {"identity", "unseal"},
                           [](const YamlNode& t) { return without(t, {"identity", "unseal"}); }));
    all.push_back(of_whole("named without a law", {"identity", "kind"}, [](const YamlNode& t) {
        YamlNode named = with(t, {"identity", "kind"}, "named");
        return is_there(t, {"identity", "citation"}) ? without(named, {"identity", "citation"}) : named;
    }));
    all.push_back(of_whole("the owing body enters for the resident", {"assisted", "by"},
                           [](const YamlNode& t) { return with(t, {"assisted", "by"}, "handler"); }));
    all.push_back(of_whole("entered without evidence", {"assisted", "evidence"},
                           [](const YamlNode& t) { return with(t, {"assisted", "evidence"}, "[]"); }));
    all.push_back(of_whole("thirty days to undo", {"assisted", "undo"},
                           [](const YamlNode& t) { return with(t, {"assisted", "undo", "n"}, "30"); }));
    all.push_back(
        of_whole("nobody enters for the resident", {"assisted"}, [](const YamlNode& t) { return without(t, {"assisted"}); }));
}

void add_house(std::vector<Mutation>& all) {
    all.push_back(of_whole("only with a screen", {"opens", "channels"},
                           [](const YamlNode& t) { return with(t, {"opens", "channels"}, "{web: {}}"); }));
    all.push_back(of_whole("not read back", {"opens", "channels", "spoken"},
                           [](const YamlNode& t) { return without(t, {"opens", "channels", "spoken", "read_back"}); }));
    all.push_back(of_whole("no figures", {"figures"}, [](const YamlNode& t) { return without(t, {"figures"}); }));
    all.push_back(of_whole("success is silence", {"figures", "success"},
                           [](const YamlNode& t) { return plus(t, {"figures", "success"}, "fewer_received"); }));
    all.push_back(of_whole("figures by person", {"figures", "by"},
                           [](const YamlNode& t) { return plus(t, {"figures", "by"}, "requester"); }));
    all.push_back(
        of_whole("a target", {"figures"}, [](const YamlNode& t) { return with(t, {"figures", "target"}, "[received]"); }));
    all.push_back(of_acts(
        "a text in one language", [](const Subject&, const ActRule&) { return true; },
        [](const YamlNode& text, const Path& path) { return without(text, below(path, {"title", "zh-Hans"})); }));
    all.push_back(of_acts("a screen before the receipt", opens, put({"guards"}, "[points_answered]")));
    all.push_back(of_acts("a decision before the receipt", opens, put({"outcome"}, "[accepted]")));
    for (const char* item : {"number", "owner", "next_step", "next_date"}) all.push_back(of_letters(item, opens));
    all.push_back(of_letters("competent_body",
                             [](const Subject&, const ActRule& act) { return procedure::has(act.outcome, "not_accepted"); }));
    all.push_back(of_acts("names published", decides,
                          put({"publish"}, "{what: [reasons], days: 30, masked: false, withdraw: {n: 3, unit: wd}}")));
    all.push_back(
        of_acts("published for good", decides, put({"publish"}, "{what: [reasons], masked: true, withdraw: {n: 3, unit: wd}}")));
    all.push_back({"a fee before the answer", [](const YamlNode& text, const Pack&, const Procedure& procedure) {
                       // A part, which nobody opens and in which nothing is decided, has no answer to be paid for.
                       if (std::ranges::none_of(procedure.acts, procedure::decides) || !procedure.starts.empty())
                           return std::vector<Mutant>{};
                       const std::string on = first_decision(procedure);
                       const auto early = std::ranges::find_if(procedure.acts, [&](const ActRule& act) {
                           return !procedure::by_person(act) && procedure::has(act.from, door(procedure));
                       });
                       const Path path = {"acts", early->id, "money"};
                       return std::vector<Mutant>{{"acts." + early->id, with(text, path, "{step: charge, on: " + on + "}")}};
                   }});
    all.push_back(of_acts("a payment out of nothing", by_post, put({"money"}, "{step: pay}")));
    all.push_back(of_acts("handed round without end", by_post, put({"effects"}, "[pass_on]")));
}

}  // namespace

const std::vector<Mutation>& mutations() {
    static const std::vector<Mutation> k_all = [] {
        std::vector<Mutation> all;
        add_appeals(all);
        add_closings(all);
        add_terms(all);
        add_hearing(all);
        add_people(all);
        add_house(all);
        return all;
    }();
    return k_all;
}

}  // namespace hearth::tests
