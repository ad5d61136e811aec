#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "office/step.hpp"

/// Several parties in one matter, and acts that more than one hand must do. The first party is who opened the matter; each act with
/// the effect `invite` brings in one more, with a party id and a receipt code of her own.
namespace hearth::office {

/// All parties, the first one first.
std::vector<base::PartyId> parties_of(const matter::Matter& matter);

/// Whether the post that acts only signs what another does (`with`); it brings no fields and no outcome.
bool is_cosigner(const Office& office, const procedure::ActRule& rule, const matter::Matter& matter, const Command& command);

/// Refused `out_of_order` office/signed_already: this hand has signed and others are still to; office/one_party: an act of every
/// party where there is only one; office/with (detail: the post): who signs too signs before the one actor of an act does it.
base::Result<base::Done> check_signature(const Step& step);

/// Whether others still have to sign before the act is done. Until then the matter stays where it is.
bool waits_for_others(const Step& step);

/// Notes the party whom the act brings in. Refused `limit_exceeded` office/parties.
base::Result<base::Done> note_party(Step& step);

}  // namespace hearth::office
