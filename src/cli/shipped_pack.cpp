#include "cli/shipped_pack.hpp"

#include "base/fault.hpp"
#include "cli/shipped_procedures.hpp"

namespace hearth::cli {

std::vector<procedure::SourceFile> shipped_pack(const std::string& pack) {
    std::vector<procedure::SourceFile> files;
    const std::string below = pack + "/";
    for (const Asset& asset : shipped_procedures()) {
        if (asset.name.starts_with(below))
            files.push_back({std::string(asset.name.substr(below.size())), std::string(asset.bytes)});
    }
    if (files.empty()) throw base::Fault("no pack \"" + pack + "\" is shipped; name a folder with --procedures");
    return files;
}

}  // namespace hearth::cli
