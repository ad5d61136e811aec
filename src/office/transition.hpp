#pragma once

#include <string_view>

#include "base/result.hpp"
#include "office/office.hpp"

namespace hearth::office {

/// The act of lengthening a term: a step of its own where the state says `extend`.
inline constexpr std::string_view k_extend = "extend";
/// What the clock does when a term has ended.
inline constexpr std::string_view k_expired = "expired";

/// When a command happened in law: for paper and imports when it says, else when it was received.
base::Instant legal_instant(const Command& command);

/// The one field of an extension.
const procedure::Field& extension_reasons();

/// What follows once all rules have said yes. Each works out state, clock, owner and handling office and writes them down.
record::Act opening_act(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                        const Command& command, base::Instant now);
base::Result<record::Act> act_on(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                                 const matter::Matter& matter, const Command& command, const std::string& outcome,
                                 base::Instant now);
record::Act extension_act(const Office& office, const procedure::Procedure& procedure, const matter::Matter& matter,
                          const procedure::State& state, const Command& command, base::Instant now);

}  // namespace hearth::office
