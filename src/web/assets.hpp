#pragma once

#include <span>
#include <string_view>

/// Files that the build puts into the program: templates, compiled catalogues, the style sheet, scripts.
namespace hearth::web {

struct Asset {
    std::string_view name;
    std::string_view bytes;
};

std::span<const Asset> assets();

/// The bytes of one; empty when the build left it out.
std::string_view asset(std::string_view name);

}  // namespace hearth::web
