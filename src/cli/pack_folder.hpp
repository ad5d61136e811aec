#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "procedure/load.hpp"

namespace hearth::cli {

/// Every *.yaml file below `folder`, named relative to it with `prefix` before the name, in order of name. Throws Fault when the
/// folder or a file in it cannot be read.
std::vector<procedure::SourceFile> read_pack_folder(const std::filesystem::path& folder, const std::string& prefix = "");

}  // namespace hearth::cli
