// hearth rebuild OFFICE: drops the views and fills them again from the acts.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "cli/office_lock.hpp"
#include "cli/progress.hpp"
#include "cli/refold.hpp"

namespace hearth::cli {

namespace {

constexpr std::size_t k_rows_per_batch = 500;

/// The state of the office comes last: without it no clerk begins to work, so a rebuild that was broken off is done again.
void refill(record::Store& store, const Refold& refold) {
    const auto rows = refold.rows();
    Progress progress("rows written");
    store.drop_views();
    for (std::size_t first = 0; first < rows.size(); first += k_rows_per_batch) {
        const std::size_t end = std::min(rows.size(), first + k_rows_per_batch);
        store.rebuild_batch({rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(end)},
                            {}, "");
        progress(end, rows.size());
    }
    store.rebuild_batch({}, refold.figures(), refold.office_state());
}

int run(const std::string& office) {
    const OfficePaths paths{office};
    const OfficeLock lock(paths.lock());
    const auto store = open_store(paths);
    const auto rules = load_procedures(read_procedures(paths.procedures()));
    Refold refold(settings_of(paths, read_office_config(paths.config()), rules).profile, rules);
    const auto folded = [&] {
        Progress progress("acts folded");
        return refold.catch_up(*store, std::ref(progress));
    }();
    if (!folded) {
        std::cerr << "hearth: nothing was changed; the record cannot be folded: " << base::to_string(folded.error()) << "\n";
        return k_refused;
    }
    refill(*store, refold);
    std::cout << "Views made anew from " << refold.size() << " acts: " << refold.rows().size()
              << " matters. The search index follows once the office is served.\n";
    return k_ok;
}

}  // namespace

void add_rebuild(CLI::App& app, int& exit_code) {
    auto office = std::make_shared<std::string>();
    CLI::App* rebuild = app.add_subcommand("rebuild", "Drop the views of an office and fill them again from its acts");
    rebuild->add_option("OFFICE", *office, "folder of the office, not being served")->required();
    rebuild->callback([office, &exit_code] { exit_code = run(*office); });
}

}  // namespace hearth::cli
