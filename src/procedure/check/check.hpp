#pragma once

#include <optional>
#include <string>
#include <vector>

#include "procedure/load.hpp"

/// The checker: for each of the twenty-four rights and each procedure a proof over all it can lead to, or the shortest way to a
/// breach.
namespace hearth::procedure {

/// One breach with its place. Right 0 is an error of the text itself; `path` is empty when the text alone shows the breach.
struct Breach {
    int right = 0;
    base::Place where;
    std::string message;
    std::vector<std::string> path;
};

/// What was found of one file: a procedure, an overlay, or (with no procedure) a file that could not be read.
struct Report {
    std::optional<std::string> procedure;
    std::string file;
    std::size_t configurations = 0;
    std::vector<int> proved;  // numbers of rights
    std::vector<Breach> breaches;
    std::vector<std::string> changes = {};  // of an overlay, those that it may make
};

/// Checks every pack of a folder with those it stands on. The order is that of the packs, then of the files in them.
std::vector<Report> check_folder(const std::vector<SourceFile>& files);

/// Checks the procedures of a ruleset that was loaded; whoever serves under it refuses one with breaches.
std::vector<Report> check_rules(const Ruleset& rules);

/// All breaches in `reports`; empty when everything is proved.
std::vector<Breach> breaches_of(const std::vector<Report>& reports);

}  // namespace hearth::procedure
