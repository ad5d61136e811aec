#pragma once

#include <optional>

#include "procedure/load.hpp"
#include "web/forms/typed.hpp"
#include "web/pages/templates.hpp"

/// The day on which something was said in the field, or arrived on paper, when it is entered later: from it the term runs, as for
/// whoever did it alone that day.
namespace hearth::web::desk {

inline constexpr int k_said_days_max = 31;  // further back it is rather a wrong clock, or a case for the operator

/// The beginning of that day (`office::Command::effective_from`); nothing when none was given. It says the same however often and
/// whenever it is sent. Refused `malformed` web/said_day (no day), `out_of_time` web/said_day (not yet come, or too long ago).
base::Result<std::optional<base::Instant>> said_day(const forms::Posted& posted, const procedure::Ruleset& rules,
                                                    base::Instant now);

/// What was typed of it, for said_day.tpl.
void fill_said_day(ctemplate::TemplateDictionary& values, const forms::Posted& posted);

}  // namespace hearth::web::desk
