#include "tests/support/paths.hpp"

namespace hearth::tests {

std::filesystem::path source_folder() { return HEARTH_SOURCE_DIR; }
std::filesystem::path build_folder() { return HEARTH_BUILD_DIR; }

}  // namespace hearth::tests
