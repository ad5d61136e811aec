#include "cli/roster_book.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "clerk/keys.hpp"
#include "clerk/office_acts.hpp"
#include "cli/do_act.hpp"
#include "store/people_store.hpp"
#include "store/roster_store.hpp"

namespace hearth::cli {

namespace {

using people::RosterLine;

clerk::BoxKey box_key(const OfficePaths& paths) { return clerk::BoxKey(clerk::read_key_file(paths.box_key(), clerk::k_box_kind)); }

std::string opened(const std::string& sealed, const clerk::BoxKey& key) {
    if (sealed.empty()) return {};
    const auto bytes = base::from_base64(sealed);
    const auto name = bytes ? key.open(*bytes) : std::nullopt;
    if (!name) throw base::Fault("the roster in people.db was sealed to another key than keys/box.key");
    return *name;
}

std::string sealed(const std::string& name, const base::Bytes32& key) {
    return name.empty() ? std::string() : base::base64(clerk::seal_to(key, name));
}

}  // namespace

base::CivilDate today_in(const OfficePaths& paths) {
    return load_procedures(read_procedures(paths.procedures()))->zone().date(clerk::SystemClock().now());
}

std::vector<RosterLine> read_roster(const OfficePaths& paths) {
    const clerk::BoxKey key = box_key(paths);
    store::PeopleStore people(paths.people());
    std::vector<RosterLine> roster;
    for (const auto& household : people.roster().households())
        roster.push_back({household.label, opened(household.representative, key), household.until});
    return roster;
}

people::RosterChanges enter_roster(const OfficePaths& paths, const std::vector<RosterLine>& roster) {
    people::RosterChanges changes = people::changes_between(read_roster(paths), roster);
    const auto named = std::ranges::count_if(roster, [](const RosterLine& line) { return !line.representative.empty(); });
    const std::uint64_t entry = put_on_record(paths, clerk::k_roster_entered,
                                              {{"households", roster.size()},
                                               {"named", static_cast<std::uint64_t>(named)},
                                               {"added", changes.added.size()},
                                               {"gone", changes.gone.size()},
                                               {"changed", changes.changed.size()}});
    const base::Bytes32 key = box_key(paths).public_key();
    std::vector<store::RosterStore::Household> households;
    for (const RosterLine& line : roster) households.push_back({line.household, sealed(line.representative, key), line.until});
    store::PeopleStore(paths.people()).roster().enter(households, changes.same, entry);
    return changes;
}

}  // namespace hearth::cli
