#pragma once

#include "base/result.hpp"
#include "office/office.hpp"

/// A matter keeps the version of its procedure under which it began. A newer one that takes nothing from a resident is offered to
/// her, and only her own act changes over (procedure-language.md, section 7).
namespace hearth::office {

/// The act of going over to the newer text: a step of its own, which no pack needs to write down.
inline constexpr std::string_view k_take_newer = "take_newer";

/// The text of today where it only adds to what residents may under the one of this matter; null where there is none, where it
/// does not know the state in which the matter stands, and where several persons would have to agree.
const procedure::Procedure* newer_text(const procedure::Ruleset& rules, const matter::Matter& matter);

/// By who opened the matter and nobody else. The term that runs stays as it was promised; all that follows goes by the newer text.
/// Refused `out_of_order` office/no_newer_text, `not_permitted` office/actor, `conflict`, `malformed` office/unknown_field.
base::Result<std::vector<record::Act>> decide_newer_text(const Office& office, const matter::Matter& matter, const Command& command,
                                                         base::Instant now);

}  // namespace hearth::office
