#pragma once

#include "cli/installation.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::tests {

/// A village on a disk under its township and county, under the shipped procedures.
inline void found_village(const cli::OfficePaths& paths) {
    cli::OfficeConfig config;
    config.id = {"village"};
    config.above = {{"township"}, {"county"}};
    config.titles = {{"en", "Village"}};
    config.host = "hearth.example";
    config.prefix = "V";
    cli::found_office(paths, config, pack_files("procedures/cn"));
}

}  // namespace hearth::tests
