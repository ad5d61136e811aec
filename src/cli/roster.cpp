// hearth roster OFFICE: which household is represented by whom, and who proved it.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "base/fault.hpp"
#include "cli/commands.hpp"
#include "cli/roster_book.hpp"
#include "cli/roster_codes.hpp"
#include "ingest/roster.hpp"
#include "store/people_store.hpp"
#include "store/roster_store.hpp"
#include "web/refusal_words.hpp"

namespace hearth::cli {

namespace {

using people::RosterLine;

struct Options {
    std::string office;
    std::string file;
    std::string out;
    std::string household;
    std::string language;
    bool is_try = false;
    bool is_open = false;
};

/// Everything that is wrong, a line for each; the rule that said no behind it.
void tell_refused(const std::vector<base::Refusal>& refusals) {
    const web::Catalogue words(web::k_english);
    for (const base::Refusal& refusal : refusals)
        std::cerr << to_string(refusal.place) << ": " << web::words_of(refusal, words) << " (" << refusal.rule << ")\n";
    std::cerr << "Nothing was taken.\n";
}

void tell(const char* words, const std::vector<std::string>& labels) {
    if (labels.empty()) return;
    std::cout << words;
    for (const std::string& label : labels) std::cout << " " << label;
    std::cout << "\n";
}

void tell(const people::RosterChanges& changes, std::size_t households) {
    std::cout << households << " households: " << changes.added.size() << " added, " << changes.gone.size() << " gone, "
              << changes.changed.size() << " with another representative, " << changes.dated.size() << " with another last day, "
              << changes.same.size() - changes.dated.size() << " as before.\n";
    tell("Added:", changes.added);
    tell("Gone, with what was proved:", changes.gone);
    tell("Another representative, who has nothing proved:", changes.changed);
    tell("Another last day:", changes.dated);
}

int import(const Options& options) {
    const OfficePaths paths{options.office};
    std::ifstream in(options.file, std::ios::binary);
    if (!in) throw base::Fault(options.file + ": cannot be read");
    const auto parsed = ingest::parse_roster(in, options.file);
    if (const auto* refusals = std::get_if<std::vector<base::Refusal>>(&parsed)) {
        tell_refused(*refusals);
        return k_refused;
    }
    const auto& roster = std::get<std::vector<RosterLine>>(parsed);
    if (options.is_try) {
        tell(people::changes_between(read_roster(paths), roster), roster.size());
        std::cout << "Nothing was taken: this was a try.\n";
        return k_ok;
    }
    tell(enter_roster(paths, roster), roster.size());
    return k_ok;
}

int end(const Options& options) {
    const OfficePaths paths{options.office};
    tell(enter_roster(paths, {}), 0);
    return k_ok;
}

int codes(const Options& options) {
    const OfficePaths paths{options.office};
    const base::CivilDate today = today_in(paths);
    const auto slips = draw_codes(paths, options.household, today);
    if (slips.empty()) {
        std::cout << "Nobody needs a code: every representative who is named has proved it.\n";
        return k_ok;
    }
    // Written first: a disk that is full voids no code of before.
    const auto file = write_slips(paths, slips, options.out, options.language);
    try {
        keep_codes(paths, slips, today);
    } catch (...) {
        std::filesystem::remove(file);
        throw;
    }
    std::cout
        << "Codes for " << slips.size() << " households, to be used until " << base::to_string(slips.front().until) << ": "
        << file.string() << "\n"
        << "Older codes of these households open nothing any more. Print the file, cut it, hand each slip to the representative "
           "herself, and delete the file: whoever reads it can prove to be any of them.\n";
    return k_ok;
}

int show(const Options& options) {
    const OfficePaths paths{options.office};
    const base::CivilDate today = today_in(paths);
    store::PeopleStore people(paths.people());
    const auto standing = people.roster().standing(today);
    std::cout << "Households: " << standing.households << "\nWith a named representative: " << standing.named
              << "\nCodes on paper that are out: " << standing.codes_out << "\nProved: " << standing.proved << "\n";
    if (options.is_open) tell("Not proved yet:", people.roster().not_proved(today));
    return k_ok;
}

}  // namespace

void add_roster(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* roster = app.add_subcommand("roster", "Which household is represented by whom, and who proved it");
    roster->require_subcommand(1);
    const auto add = [&](const char* name, const char* words, int (*what)(const Options&)) {
        CLI::App* command = roster->add_subcommand(name, words);
        command->add_option("OFFICE", options->office, "folder of the office")->required();
        command->callback([options, &exit_code, what] { exit_code = what(*options); });
        return command;
    };
    CLI::App* imported = add("import", "Take a roster in the place of the one before it", import);
    imported->add_option("FILE", options->file, "CSV with the columns household, representative and, if wanted, until")->required();
    imported->add_flag("--try", options->is_try, "only show what would change");
    CLI::App* drawn = add("codes", "Draw codes on paper for representatives who have not proved it yet", codes);
    drawn->add_option("--out", options->out, "folder for the file that is printed")->required();
    drawn->add_option("--household", options->household,
                      "for this household alone, also when its representative lost her own code");
    drawn->add_option("--language", options->language, "of the slips (default: zh-Hans where the office has a name in it)")
        ->check(CLI::IsMember({"en", "zh-Hans"}));
    CLI::App* shown = add("show", "How many households, named, codes out, proved", show);
    shown->add_flag("--open", options->is_open, "also the labels of those that are not proved yet");
    add("end", "End the roster, with all names, codes and proofs", end);
}

}  // namespace hearth::cli
