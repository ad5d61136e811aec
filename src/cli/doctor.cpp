// hearth doctor DIR: looks an installation over and says what to do.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "base/json.hpp"
#include "clerk/effects.hpp"
#include "cli/commands.hpp"
#include "cli/doctor/examination.hpp"

namespace hearth::cli {

namespace {

using web::Finding;

struct Options {
    std::string dir;
    bool offline = false;
    bool as_json = false;
};

base::Json as_json(const std::vector<Finding>& findings, base::Instant now, const web::Catalogue& say) {
    base::Json list = base::Json::array();
    for (const Finding& finding : findings) {
        base::Json one{{"office", finding.office},        {"check", finding.check},
                       {"finding", finding.id},           {"attention", finding.needs_attention},
                       {"values", finding.values},        {"words", words_of(finding, say)},
                       {"to_do", advice_on(finding, say)}};
        list.push_back(std::move(one));
    }
    return {{"hearth_doctor", 1},
            {"at", to_rfc3339(now)},
            {"attention", std::ranges::count_if(findings, &Finding::needs_attention)},
            {"findings", std::move(list)}};
}

void print(const std::vector<Finding>& findings, const web::Catalogue& say) {
    std::string office;
    for (const Finding& finding : findings) {
        if (finding.office != office) std::cout << finding.office << "\n";
        office = finding.office;
        std::cout << (finding.needs_attention ? "  LOOK HERE  " : "  fine       ") << title_of(finding, say) << ": "
                  << words_of(finding, say);
        if (finding.needs_attention) std::cout << " " << say("doctor.to_do") << " " << advice_on(finding, say);
        std::cout << "\n";
    }
    const auto count = std::ranges::count_if(findings, &Finding::needs_attention);
    std::cout << (count == 0 ? say("doctor.all_fine") : say.count("doctor.verdict", count)) << "\n";
}

int run(const Options& options) {
    const base::Instant now = clerk::SystemClock().now();
    const auto findings =
        doctor::examine_installation(options.dir, {.ask_neighbours = !options.offline, .read_databases_through = true}, now);
    const web::Catalogue say(web::k_english);
    if (options.as_json)
        std::cout << as_json(findings, now, say).dump(2) << "\n";
    else
        print(findings, say);
    return std::ranges::any_of(findings, &Finding::needs_attention) ? k_refused : k_ok;
}

}  // namespace

void add_doctor(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("doctor", "Look an installation over, served or not, and say what to do");
    command->add_option("DIR", options->dir, "folder of the installation or of one office")->required();
    command->add_flag("--offline", options->offline, "ask no witness, mirror or peer over the network");
    command->add_flag("--json", options->as_json, "print JSON");
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
