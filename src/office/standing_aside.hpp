#pragma once

#include "base/result.hpp"
#include "office/step.hpp"

namespace hearth::office {

/// Nobody acts in his own cause (right 4), as far as posts are known. Until an installation knows who holds a post, two acts are by
/// the same human being when they are by the same post of the same office.
/// Refused `not_permitted` office/accused_unit: the office of the post, or of who wrote the act down, is accused in this matter;
/// office/not_by (detail: the act): the same actor did an act that `not_by` names; office/own_act (detail: the act): he did the act
/// against which the appeal is pending.
base::Result<base::Done> stands_free(const Step& step);

/// Whether the record must remember who did this act, for `stands_free` will ask.
bool is_remembered(const procedure::Procedure& procedure, const procedure::ActRule& rule);

}  // namespace hearth::office
