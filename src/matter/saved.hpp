#pragma once

#include "base/json.hpp"
#include "matter/matter.hpp"

namespace hearth::matter {

/// What only some matters have: parties, parts, consents with an end, publications, money. What a matter has not is not written, so
/// that the state of every other matter reads as it always did.
void save_further(const Matter& matter, base::Json& into);

/// Reads it back. Throws base::Json::exception on another shape, for `load` to refuse.
void read_further(const base::Json& from, Matter& matter);

}  // namespace hearth::matter
