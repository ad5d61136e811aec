#pragma once

#include <memory>

#include "procedure/load.hpp"

namespace hearth::tests {

/// The country pack that is shipped, as an office runs under it.
std::shared_ptr<const procedure::Ruleset> shipped_rules();

}  // namespace hearth::tests
