#include "office/step.hpp"

namespace hearth::office {

base::Refusal refused(const Step& step, base::Reason reason, std::string detail, std::string field) {
    return {reason, step.procedure.id + "/" + step.rule.id, {.field = std::move(field)}, std::move(detail)};
}

const base::Json* field_named(const Step& step, std::string_view id, std::string_view type) {
    const procedure::Form* form = step.procedure.form(step.rule.form);
    for (std::size_t i = 0; form != nullptr && i < form->fields.size(); ++i) {
        if (form->fields[i].id != id || form->fields[i].type != type) continue;
        const auto it = step.command.fields.find(form->fields[i].id);
        return it == step.command.fields.end() ? nullptr : &it->second;
    }
    return nullptr;
}

const base::Json* field_of_type(const procedure::Form* form, const Command& command, std::string_view type, std::string* id) {
    for (std::size_t i = 0; form != nullptr && i < form->fields.size(); ++i) {
        const procedure::Field& field = form->fields[i];
        if (field.type != type) continue;
        if (id != nullptr) *id = field.id;
        const auto it = command.fields.find(field.id);
        if (it != command.fields.end()) return &it->second;
    }
    return nullptr;
}

const base::Json* said(const Command& command, const std::string& field) {
    const auto hidden = command.under_seal.find(field);
    if (hidden != command.under_seal.end()) return &hidden->second;
    const auto open = command.fields.find(field);
    return open == command.fields.end() ? nullptr : &open->second;
}

std::string word_of(const record::Actor& actor) {
    using Kind = record::Actor::Kind;
    if (actor.kind == Kind::resident) return actor.party.text;
    return actor.kind == Kind::post ? actor.post.text + "@" + actor.office.text : "";
}

std::string hand_of(const record::Actor& actor, const std::string& account) {
    const std::string word = word_of(actor);
    return account.empty() || actor.kind != record::Actor::Kind::post ? word : word + "#" + account;
}

std::string_view post_of(std::string_view hand) { return hand.substr(0, hand.find('#')); }

bool is_same_person(std::string_view hand, const record::Actor& actor, const std::string& account) {
    const std::size_t mark = hand.find('#');
    if (mark != std::string_view::npos && !account.empty()) return hand.substr(mark + 1) == account;
    return post_of(hand) == word_of(actor);
}

const procedure::Procedure* text_of(const Office& office, const Command& command) {
    const matter::Matter* open = command.matter ? office.find(*command.matter) : nullptr;
    const bool runs = open != nullptr && open->procedure == command.procedure;
    return office.rules().pack.procedure(command.procedure.text, runs ? open->procedure_version : 0);
}

const matter::Matter* loaded(const Office& office, const Facts& facts, base::MatterId id) {
    if (const matter::Matter* open = office.find(id)) return open;
    const auto it = facts.matters.find(id);
    return it == facts.matters.end() ? nullptr : &it->second;
}

}  // namespace hearth::office
