#pragma once

#include "procedure/text/scope.hpp"

namespace hearth::procedure::text {

/// Reads the rules by which meetings decide, one for each type of matter. A key that is missing is noted for right 11. Where the
/// pack below has a rule for the same type, each part is compared with it, and what would need less of a meeting is noted in
/// `pack.moved`.
void read_resolutions(const YamlNode& node, const Pack* base, Pack& pack, Scope& scope);

}  // namespace hearth::procedure::text
