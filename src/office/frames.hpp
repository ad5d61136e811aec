#pragma once

#include "office/office.hpp"
#include "office/step.hpp"
#include "procedure/model.hpp"

/// What every act has in common: its frame as far as the command gives it, the state and clock it leads to, its content.
namespace hearth::office {

/// When a command happened in law: for paper and imports when it says, else when it was received.
base::Instant legal_instant(const Command& command);

record::Frame frame_of(const Office& office, const procedure::Procedure& procedure, const Command& command, base::Instant now);

/// Owner and clock of the state that `f` leads to, given the matter before it. A date agreed or ordered ends the term earlier.
/// Notes whose signatures fall away because their act is not possible any more.
void enter(const Office& office, const procedure::State& state, const matter::Matter& before, record::Frame& f,
           std::optional<base::CivilDate> agreed = {});

/// The matter stays where it is, with its owner and its clock.
void stay(const matter::Matter& matter, record::Frame& f);

/// What was written, field by field, each with its class and the end of its keeping.
std::vector<record::ContentField> content_of(const procedure::Form* form, const Command& command, base::Instant received,
                                             const procedure::Ruleset& rules);

/// The act, dated in the zone of the office.
record::Act sealed_off(const Office& office, const Command& command, record::Frame frame,
                       std::vector<record::ContentField> content);

}  // namespace hearth::office
