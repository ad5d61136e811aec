#pragma once

#include <optional>

#include "base/result.hpp"
#include "office/office.hpp"
#include "office/step.hpp"

/// Words of a person that somebody else entered for her: she is told, and for the days of `assisted.undo` her own word undoes them
/// (right 21).
namespace hearth::office {

/// The act of undoing: a step of its own, which no pack needs to write down.
inline constexpr std::string_view k_undo_entered = "undo_entered";

/// What the procedure says of entering this act for another; null: nobody may.
const procedure::Assisted* assisted_of(const procedure::Procedure& procedure, const procedure::ActRule& rule);

/// Until when the act that is being done may be undone: where it is a person's, entered by somebody else, and leads anywhere.
std::optional<base::Instant> undo_until(const Step& step, base::Instant now);

/// The last word entered for this party that still stands and may be undone at `at`, or null.
const matter::EnteredWord* undoable(const matter::Matter& matter, const base::PartyId& party, base::Instant at);

/// The matter goes back to the state in which it stood, with its owner and the clock of that state; a hand that waits for others is
/// taken off. Consents that the word gave are in force no more. By the party herself and nobody for her. Refused `out_of_order`
/// office/nothing_to_undo, `not_permitted` office/actor, `malformed` office/unknown_field.
base::Result<std::vector<record::Act>> decide_undoing(const Office& office, const procedure::Procedure& procedure,
                                                      const matter::Matter& matter, const Command& command, base::Instant now);

}  // namespace hearth::office
