#pragma once

#include <span>
#include <string_view>

/// The procedures that the build puts into the program (folder procedures/ of the source tree).
namespace hearth::cli {

struct Asset {
    std::string_view name;  // "cn/request.yaml"
    std::string_view bytes;
};

std::span<const Asset> shipped_procedures();

}  // namespace hearth::cli
