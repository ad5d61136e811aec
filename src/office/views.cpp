#include <algorithm>

#include "matter/fold.hpp"
#include "office/conflict.hpp"
#include "office/entered_words.hpp"
#include "office/office.hpp"
#include "office/transition.hpp"

namespace hearth::office {

namespace {

std::string quarter_of(base::CivilDate date) {
    return std::to_string(static_cast<int>(date.year())) + "Q" + std::to_string((static_cast<unsigned>(date.month()) + 2) / 3);
}

const procedure::Recipients* recipients(const procedure::Procedure& procedure, const record::Frame& frame,
                                        procedure::Recipients& extension) {
    const procedure::State* from = procedure.state(frame.from);
    if (frame.act == k_expired) return from != nullptr && from->on_expire ? &from->on_expire->notices : nullptr;
    if (const procedure::ActRule* rule = procedure.act(frame.act)) return &rule->notices;
    if (frame.act == k_no_news) extension = {{"resident", procedure.news_notice}};
    // Nobody was left to act: the person hears what she hears when an office passes her matter on.
    if (frame.act == k_declare_conflict && frame.facts.contains("passed_over")) {
        const auto passing = std::ranges::find_if(procedure.acts, [](const auto& act) { return act.has_effect("pass_on"); });
        return passing == procedure.acts.end() ? nullptr : &passing->notices;
    }
    if (frame.act == k_extend && from != nullptr && from->deadline && from->deadline->extend) {
        extension = {{"resident", from->deadline->extend->notice}};
    }
    return extension.empty() ? nullptr : &extension;
}

/// The letter by which a person hears that somebody entered her word, and how to undo it (right 21).
const std::string* told_of_entering(const procedure::Procedure& procedure, const record::Frame& frame) {
    const procedure::ActRule* rule = procedure.act(frame.act);
    if (rule == nullptr || frame.by.kind != record::Actor::Kind::resident || !frame.facts.contains("evidence")) return nullptr;
    const procedure::Assisted* assisted = assisted_of(procedure, *rule);
    return assisted == nullptr ? nullptr : &assisted->notice;
}

/// What happened elsewhere to a matter of which this office holds a part: whoever asked for news here hears of it as well.
std::vector<record::OutboxRow> notices_of_news(const Office& after, const record::Frame& letter, std::uint64_t entry) {
    std::vector<record::OutboxRow> rows;
    if (letter.facts.value("kind", "") != "news" || letter.act != matter::k_letter_received) return rows;
    for (const base::Json& told : letter.facts.at("frames")) {
        auto frame = record::frame_from_json(told);
        if (!frame) continue;
        frame->matter = letter.matter;
        for (record::OutboxRow& row : notices_of(after, *frame, entry))
            if (!row.to.starts_with("body:")) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<record::FigureDelta> figures_of(const Office& after, const record::Frame& frame) {
    if (frame.procedure.empty() || frame.matter.number == 0 || matter::is_letter(frame)) return {};
    const base::Instant legal = frame.effective_from.value_or(frame.received_at);
    const std::string stem = quarter_of(after.rules().zone().date(legal)) + "/" + frame.procedure.text + "/";
    std::vector<record::FigureDelta> deltas;
    const auto count = [&](const char* what, int add = 1) { deltas.push_back({stem + what, add}); };
    const auto fact = [&](const char* name) { return frame.facts.value(name, false); };
    if (frame.from.empty() && !frame.facts.contains("part")) count("received");
    if (fact("decided")) count("answered");
    if (frame.facts.contains("on_time")) count(fact("on_time") ? "time_kept" : "time_missed");
    if (fact("overturned")) count("overturned");
    if (fact("confirmed")) count("confirmed");
    if (fact("unconfirmed")) count("confirmed", -1);
    return deltas;
}

std::vector<record::OutboxRow> notices_of(const Office& after, const record::Frame& frame, std::uint64_t entry) {
    if (matter::is_letter(frame)) return notices_of_news(after, frame, entry);
    if (frame.imported || frame.matter.number == 0) return {};
    const procedure::Procedure* procedure = after.rules().pack.procedure(frame.procedure.text, frame.procedure_version);
    if (procedure == nullptr) return {};
    std::vector<record::OutboxRow> rows;
    if (const std::string* told = told_of_entering(*procedure, frame)) {
        const matter::Matter* m = after.find(frame.matter);
        const bool is_opener = m == nullptr || m->party == frame.by.party;
        rows.push_back({"notice", frame.matter, entry, is_opener ? "resident" : "parties", *told});
    }
    // A signature that waits for others is answered to who signed; the letters of the act go out when all have signed.
    if (frame.facts.contains("signs")) return rows;
    procedure::Recipients extension;
    const procedure::Recipients* list = recipients(*procedure, frame, extension);
    if (list == nullptr) return rows;
    for (const auto& [who, notice] : *list) {
        const std::string to = who == "body" ? "body:" + frame.owner.text : who;
        rows.push_back({"notice", frame.matter, entry, to, notice});
    }
    return rows;
}

}  // namespace hearth::office
