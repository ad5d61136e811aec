// hearth demo [DIR]: a demonstration township from a seed, and then served like any other.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "clerk/passwords.hpp"
#include "cli/commands.hpp"
#include "cli/demo/five_offices.hpp"
#include "cli/demo/play.hpp"
#include "cli/installation.hpp"
#include "cli/roster_book.hpp"
#include "cli/roster_codes.hpp"
#include "cli/shipped_pack.hpp"
#include "cli/staff.hpp"
#include "store/people_store.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;

// The last played act lies a little before now, so that nothing of the town is still to come.
constexpr std::int64_t k_before_now_ms = 15LL * 60'000;

struct Options {
    std::string dir = "demo";
    std::string listen = "127.0.0.1:8080";
    std::uint64_t seed = 1;
    bool only_made = false;
};

/// What a newcomer is told of one office.
struct Founded {
    fs::path root;
    std::string vkey;
    std::vector<demo::Played> matters;
};

OfficePaths paths_of(const Options& options, const demo::TownOffice& office) {
    return {fs::path(options.dir) / office.config.id.text};
}

/// Founds all offices and plays the one matter that goes through them; the rest of their lives comes after it.
demo::FiveOfficesStory found(const Options& options, const demo::Town& town, base::Instant begin) {
    demo::SimulatedClock clock(begin);
    std::vector<std::unique_ptr<demo::PlayedOffice>> offices;
    for (const demo::TownOffice& office : town.offices)
        found_office(paths_of(options, office), office.config, shipped_pack("cn"), clock);
    demo::Dice dice(options.seed + town.offices.size());  // other seeds than those of the plays that follow
    for (const demo::TownOffice& office : town.offices) {
        offices.push_back(std::make_unique<demo::PlayedOffice>(paths_of(options, office), office.config, clock, dice.next(),
                                                               demo::PlayedOffice::Letters::beside));
    }
    demo::PlayedOffice::connect(offices, clock);
    demo::FiveOfficesStory story = demo::play_five_offices(offices, clock, town, begin);
    demo::PlayedOffice::disconnect(offices);
    return story;
}

Founded play(const Options& options, const demo::Town& town, std::size_t which, base::Instant end) {
    const demo::TownOffice& office = town.offices[which];
    const OfficePaths paths = paths_of(options, office);
    demo::SimulatedClock clock({end.ms - demo::play_length_ms()});
    demo::Dice dice(options.seed + which);
    demo::PlayedOffice played(paths, office.config, clock, dice.next(), demo::PlayedOffice::Letters::none);
    const auto set_clock = [&clock](base::Instant now) { clock.set(now); };
    return {paths.root, played.vkey(), demo::play_office(played.clerk(), set_clock, town, office.matters, dice, end)};
}

/// How the program is called from here.
std::string program() {
    const fs::path self = fs::read_symlink("/proc/self/exe");
    return self.parent_path() == "/usr/bin" ? self.filename().string() : fs::proximate(self).string();
}

constexpr const char* k_login = "clerk";
constexpr const char* k_window_login = "window";  // enters matters for others, and decides none
constexpr const char* k_password = "three willows by the ditch";

void staff_with(const OfficePaths& paths, const char* login, const std::vector<const char*>& posts) {
    const base::CivilDate from{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};
    for (const char* post : posts) give_post(paths, {login, post, from, {}});
    store::PeopleStore people(paths.people());
    people.set_secret(people.account_of(login)->id, clerk::hash_password(k_password), false);
}

/// Somebody to sit at the desk of the office, for whom every post of it is held, and somebody at its window.
void staff(const OfficePaths& paths) {
    staff_with(paths, k_login, {"handler", "unit_head", "reviewer", "re_reviewer"});
    staff_with(paths, k_window_login, {"hall_clerk"});
}

/// Puts the roster of the village's household representatives in place; the code on paper of the first of them.
web::household::Slip enter_households(const OfficePaths& paths, const demo::Town& town) {
    enter_roster(paths, town.roster);
    const base::CivilDate today = today_in(paths);
    const auto slips = draw_codes(paths, town.roster.front().household, today);
    keep_codes(paths, slips, today);
    return slips.front();
}

const demo::Played& matter_in(const Founded& office, const std::string& state) {
    for (const demo::Played& matter : office.matters)
        if (matter.state == state) return matter;
    return office.matters.front();
}

