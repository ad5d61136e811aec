#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/load.hpp"

namespace hearth::tests {

/// All YAML files below a folder of the source tree, named relative to it.
std::vector<procedure::SourceFile> pack_files(std::string_view folder);

/// `files` with the one occurrence of `old_text` in the file `name` replaced; a text that is missing fails the test.
std::vector<procedure::SourceFile> with_edit(std::vector<procedure::SourceFile> files, std::string_view name,
                                             std::string_view old_text, std::string_view new_text);

}  // namespace hearth::tests
