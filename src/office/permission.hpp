#pragma once

#include "base/result.hpp"
#include "office/office.hpp"

namespace hearth::office {

/// May this actor open a matter by this channel, or the post that the act names? Refused `not_permitted` office/channel,
/// office/entered_by, office/read_back or office/actor.
base::Result<base::Done> may_open(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                                  const Command& command);

/// May this actor do this act in this matter? A person: who opened it, or for `any_party` and `each_party` one of the parties,
/// herself or by assisted entry with evidence (right 21); a post: the office that its body is in this matter, also one that signs
/// too (`with`). Refused `not_permitted`.
base::Result<base::Done> may_act(const Office& office, const procedure::Procedure& procedure, const procedure::ActRule& rule,
                                 const matter::Matter& matter, const Command& command);

/// Is the actor the post `id` in this matter?
base::Result<base::Done> is_post(const Office& office, const matter::Matter& matter, const std::string& id, const Command& command);

}  // namespace hearth::office
