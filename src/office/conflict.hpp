#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "office/office.hpp"

/// Whoever holds a post says that she stands aside in one matter (right 4: a party, a near relative, somebody with an interest).
/// What no machine can know is declared; what it can know is computed (`standing_aside.hpp`).
namespace hearth::office {

/// The act of declaring: a step of its own, which no pack needs to write down.
inline constexpr std::string_view k_declare_conflict = "declare_conflict";

/// What is asked: the field `ground`, a choice of those grounds of `stand_aside` that only the person herself knows.
const procedure::Form& conflict_form();

/// The grounds of this procedure that are declared: of party, near_relative and interested.
std::vector<std::string> declared_grounds(const procedure::Procedure& procedure);

/// The posts of an office that lead such a matter on: whose acts take it from step to step.
std::set<std::string> leading_posts(const Office& office, const procedure::Procedure& procedure, const matter::Matter& matter,
                                    const base::OfficeId& of);

/// From here on she does nothing in the matter. Others of the office go on; where nobody is left who leads such a matter on
/// (`Command::alone`; where the account is not known, the whole post stands aside), the duty goes one level up at once, its clock
/// unchanged (procedure-language.md, section 7). It cannot be taken back by who declared it.
/// Refused `not_permitted` office/actor, office/post; `malformed` office/ground (detail: what may be said); `out_of_order`
/// office/aside_already; `conflict`.
base::Result<std::vector<record::Act>> decide_conflict(const Office& office, const procedure::Procedure& procedure,
                                                       const matter::Matter& matter, const Command& command, base::Instant now);

}  // namespace hearth::office
