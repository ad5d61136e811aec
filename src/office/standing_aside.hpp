#pragma once

#include "base/result.hpp"
#include "office/step.hpp"

namespace hearth::office {

/// Nobody acts in his own cause (right 4). Two acts are by the same human being when they are by the same account; where it is not
/// known who held the post, whoever holds the same post of the same office counts as one.
/// Refused `not_permitted` office/accused_unit: the office of the post, or of who wrote the act down, is accused in this matter;
/// office/not_by (detail: the act): the same actor did an act that `not_by` names; office/own_act (detail: the act): he did the act
/// against which the appeal is pending; office/stands_aside: he, or who wrote the act down, declared a conflict;
/// office/signed_by_one: the same person has signed this act for another post.
base::Result<base::Done> stands_free(const Step& step);

/// Whether this person declared a conflict in the matter.
bool is_aside(const matter::Matter& matter, const record::Actor& actor, const std::string& account);

/// Whether the record must remember who did this act, for `stands_free` will ask.
bool is_remembered(const procedure::Procedure& procedure, const procedure::ActRule& rule);

}  // namespace hearth::office
