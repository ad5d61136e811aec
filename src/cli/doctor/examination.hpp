#pragma once

#include <vector>

#include "cli/installation.hpp"
#include "web/operator/finding.hpp"

/// Looks an installation over for its operator. Reads only and takes no lock, so that it may run while the offices are served; what
/// cannot be read is a finding and never a Fault.
namespace hearth::cli::doctor {

struct Thoroughness {
    bool ask_neighbours = true;          // witnesses, mirror, peers, over the network
    bool read_databases_through = true;  // SQLite's quick_check
};

std::vector<web::Finding> examine(const OfficePaths& paths, const Thoroughness& how, base::Instant now);
/// Of all offices below DIR, each by its folder. A Fault when there is none.
std::vector<web::Finding> examine_installation(const std::filesystem::path& dir, const Thoroughness& how, base::Instant now);

}  // namespace hearth::cli::doctor
