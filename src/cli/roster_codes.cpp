#include "cli/roster_codes.hpp"

#include <set>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "clerk/office_acts.hpp"
#include "clerk/receipt_code.hpp"
#include "cli/do_act.hpp"
#include "cli/roster_book.hpp"
#include "cli/served_office.hpp"
#include "store/files.hpp"
#include "store/people_store.hpp"
#include "store/roster_store.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;
using web::household::Slip;

base::CivilDate days_after(base::CivilDate day, int days) {
    return base::CivilDate{std::chrono::sys_days(day) + std::chrono::days(days)};
}

/// What the slips say of the office.
web::Site site_of(const OfficePaths& paths) {
    const OfficeConfig config = read_office_config(paths.config());
    web::OfficeSite office;
    office.profile.id = config.id;
    office.title = config.titles;
    office.place = config.places;
    office.telephone = config.telephone;
    office.hours = config.hours;
    office.record_url = record_url(config);
    web::Site site;
    site.offices.push_back(std::move(office));
    return site;
}

/// "household-codes-20261129T140500Z.html"
std::string file_name() {
    std::string name = "household-codes-";
    for (const char c : base::to_rfc3339({clerk::SystemClock().now().ms / 1000 * 1000}))
        if (c != '-' && c != ':') name += c;
    return name + ".html";
}

}  // namespace

std::vector<Slip> draw_codes(const OfficePaths& paths, const std::string& household, base::CivilDate today) {
    const std::string label = people::household_label(household);
    const auto open = store::PeopleStore(paths.people()).roster().not_proved(today);
    const std::set<std::string> wanted(open.begin(), open.end());
    clerk::SystemRandomness chance;
    std::vector<Slip> slips;
    for (const people::RosterLine& line : read_roster(paths)) {
        const bool may_get_one = !line.representative.empty() && people::is_in_term(line.until, today);
        if (label.empty() ? !wanted.contains(line.household) : line.household != label || !may_get_one) continue;
        slips.push_back(
            {line.household, line.representative, clerk::draw_receipt_code(chance), days_after(today, k_code_days - 1)});
    }
    if (slips.empty() && !label.empty()) throw base::Fault("the roster names nobody today who represents household " + label);
    return slips;
}

fs::path write_slips(const OfficePaths& paths, const std::vector<Slip>& slips, const fs::path& folder,
                     const std::string& language) {
    const web::Site site = site_of(paths);
    const bool speaks_chinese = site.offices.front().title.contains(std::string(web::k_chinese));
    const bool is_chinese = language.empty() ? speaks_chinese : language != web::k_english;
    const web::pages::Tongue tongue(site, is_chinese ? web::k_chinese : web::k_english);
    const web::pages::View view{site, tongue, &site.offices.front(), {}};
    fs::create_directories(folder);
    const fs::path file = folder / file_name();
    if (fs::exists(file)) throw base::Fault(file.string() + " is there already");
    store::append_synced(file, web::household::slips_file(view, slips));
    return file;
}

void keep_codes(const OfficePaths& paths, const std::vector<Slip>& slips, base::CivilDate today) {
    put_on_record(paths, clerk::k_roster_codes_drawn, {{"households", slips.size()}});
    std::vector<store::RosterStore::Code> codes;
    for (const Slip& slip : slips) codes.push_back({slip.household, clerk::receipt_code_digest(slip.code), today, slip.until});
    store::PeopleStore(paths.people()).roster().put_codes(codes);
}

}  // namespace hearth::cli