void tell(std::ostream& out, const Options& options, const std::vector<Founded>& offices, const demo::FiveOfficesStory& story,
          const web::household::Slip& slip) {
    const Founded& village = offices.front();
    const std::string root = village.root.string();
    const std::string hearth = program();
    std::size_t matters = 0;
    for (const Founded& office : offices) matters += office.matters.size();
    out << "A demonstration township (seed " << options.seed << ") lies in " << options.dir << ": " << offices.size()
        << " levels of offices, " << matters << " matters in every state. Places, persons and matters are invented.\n\n"
        << "What you may try, also while it is served:\n"
        << "  open                http://" << options.listen << "/\n"
        << "  look a matter up    by its receipt code " << matter_in(village, "answered").code
        << " (answered: the resident's word is next)\n"
        << "                      or " << matter_in(village, "late_door").code
        << " (nobody took it up in time: it moved up by itself)\n"
        << "                      or " << story.code << " in the village, the township or the county: one matter, one code;\n"
        << "                      the village was silent, the township stepped in, the county reviewed\n"
        << "  work at a desk      http://" << options.listen << "/en/o/" << village.root.filename().string() << "/desk as "
        << k_login << ", password: " << k_password << "\n"
        << "  write for others    the same as " << k_window_login << ", also in the field, without a network: .../desk/field\n"
        << "  for a household     .../household: household " << slip.household << ", code on paper " << slip.code
        << " (it opens once)\n"
        << "  see an office       " << hearth << " show " << root << "\n"
        << "  what is overdue     " << hearth << " show " << root << " --overdue\n"
        << "  be the resident     " << hearth << " act " << root << " confirm --code " << matter_in(village, "reminded").code
        << "\n"
        << "  raise a matter      " << hearth << " act " << root
        << " submit --field points='[\"Mend the well cover\"]' --field account='It is cracked.'\n"
        << "  trust nobody        " << hearth << " verify " << root << " --memory " << options.dir << "/verified \\\n"
        << "                        --key " << village.vkey << "\n\n";
}

/// Makes the township where there is none yet; what a newcomer is told is kept beside it.
void make(const Options& options, const fs::path& told) {
    if (fs::exists(options.dir) && !fs::is_empty(options.dir))
        throw base::Fault(options.dir + ": this folder holds something else; name a new or an empty one");
    const demo::Town town = demo::shipped_town(options.listen);
    const base::Instant end{clerk::SystemClock().now().ms - k_before_now_ms};
    std::cerr << "Playing a matter through five offices\n";
    const demo::FiveOfficesStory story = found(options, town, {end.ms - demo::play_length_ms() - demo::story_length_ms()});
    std::vector<Founded> offices;
    for (std::size_t i = 0; i < town.offices.size(); ++i) {
        std::cerr << "Playing " << town.offices[i].config.titles.at("en") << "\n";
        offices.push_back(play(options, town, i, end));
        staff(OfficePaths{offices.back().root});
    }
    const web::household::Slip slip = enter_households(OfficePaths{offices.front().root}, town);
    std::ofstream out(told);
    tell(out, options, offices, story, slip);
    if (!out.flush()) throw base::Fault(told.string() + ": cannot be written");
}

/// Serving is another command of the same program; from here on this process is it.
[[noreturn]] void become_server(const Options& options) {
    std::cout.flush();
    const char* const arguments[] = {"hearth", "serve", options.dir.c_str(), "--listen", options.listen.c_str(), nullptr};
    ::execv("/proc/self/exe", const_cast<char* const*>(arguments));
    throw base::Fault("the program cannot be started again to serve " + options.dir);
}

int run(const Options& options) {
    const fs::path told = fs::path(options.dir) / "what-to-try.txt";
    if (!fs::exists(told)) make(options, told);
    std::cout << std::ifstream(told).rdbuf();
    if (options.only_made) return k_ok;
    become_server(options);
}

}  // namespace

void add_demo(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* demo = app.add_subcommand("demo", "Make a demonstration township and serve it");
    demo->add_option("DIR", options->dir, "folder of the township; one that holds it already is served as it stands")
        ->capture_default_str();
    demo->add_option("--listen", options->listen, "address and port")->capture_default_str();
    demo->add_option("--seed", options->seed, "the same seed plays the same township")->capture_default_str();
    demo->add_flag("--only-made", options->only_made, "make it, but do not serve it");
    demo->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
