#include "matter/fold.hpp"

#include "matter/fold_facts.hpp"

namespace hearth::matter {

namespace {

using base::Instant;

void open(Matter& m, const record::Frame& f, Instant legal) {
    m.id = f.matter;
    m.procedure = f.procedure;
    m.procedure_version = f.procedure_version;
    m.code_digest = f.facts.value("code", "");
    m.party = {f.facts.value("party", "")};
    m.year = f.facts.value("year", 0);
    m.imported = f.imported;
    m.received_at = legal;
    m.last["received"] = legal;
}

/// A new round begins: what was counted and decided is forgotten by the rules, not by the record.
void begin_round(Matter& m) {
    m.counts.clear();
    m.decisions.clear();
    m.extensions.clear();
    m.matter_types.clear();
}

void enter_state(Matter& m, const record::Frame& f, Instant legal) {
    m.state = f.to;
    m.last["entry"] = legal;
    m.last["served"] = f.imported ? legal : f.recorded_at;
    m.extensions.erase(f.to);
    m.paused_at.reset();
}

/// The act counts as done; a signature that still waits for others does not.
void note_done(Matter& m, const record::Frame& f, Instant legal) {
    if (f.facts.contains("signs")) {
        m.signed_by[f.act].push_back(f.facts["signs"].get<std::string>());
        return;
    }
    ++m.counts[f.act];
    m.last[f.act] = legal;
    m.signed_by.erase(f.act);
}

}  // namespace

void fold(Matter& m, const record::Frame& f) {
    const Instant legal = f.effective_from.value_or(f.received_at);
    if (f.from.empty()) open(m, f, legal);
    if (f.facts.value("round", false)) begin_round(m);
    note_done(m, f, legal);
    ++m.acts;
    m.last_act = f.act;
    m.changed_at = f.recorded_at;
    m.imported = m.imported && f.imported;
    if (!f.facts.value("stays", false)) enter_state(m, f, legal);
    m.quiet = f.facts.value("quiet", false);
    m.overdue = f.facts.value("overdue", false);
    m.owner = f.owner;
    m.handling = f.handling;
    m.due = f.due;
    if (f.facts.contains("points")) m.points = f.facts["points"].get<int>();
    if (f.facts.contains("consents")) m.consents = f.facts["consents"].get<std::vector<std::string>>();
    if (f.facts.value("extension", false)) ++m.extensions[m.state];
    if (const std::string pause = f.facts.value("pause", ""); !pause.empty()) {
        m.paused_at = pause == "begins" ? std::optional(legal) : std::nullopt;
    }
    fold_facts(m, f);
    if (!f.outcome.empty() && f.by.kind == record::Actor::Kind::post)
        m.decisions.push_back({f.act, f.outcome.front(), f.by.office});
}

}  // namespace hearth::matter
