#include "matter/fold.hpp"

#include <algorithm>

#include "base/check.hpp"
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

void add_holder(Matter& m, const base::OfficeId& office) {
    if (std::ranges::find(m.holders, office) == m.holders.end()) m.holders.push_back(office);
}

/// The matter goes on in the record of its next owner, or the office above was told by when it will be answered.
void send(Matter& m, const record::Frame& f, const std::string& kind) {
    if (kind == "custody") {
        m.custodian = {f.facts.value("to", "")};
        add_holder(m, m.custodian);
        m.slip.reset();
    } else if (kind == "slip") {
        m.slip = f.facts.contains("slip") ? std::optional(Instant{f.facts["slip"].get<std::int64_t>()}) : std::nullopt;
    }
}

/// The matter as the letter holds it; from here on it goes on here.
void take_over(Matter& m, const record::Frame& f) {
    auto file = load(f.facts.at("file").dump());
    HEARTH_CHECK(file.has_value());
    m = std::move(*file);
    m.id = f.matter;
    m.reference = f.facts.value("number", "");
    m.custodian = {};
    m.slip.reset();
    m.changed_at = f.recorded_at;
    add_holder(m, {f.facts.value("from", "")});
    std::erase(m.holders, f.office);
}

/// What happened elsewhere to a matter of which this office holds a part.
void hear(Matter& m, const record::Frame& f) {
    const base::MatterId id = m.id;
    for (const base::Json& told : f.facts.at("frames")) {
        const auto frame = record::frame_from_json(told);
        HEARTH_CHECK(frame.has_value());
        fold(m, *frame);
    }
    m.id = id;
    m.acts = f.facts.value("counted", m.acts);
    m.custodian = {f.facts.value("custodian", "")};
    for (const base::Json& holder : f.facts.at("holders")) add_holder(m, {holder.get<std::string>()});
    std::erase(m.holders, f.office);
}

/// False for what is an ordinary step in the office that it came to: a slip.
bool fold_letter(Matter& m, const record::Frame& f) {
    const std::string kind = f.facts.value("kind", "");
    if (f.act == k_letter_sent) {
        send(m, f, kind);
        return true;
    }
    if (kind == "slip") return false;
    if (kind == "custody") take_over(m, f);
    if (kind == "news") hear(m, f);
    return true;
}

}  // namespace

bool is_letter(const record::Frame& frame) { return frame.act == k_letter_sent || frame.act == k_letter_received; }

void fold(Matter& m, const record::Frame& f) {
    if (is_letter(f) && fold_letter(m, f)) return;
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
    m.news = f.facts.contains("news") ? std::optional(Instant{f.facts["news"].get<std::int64_t>()}) : std::nullopt;
    if (f.facts.contains("text")) m.procedure_version = f.facts["text"].get<int>();
    if (f.facts.contains("points")) m.points = f.facts["points"].get<int>();
    if (f.facts.contains("returned")) m.returns = f.facts["returned"].get<int>();
    if (f.facts.contains("about")) add_holder(m, {f.facts["about"].get<std::string>()});
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
