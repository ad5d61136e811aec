#pragma once

#include <string_view>

#include "base/result.hpp"
#include "office/frames.hpp"
#include "office/office.hpp"
#include "office/step.hpp"

namespace hearth::office {

/// The act of lengthening a term: a step of its own where the state says `extend`.
inline constexpr std::string_view k_extend = "extend";
/// What the clock does when a term has ended.
inline constexpr std::string_view k_expired = "expired";
/// What the clock does when nothing has happened for as long as `news` of the procedure says: the person is told how things stand.
inline constexpr std::string_view k_no_news = "no_news";

/// How often a matter may be sent back before an office above both says whose it is.
inline constexpr int k_returns_max = 2;

/// The one field of an extension.
const procedure::Field& extension_reasons();

/// What follows once all rules have said yes. Each works out state, clock, owner and handling office and writes them down.
/// Of an opening `step.matter` holds only handling office and accused unit, and `step.state` is the one that it leads to.
record::Act opening_act(const Step& step, base::MatterId number, base::Instant now);
/// One of several hands has done it, and the act waits for the others.
record::Act signature_act(const Step& step, base::Instant now);
base::Result<record::Act> act_on(const Step& step, base::Instant now);
record::Act extension_act(const Office& office, const procedure::Procedure& procedure, const matter::Matter& matter,
                          const procedure::State& state, const Command& command, base::Instant now);

}  // namespace hearth::office
