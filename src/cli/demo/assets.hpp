#pragma once

#include <span>
#include <string_view>

/// The text of the demonstration township, put into the program by the build.
namespace hearth::cli::demo {

struct Asset {
    std::string_view name;  // "town.yaml"
    std::string_view bytes;
};

std::span<const Asset> assets();

}  // namespace hearth::cli::demo
