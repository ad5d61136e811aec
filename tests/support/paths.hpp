#pragma once

#include <filesystem>

namespace hearth::tests {

/// The folder of the sources, and the one they were built in. Only `paths.cpp` is compiled with their names, so that no other
/// unit changes with the place of a checkout.
std::filesystem::path source_folder();
std::filesystem::path build_folder();

}  // namespace hearth::tests
