// hearth erase OFFICE --matter N: takes content out of the record for good; the act that says so stays.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/act_request.hpp"
#include "cli/commands.hpp"
#include "cli/control.hpp"
#include "cli/erase_request.hpp"
#include "cli/words.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string office;
    EraseRequest request;
};

base::Json here(const OfficePaths& paths, const EraseRequest& request) {
    OpenOffice office(paths);
    return to_json(erase(request, office.clerk(), paths, clerk::SystemClock().now()));
}

int run(const Options& options) {
    const OfficePaths paths{options.office};
    EraseRequest request = options.request;
    request.office = read_office_config(paths.config()).id.text;
    const auto served = ask_server(paths, "/control/erase", to_json(request));
    const base::Json outcome = served ? *served : here(paths, request);
    if (outcome.contains("acknowledged")) {
        const base::Json& told = outcome["acknowledged"];
        std::cout << "Erased; entry " << told.value("first", 0U) << " of the record says so, and on which ground.\n"
                  << "Backups forget it when they are restored, and end with their life; copies that people hold are theirs.\n";
        return k_ok;
    }
    if (!outcome.contains("refused")) throw base::Fault(outcome.value("fault", "the office gave no answer"));
    std::cerr << words_of(outcome["refused"]) << "\n";
    return k_refused;
}

}  // namespace

void add_erase(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* erase = app.add_subcommand("erase", "Erase content of a matter for good; the record still proves");
    erase->add_option("OFFICE", options->office, "folder of the office")->required();
    erase->add_option("--matter", options->request.matter, "number of the matter")->required();
    erase->add_option("--field", options->request.field, "one field, as request.name (default: all content of the matter)");
    erase->add_option("--ground", options->request.ground, "why, as a word: request, court_order; stands in the record for ever")
        ->required();
    erase->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
