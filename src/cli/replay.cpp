// hearth replay OFFICE: whether views and state follow from the acts.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/installation.hpp"
#include "cli/progress.hpp"
#include "cli/refold.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::cli {

namespace {

int run(const std::string& office) {
    const OfficePaths paths{office};
    store::SqliteStore store(store::files_in(paths.root), store::SqliteStore::Access::read);
    const auto rules = load_procedures(read_procedures(paths.procedures()));
    Refold refold(settings_of(paths, read_office_config(paths.config()), rules).profile, rules);
    Progress progress("acts folded");
    std::optional<std::string> difference;
    do {
        const auto folded = refold.catch_up(store, std::ref(progress));
        if (!folded) {
            std::cerr << "hearth: the record cannot be folded: " << base::to_string(folded.error()) << "\n";
            return k_refused;
        }
        difference = first_difference(store, refold);
        // An office that is served may have gone on while its views were read; then they are read again.
    } while (difference && store.size() != refold.size());
    if (difference) {
        std::cerr << "hearth: the views do not follow from the acts: " << *difference << "\n"
                  << "hearth rebuild makes them anew; the record itself is judged by hearth verify.\n";
        return k_refused;
    }
    std::cout << "The views follow from the acts: " << refold.size() << " acts, " << refold.rows().size() << " matters, "
              << refold.figures().size() << " figures.\n";
    return k_ok;
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
    auto office = std::make_shared<std::string>();
    CLI::App* replay = app.add_subcommand("replay", "Fold all acts afresh and say whether the views follow from them");
    replay->add_option("OFFICE", *office, "folder of the office")->required();
    replay->callback([office, &exit_code] { exit_code = run(*office); });
}

}  // namespace hearth::cli
