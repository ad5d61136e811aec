#include "office/clocks.hpp"

#include <algorithm>

#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

using base::CivilDate;
using base::Instant;

record::Due to_due(const procedure::DueDate& date) { return {date.ends, base::to_string(date.last_day), date.provisional}; }

/// The end of a civil day in the zone of the rules.
record::Due end_of_day(CivilDate day, bool provisional, const procedure::ZoneRules& zone) {
    const CivilDate next{std::chrono::sys_days{day} + std::chrono::days{1}};
    return {zone.instant_of({next, 0}), base::to_string(day), provisional};
}

std::optional<Instant> latest_start(const procedure::Deadline& deadline, const matter::Matter& matter) {
    std::optional<Instant> latest;
    for (const std::string& word : deadline.start) {
        const auto at = instant_named(matter, word);
        if (at && (!latest || *at > *latest)) latest = at;
    }
    return latest;
}

}  // namespace

std::optional<Instant> instant_named(const matter::Matter& matter, const std::string& word) {
    const auto it = matter.last.find(word);
    if (it == matter.last.end()) return std::nullopt;
    return it->second;
}

std::optional<record::Due> due_in(const procedure::State& state, const matter::Matter& matter, const procedure::Ruleset& rules,
                                  std::optional<CivilDate> agreed) {
    if (!state.deadline) return std::nullopt;
    const procedure::Deadline& deadline = *state.deadline;
    procedure::Term term = deadline.term;
    if (deadline.extend) {
        const auto granted = matter.extensions.find(state.id);
        if (granted != matter.extensions.end()) term.n += granted->second * deadline.extend->n;
    }
    const auto entry = instant_named(matter, "entry");
    const Instant start = latest_start(deadline, matter).value_or(entry.value_or(matter.received_at));
    const auto due = procedure::due_date(term, start, rules.calendar(), rules.zone(), deadline.roll_to_working_day);
    if (agreed && *agreed < due.last_day) return end_of_day(*agreed, !rules.calendar().is_published(*agreed), rules.zone());
    return to_due(due);
}

record::Due due_after_pause(const record::Due& before, const procedure::Deadline::Pause& pause, Instant paused_at, Instant until,
                            const procedure::Ruleset& rules) {
    const auto day = [&](Instant at) { return std::chrono::sys_days{rules.zone().date(at)}; };
    const auto longest = procedure::due_date(pause.term, paused_at, rules.calendar(), rules.zone(), false);
    const auto stood = std::min(day(until), std::chrono::sys_days{longest.last_day}) - day(paused_at);
    const auto last = base::parse_date(before.last_day);
    HEARTH_CHECK(last.has_value());
    const CivilDate moved{std::chrono::sys_days{*last} + stood};
    return end_of_day(moved, before.provisional || !rules.calendar().is_published(moved), rules.zone());
}

}  // namespace hearth::office
