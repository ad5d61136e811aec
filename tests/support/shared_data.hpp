#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "tests/support/paths.hpp"

namespace hearth::tests {

/// Real inputs and outside vectors lie beside the project, not in it (their licences differ). This finds the file or folder
/// `below` that place: under $HEARTH_SHARED_DATA, else in ../shared/data of the source folder. Nothing when it is absent:
/// the test then ends with GTEST_SKIP and says so.
inline std::optional<std::filesystem::path> shared_data(std::string_view below) {
    const char* named = std::getenv("HEARTH_SHARED_DATA");
    const std::filesystem::path root = named != nullptr ? std::filesystem::path(named) : source_folder() / ".." / "shared" / "data";
    std::filesystem::path path = root / below;
    if (!std::filesystem::exists(path)) return std::nullopt;
    return path;
}

}  // namespace hearth::tests
