#pragma once

#include <string>
#include <string_view>

#include "matter/matter.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// An act that is being tried in a matter. Every rule about it looks at this alone; what a rule works out for the frame it writes
/// into `noted`, so that `apply` finds it there and never works anything out again.
struct Step {
    const Office& office;
    const Facts& facts;
    const procedure::Procedure& procedure;
    const procedure::ActRule& rule;
    const procedure::State& state;  // in which the matter stands
    const matter::Matter& matter;
    const Command& command;
    base::Instant legal_at;  // when it happened in law
    std::string outcome;     // one of the act's outcomes; empty where it has none
    base::Json noted = base::Json::object();
};

/// "No", said by the act itself: the rule is procedure/act.
base::Refusal refused(const Step& step, base::Reason reason, std::string detail, std::string field = {});

/// What was written into the field of this id and type, if the form of the act has one and it was filled in.
const base::Json* field_named(const Step& step, std::string_view id, std::string_view type);

/// The first field of a type that was filled in, or none; `id` becomes that of the form's field where it has one.
const base::Json* field_of_type(const procedure::Form* form, const Command& command, std::string_view type,
                                std::string* id = nullptr);

/// What was written into a field, also under its seal. For what only counts or looks: nothing of it may go into a frame.
const base::Json* said(const Command& command, const std::string& field);

/// An actor as frames name him among others: the party, or post@office.
std::string word_of(const record::Actor& actor);

/// The same with the account that held the post, as far as it is known: "post@office#account".
std::string hand_of(const record::Actor& actor, const std::string& account);

/// Whether one person did what this hand did and what the actor is about to do: by the accounts where both are known, else whoever
/// holds the same post of the same office counts as one.
bool is_same_person(std::string_view hand, const record::Actor& actor, const std::string& account);

/// "post@office" of a hand, or the party.
std::string_view post_of(std::string_view hand);

/// A matter by its number among those that `needs` asked for.
const matter::Matter* loaded(const Office& office, const Facts& facts, base::MatterId id);

/// The text that a command is read by before anything was loaded: the one under which its matter began, where the matter is open,
/// else today's.
const procedure::Procedure* text_of(const Office& office, const Command& command);

}  // namespace hearth::office
