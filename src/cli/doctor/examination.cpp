#include "cli/doctor/examination.hpp"

#include "base/fault.hpp"
#include "cli/control.hpp"
#include "cli/doctor/chart.hpp"

namespace hearth::cli::doctor {

namespace {

/// What the serving process says of the office; told where it is there and does not answer.
void ask_how_it_does(Chart& chart) {
    constexpr long k_wait_ms = 5'000;
    chart.examine("serving", "serving_silent", [&] {
        chart.health = ask_server(chart.paths, "/control/health", {{"office", chart.config.id.text}}, k_wait_ms);
        look_at_serving(chart);
        if (chart.health && chart.health->contains("fault")) chart.health.reset();  // it says nothing of this office
    });
}

void look_all_over(Chart& chart, const Thoroughness& how) {
    ask_how_it_does(chart);
    look_at_database(chart, how.read_databases_through);
    look_at_procedures(chart);
    look_at_keys(chart);
    const auto outside = how.ask_neighbours ? ask_witnesses(chart) : std::vector<clerk::Outside>();
    look_at_checkpoint(chart, outside);
    look_at_clock(chart);
    look_at_calendar(chart);
    look_at_disk(chart);
    look_for_superiors(chart);
    if (how.ask_neighbours) ask_peers(chart);
    look_at_what_waits(chart);
    look_at_hooks(chart);
    look_at_backups(chart);
}

}  // namespace

std::vector<web::Finding> examine(const OfficePaths& paths, const Thoroughness& how, base::Instant now) {
    Chart chart{paths, {}, now, {}, {}, {}, {}};
    chart.examine("settings", "settings_bad", [&] {
        chart.config = read_office_config(paths.config());
        (void)settings_of(paths, chart.config, nullptr);
        chart.fine("settings", "settings_ok");
    });
    if (!chart.config.id.empty()) look_all_over(chart, how);
    return std::move(chart.findings);
}

std::vector<web::Finding> examine_installation(const std::filesystem::path& dir, const Thoroughness& how, base::Instant now) {
    std::vector<web::Finding> findings;
    for (const OfficePaths& office : offices_in(dir)) {
        for (web::Finding& finding : examine(office, how, now)) findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace hearth::cli::doctor
