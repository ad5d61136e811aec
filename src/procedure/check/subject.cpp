#include "procedure/check/subject.hpp"

#include <algorithm>

#include "procedure/text/vocabulary.hpp"

namespace hearth::procedure {

const Post* Subject::post_of(const ActRule& act) const { return by_person(act) ? nullptr : pack_->post(act.post); }

Body Subject::body_of(const ActRule& act) const {
    const Post* post = post_of(act);
    return post == nullptr ? Body{} : post->of;
}

std::set<std::string> Subject::letter(const ActRule& act) const {
    std::set<std::string> items;
    for (const auto& [who, id] : act.notices) {
        const Notice* notice = procedure_->notice(id);
        if (notice != nullptr && (who == "resident" || who == "parties"))
            items.insert(notice->prints.begin(), notice->prints.end());
    }
    return items;
}

bool Subject::form_has(const ActRule& act, std::string_view type) const {
    const Form* form = procedure_->form(act.form);
    return form != nullptr && std::ranges::find(form->fields, type, &Field::type) != form->fields.end();
}

std::vector<const State*> Subject::sources(const ActRule& act) const {
    std::vector<const State*> states;
    for (const State& state : procedure_->states) {
        if (act.is_possible_from(state)) states.push_back(&state);
    }
    return states;
}

const State* Subject::target(const ActRule& act, const State* source) const {
    return act.to == "same" ? source : procedure_->state(act.to);
}

std::vector<const State*> Subject::targets(const ActRule& act) const {
    if (act.to == "same") return sources(act);
    const State* state = procedure_->state(act.to);
    return state == nullptr ? std::vector<const State*>{} : std::vector<const State*>{state};
}

std::vector<const ActRule*> Subject::acts_from(const State& state) const {
    std::vector<const ActRule*> acts;
    for (const ActRule& act : procedure_->acts) {
        if (act.is_possible_from(state)) acts.push_back(&act);
    }
    return acts;
}

const Assisted* Subject::assisted(const ActRule& act) const {
    if (act.assisted) return &*act.assisted;
    return procedure_->assisted ? &*procedure_->assisted : nullptr;
}

bool by_person(const ActRule& act) { return act.actor != ActorKind::post; }

bool by_one_person(const ActRule& act) { return act.actor == ActorKind::resident || act.actor == ActorKind::any_party; }

bool is_for_person(std::string_view outcome) { return text::contains(text::outcomes_for(), outcome); }

bool is_against_person(std::string_view outcome) { return text::contains(text::outcomes_against(), outcome); }

bool is_adverse(const ActRule& act) { return std::ranges::any_of(act.outcome, is_against_person); }

bool decides(const ActRule& act) {
    return !by_person(act) && std::ranges::any_of(act.outcome, [](const std::string& outcome) {
        return outcome != "accepted" && (is_for_person(outcome) || is_against_person(outcome));
    });
}

bool is_persons(const State& state) { return state.owner == Owner::resident || state.owner == Owner::parties; }

bool is_bodys(const State& state) { return !state.quiet && state.owner == Owner::body; }

bool has_guard(const ActRule& act, std::string_view word) {
    return std::ranges::find(act.guards, word, &Guard::word) != act.guards.end();
}

bool tells_person(const Recipients& notices) { return notices.contains("resident") || notices.contains("parties"); }

std::string words_of(const Body& body) {
    std::string words = "*" + body.root + "*";
    if (body.height == 1) return "the body above " + words;
    if (body.height > 1) return "the body " + std::to_string(body.height) + " levels above " + words;
    return words;
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::vector<std::string> lacking(const std::vector<std::string>& wanted, const std::set<std::string>& present) {
    std::vector<std::string> missing;
    for (const std::string& word : wanted) {
        if (!present.contains(word)) missing.push_back(word);
    }
    return missing;
}

bool has(const std::vector<std::string>& list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

}  // namespace hearth::procedure
