#include "cli/pack_folder.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/fault.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    if (!file) throw base::Fault("cannot read " + path.string());
    return bytes.str();
}

}  // namespace

std::vector<procedure::SourceFile> read_pack_folder(const fs::path& folder, const std::string& prefix) {
    std::vector<procedure::SourceFile> files;
    try {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file() || entry.path().extension() != ".yaml") continue;
            files.push_back({prefix + entry.path().lexically_relative(folder).generic_string(), read_file(entry.path())});
        }
    } catch (const fs::filesystem_error& error) {
        throw base::Fault(error.what());
    }
    std::ranges::sort(files, {}, &procedure::SourceFile::name);
    return files;
}

}  // namespace hearth::cli
