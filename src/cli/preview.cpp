// hearth preview OFFICE [--pack DIR]: what another pack or calendar would do, before anybody takes it.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/preview/foresight.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string office;
    std::string pack;
    std::string language = "en";
};

int run(const Options& options) {
    const OfficePaths paths{options.office};
    const auto files = read_procedures(options.pack.empty() ? paths.procedures() : std::filesystem::path(options.pack));
    const web::Foresight seen = preview::foresee(paths, files);
    std::cout << preview::text_of(seen, options.language);
    return seen.refused.empty() ? k_ok : k_refused;
}

}  // namespace

void add_preview(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* preview = app.add_subcommand("preview", "Say what another pack or calendar would change; writes nothing");
    preview->add_option("OFFICE", options->office, "folder of the office; it may be served meanwhile")->required();
    preview->add_option("--pack", options->pack, "folder with the pack (default: what lies in OFFICE/procedures now)");
    preview->add_option("--language", options->language, "en or zh-Hans")
        ->check(CLI::IsMember({"en", "zh-Hans"}))
        ->capture_default_str();
    preview->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
