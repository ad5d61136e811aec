#pragma once

#include <string>
#include <vector>

#include "procedure/load.hpp"

namespace hearth::cli {

/// The files of a pack that is in the program, named as below its folder. A Fault when there is none of this name.
std::vector<procedure::SourceFile> shipped_pack(const std::string& pack);

}  // namespace hearth::cli
