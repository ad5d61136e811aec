#pragma once

#include "office/office.hpp"

namespace hearth::clerk {

/// The form of the act, when procedure, act and form exist; null otherwise, and then the office refuses the command. `version` is
/// that of the matter's procedure; 0: today's.
const procedure::Form* form_of(const office::Command& command, const procedure::Ruleset& rules, int version);

}  // namespace hearth::clerk
