#include "cli/preview/foresight.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "base/fault.hpp"
#include "cli/office_rules.hpp"
#include "matter/matter.hpp"
#include "office/clocks.hpp"
#include "office/newer_text.hpp"
#include "office/office.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::cli::preview {

namespace {

using web::Foresight;
using web::Running;
using Files = std::vector<procedure::SourceFile>;

/// The files of the pack that the record named last; of an office that has named none, those in its folder.
Files files_in_force(const OfficePaths& paths, const OfficeConfig& config, record::Store& store) {
    const auto packs = store.packs();
    if (packs.empty()) return read_procedures(paths.procedures());
    office::OfficeProfile profile;
    profile.id = config.id;
    office::Office office(std::move(profile), load_procedures(unpacked(packs.back())));
    if (!office.load(store.office_state())) return read_procedures(paths.procedures());
    const auto named = std::ranges::find(packs, office.ruleset(), &record::PackText::digest);
    return named == packs.end() ? read_procedures(paths.procedures()) : unpacked(*named);
}

void compare_calendars(Foresight& seen) {
    const procedure::Calendar& before = seen.before->calendar();
    const procedure::Calendar& after = seen.after->calendar();
    std::set<int> years;
    for (const auto* calendar : {&before, &after})
        for (const auto& [year, days] : calendar->years) years.insert(year);
    for (const int year : years) {
        if (!before.years.contains(year)) seen.years.push_back(year);
        const std::chrono::sys_days end{std::chrono::year(year + 1) / 1 / 1};
        for (std::chrono::sys_days day{std::chrono::year(year) / 1 / 1}; day < end; day += std::chrono::days{1}) {
            const bool works = after.is_working_day(day);
            if (works != before.is_working_day(day)) seen.days.emplace_back(base::CivilDate{day}, works);
        }
    }
}

/// Counts the running term of a matter by both calendars.
void count_anew(Foresight& seen, const matter::Matter& matter, const procedure::State& state,
                std::map<std::pair<std::string, std::string>, std::uint64_t>& moved) {
    if (!matter.due || matter.overdue || !state.deadline) return;
    const auto before = office::due_in(state, matter, *seen.before);
    const auto after = office::due_in(state, matter, *seen.after);
    if (matter.paused_at || !before || !after || before->last_day != matter.due->last_day) {
        ++seen.terms_passed;
        return;
    }
    ++seen.terms;
    if (before->last_day != after->last_day) ++moved[{before->last_day, after->last_day}];
}

void look_at_matters(Foresight& seen, record::Store& store) {
    std::map<std::pair<std::string, int>, Running> running;
    std::map<std::pair<std::string, std::string>, std::uint64_t> moved;
    for (const record::MatterRow& row : store.open_matters()) {
        const auto matter = matter::load(row.folded);
        const auto* procedure = matter ? seen.after->pack.procedure(matter->procedure.text, matter->procedure_version) : nullptr;
        const procedure::State* state = procedure == nullptr ? nullptr : procedure->state(matter->state);
        if (state == nullptr) continue;
        count_anew(seen, *matter, *state, moved);
        const procedure::Procedure* newest = seen.after->pack.procedure(procedure->id);
        if (newest != nullptr && newest->version == procedure->version) continue;
        Running& group = running[{procedure->id, procedure->version}];
        group.procedure = procedure->id;
        group.version = procedure->version;
        ++group.count;
        if (office::newer_text(*seen.after, *matter) != nullptr) ++group.offered;
    }
    for (auto& [key, group] : running) seen.running.push_back(std::move(group));
    for (const auto& [days, count] : moved)
        seen.moved.push_back({base::parse_date(days.first).value(), base::parse_date(days.second).value(), count});
}

/// Loads it as the office would, and says no as the office would.
bool is_taken(Foresight& seen, const Files& files, record::Store& store) {
    try {
        seen.after = load_procedures(files);
        seen.after = with_former(load_lawful_procedures(files), files, store);
        check_change(files, *seen.after, store);
    } catch (const base::Fault& fault) {
        seen.refused = fault.what();
    }
    return seen.refused.empty();
}

}  // namespace

Foresight foresee(const OfficePaths& paths, const Files& files) {
    store::SqliteStore store(store::files_in(paths.root), store::SqliteStore::Access::read);
    const Files in_force = files_in_force(paths, read_office_config(paths.config()), store);
    Foresight seen;
    seen.before = load_procedures(in_force);
    const bool taken = is_taken(seen, files, store);
    if (!seen.after || seen.after->digest == seen.before->digest) return seen;
    seen.texts = procedure::changed_texts(in_force, files);
    compare_calendars(seen);
    if (taken) look_at_matters(seen, store);
    return seen;
}

}  // namespace hearth::cli::preview
