#include "clerk/checkpoint_file.hpp"

#include <fstream>
#include <sstream>

#include "base/fault.hpp"

namespace hearth::clerk {

std::string read_checkpoint_file(const std::filesystem::path& file) {
    const std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (in) text << in.rdbuf();
    return text.str();
}

void replace_checkpoint_file(const std::filesystem::path& file, const std::string& checkpoint) {
    std::filesystem::path next = file;
    next += ".new";
    std::ofstream out(next, std::ios::binary | std::ios::trunc);
    out << checkpoint;
    out.close();
    if (!out) throw base::Fault(next.string() + ": the copy of the checkpoint cannot be written");
    std::error_code error;
    std::filesystem::rename(next, file, error);
    if (error) throw base::Fault(file.string() + ": " + error.message());
}

}  // namespace hearth::clerk
