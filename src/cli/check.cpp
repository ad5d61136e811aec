// hearth check DIR [--json]: proves the rights of every procedure in a folder of packs, or shows the way to each breach.
#include "procedure/check/check.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "procedure/rights/right.hpp"

namespace hearth::cli {

namespace {

using procedure::Breach;
using procedure::Report;

nlohmann::ordered_json as_json(const Report& report) {
    nlohmann::ordered_json violations = nlohmann::ordered_json::array();
    for (const Breach& breach : report.breaches) {
        violations.push_back(
            {{"right", breach.right}, {"where", to_string(breach.where)}, {"path", breach.path}, {"message", breach.message}});
    }
    return {{"procedure", report.procedure ? nlohmann::ordered_json(*report.procedure) : nlohmann::ordered_json(nullptr)},
            {"file", report.file},
            {"configurations", report.configurations},
            {"proved", report.proved},
            {"violations", violations}};
}

void print_json(const std::vector<Report>& reports) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Report& report : reports) all.push_back(as_json(report));
    std::cout << all.dump(2) << "\n";
}

/// "1 to 12, 14 to 24"
std::string ranges_of(const std::vector<int>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        text += (text.empty() ? "" : ", ") + std::to_string(numbers[i]);
        if (last > i) text += " to " + std::to_string(numbers[last]);
        i = last + 1;
    }
    return text;
}

void print_breach(const Breach& breach) {
    std::cout << "  " << to_string(breach.where) << ": ";
    std::cout << (breach.right == 0 ? "the text" : "right " + std::to_string(breach.right)) << ": " << breach.message << "\n";
    for (std::size_t i = 0; i < breach.path.size(); ++i) std::cout << (i == 0 ? "      " : " -> ") << breach.path[i];
    if (!breach.path.empty()) std::cout << "\n";
    if (breach.right > 0) {
        std::cout << "      It takes this away: " << procedure::all_rights()[static_cast<std::size_t>(breach.right) - 1].sentence
                  << "\n";
    }
}

void print(const Report& report) {
    std::cout << report.procedure.value_or("(no procedure)") << "  " << report.file << "\n";
    if (!report.proved.empty()) {
        std::cout << "  proved over " << report.configurations << " configurations: rights " << ranges_of(report.proved) << "\n";
    }
    for (const std::string& change : report.changes) std::cout << "  changed, as an overlay may: " << change << "\n";
    for (const Breach& breach : report.breaches) print_breach(breach);
}

int check(const std::string& folder, bool json) {
    const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
    std::vector<procedure::SourceFile> files = read_procedures(folder);
    for (procedure::SourceFile& file : files) file.name.insert(0, prefix);
    const auto reports = procedure::check_folder(files);
    if (json)
        print_json(reports);
    else
        for (const Report& report : reports) print(report);
    const std::size_t breaches = breaches_of(reports).size();
    if (!json && breaches == 0) std::cout << "Every right is kept.\n";
    if (!json && breaches > 0) std::cout << breaches << (breaches == 1 ? " breach.\n" : " breaches.\n");
    return breaches == 0 ? k_ok : k_refused;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
    struct Options {
        std::string folder;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("check", "Prove the twenty-four rights for every procedure below a folder of packs");
    command->add_option("dir", options->folder, "folder with one pack or several")->required();
    command->add_flag("--json", options->json, "one JSON array instead of words");
    command->callback([options, &exit_code] { exit_code = check(options->folder, options->json); });
}

}  // namespace hearth::cli
