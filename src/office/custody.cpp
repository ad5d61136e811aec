#include "office/custody.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "matter/fold.hpp"
#include "office/bodies.hpp"
#include "office/clocks.hpp"
#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

const procedure::Procedure& lateness_in(const Office& office) {
    const procedure::Procedure* procedure = office.rules().pack.procedure(k_lateness);
    HEARTH_CHECK(procedure != nullptr);
    return *procedure;
}

record::Due end_of(const procedure::Term& term, base::Instant start, const procedure::Ruleset& rules) {
    const auto due = procedure::due_date(term, start, rules.calendar(), rules.zone(), false);
    return {due.ends, base::to_string(due.last_day), due.provisional};
}

/// An act of the clock in a watching matter, which it opens where there is none yet.
record::Frame frame_in(const Office& office, const base::OfficeId& about, const std::string& code, const matter::Matter* known,
                       base::Instant now) {
    const procedure::Procedure& procedure = lateness_in(office);
    record::Frame f;
    f.office = office.profile().id;
    f.procedure = {procedure.id};
    f.procedure_version = procedure.version;
    f.matter = known == nullptr ? base::MatterId{office.matters_opened() + 1} : known->id;
    f.by.kind = record::Actor::Kind::clock;
    f.received_at = f.recorded_at = now;
    if (known != nullptr) f.from = known->state;
    f.handling = about;  // it owes the answer
    f.facts["about"] = about.text;
    if (known != nullptr) return f;
    f.facts["code"] = lateness_code(about, code);
    f.facts["year"] = static_cast<int>(office.rules().zone().date(now).year());
    return f;
}

void enter(const Office& office, const std::string& id, record::Frame& f) {
    const procedure::State* state = lateness_in(office).state(id);
    HEARTH_CHECK(state != nullptr);
    f.to = id;
    f.owner = owner_of(*state, f.handling, office);
    matter::Matter after;
    matter::fold(after, f);
    f.due = due_in(*state, after, office.rules());
}

}  // namespace

std::optional<base::OfficeId> passes_to(const Office& office, const matter::Matter& matter) {
    const OfficeProfile& profile = office.profile();
    const bool may_go = matter.custodian.empty() && !matter.imported && !matter.quiet && !matter.owner.empty();
    // A watch over an office stays with whoever watches it.
    const bool is_watched = matter.procedure.text == k_lateness && matter.owner == matter.handling;
    if (!may_go || is_watched || matter.owner == profile.id || !profile.peers.contains(matter.owner)) return std::nullopt;
    return matter.owner;
}

base::OfficeId slips_go_to(const OfficeProfile& profile) {
    if (profile.above.empty() || !profile.peers.contains(profile.above.front())) return {};
    return profile.above.front();
}

std::optional<record::Due> owed_by(const Office& office, const matter::Matter& matter) {
    const bool is_ours = matter.custodian.empty() && matter.owner == office.profile().id && matter.procedure.text != k_lateness;
    if (!is_ours || matter.quiet || matter.imported) return std::nullopt;
    return matter.due;
}

std::string lateness_code(const base::OfficeId& about, const std::string& code) {
    return digest_of(std::string(k_lateness) + "\n" + about.text + "\n" + code);
}

record::Frame slip_frame(const Office& office, const Letter& letter, const matter::Matter* known, base::Instant now) {
    HEARTH_CHECK(letter.due.has_value());
    record::Frame f = frame_in(office, letter.from, letter.code, known, now);
    f.act = matter::k_letter_received;
    f.facts["kind"] = word(LetterKind::slip);
    enter(office, lateness_in(office).starts, f);
    f.due = end_of(office.rules().pack.slip_grace, letter.due->ends, office.rules());
    return f;
}

record::Frame stale_frame(const Office& office, const base::OfficeId& about, const matter::Matter* known, base::Instant now) {
    record::Frame f = frame_in(office, about, {}, known, now);
    f.act = k_checkpoint_stale;
    const procedure::State* watched = lateness_in(office).state(lateness_in(office).starts);
    HEARTH_CHECK(watched != nullptr && watched->on_expire.has_value());
    enter(office, watched->on_expire->to, f);
    return f;
}

record::Frame answered_frame(const Office& office, const matter::Matter& watch, base::Instant now) {
    const auto& states = lateness_in(office).states;
    const auto settled = std::ranges::find_if(states, [](const procedure::State& state) { return state.quiet; });
    HEARTH_CHECK(settled != states.end());
    record::Frame f = frame_in(office, watch.holders.empty() ? base::OfficeId{} : watch.holders.front(), {}, &watch, now);
    f.act = k_slip_answered;
    f.to = settled->id;
    f.facts["quiet"] = true;
    return f;
}

base::Instant stale_from(const Office& office, base::Instant heard_at) {
    return end_of(office.rules().pack.slip_stale, heard_at, office.rules()).ends;
}

}  // namespace hearth::office
