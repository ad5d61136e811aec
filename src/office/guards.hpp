#pragma once

#include "base/result.hpp"
#include "office/step.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// One guard of an act (procedure-language.md, section 4). Its refusals name the rule of the act; the guard is the `detail`.
/// `supported` notes the numbers that it counted.
base::Result<base::Done> check_guard(const procedure::Guard& guard, Step& step);

/// How good an outcome is for the person, worst 0: what `not_worse` and "overturned" compare.
int favour(std::string_view outcome);

/// Whether the outcome goes against the person: fixed by the word, never by the author of a procedure.
bool is_adverse(std::string_view outcome);

}  // namespace hearth::office
