#pragma once

#include "base/result.hpp"
#include "matter/matter.hpp"
#include "office/office.hpp"
#include "procedure/model.hpp"

namespace hearth::office {

/// What a guard looks at.
struct GuardCase {
    const Office& office;
    const procedure::Procedure& procedure;
    const procedure::ActRule& rule;
    const matter::Matter& matter;
    const Command& command;
    std::string outcome;
    base::Instant legal_at;  // when the act happened in law
};

/// One guard of an act (procedure-language.md, section 4). Its refusals name the rule of the act; the guard is the `detail`.
base::Result<base::Done> check_guard(const procedure::Guard& guard, const GuardCase& given);

/// How good an outcome is for the person, worst 0: what `not_worse` and "overturned" compare.
int favour(std::string_view outcome);

/// Whether the outcome goes against the person: fixed by the word, never by the author of a procedure.
bool is_adverse(std::string_view outcome);

}  // namespace hearth::office
