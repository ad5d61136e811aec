#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace hearth::tests {

/// The bytes of a file; empty when there is none.
inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace hearth::tests
