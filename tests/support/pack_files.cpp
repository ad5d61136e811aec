#include "tests/support/pack_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "tests/support/paths.hpp"

namespace hearth::tests {

namespace fs = std::filesystem;

std::vector<procedure::SourceFile> pack_files(std::string_view folder) {
    const fs::path root = source_folder() / folder;
    std::vector<procedure::SourceFile> files;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".yaml") continue;
        std::stringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        files.push_back({entry.path().lexically_relative(root).string(), bytes.str()});
    }
    std::ranges::sort(files, {}, &procedure::SourceFile::name);
    return files;
}

std::vector<procedure::SourceFile> with_edit(std::vector<procedure::SourceFile> files, std::string_view name,
                                             std::string_view old_text, std::string_view new_text) {
    const auto file = std::ranges::find(files, name, &procedure::SourceFile::name);
    if (file == files.end()) {
        ADD_FAILURE() << "no file " << name;
        return files;
    }
    const std::size_t at = file->bytes.find(old_text);
    if (at == std::string::npos || file->bytes.find(old_text, at + 1) != std::string::npos) {
        ADD_FAILURE() << "not exactly once in " << name << ": " << old_text;
        return files;
    }
    file->bytes.replace(at, old_text.size(), new_text);
    return files;
}

}  // namespace hearth::tests
