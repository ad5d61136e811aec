#include "cli/office_view.hpp"

#include <algorithm>

#include "matter/fold.hpp"
#include "office/filed_acts.hpp"

namespace hearth::cli {

namespace {

std::string by_whom(const record::Actor& by) {
    switch (by.kind) {
        case record::Actor::Kind::resident: return "resident";
        case record::Actor::Kind::post: return by.post.text + "@" + by.office.text;
        case record::Actor::Kind::clock: return "clock";
        case record::Actor::Kind::operator_: return "operator";
    }
    return {};
}

void write(const base::Json& value, std::size_t depth, std::string& out);

void write_member(const std::string& name, const base::Json& value, std::size_t depth, std::string& out) {
    out += std::string(depth * 2, ' ') + name + ":";
    if (value.is_structured()) {
        out += "\n";
        write(value, depth + 1, out);
    } else {
        out += " " + (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
    }
}

/// An item of a list: its first line carries a dash.
void write_item(const base::Json& item, std::size_t depth, std::string& out) {
    const std::size_t at = out.size();
    write(item, depth + 1, out);
    if (out.size() > at) out.replace(at + depth * 2, 1, "-");
}

void write(const base::Json& value, std::size_t depth, std::string& out) {
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) write_member(name, member, depth, out);
    } else if (value.is_array()) {
        for (const base::Json& item : value) write_item(item, depth, out);
    } else {
        out += std::string(depth * 2, ' ') + (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
    }
}

}  // namespace

std::string on_the_wall(base::Instant instant, const procedure::ZoneRules& zone) {
    const base::CivilTime time = base::civil_time(instant, zone.offset_s(instant));
    const int minutes = time.ms_of_day / 60'000;
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return base::to_string(time.date) + " " + two(minutes / 60) + ":" + two(minutes % 60);
}

std::string plain(const base::Json& value) {
    std::string out;
    write(value, 0, out);
    return out.empty() ? "nothing\n" : out;
}

base::Json OfficeView::summary() const {
    const auto open = store.open_matters();
    base::Json figures = base::Json::object();
    for (const record::FigureDelta& figure : store.figures()) figures[figure.key] = figure.add;
    base::Json shown{{"office", config.id.text},    {"origin", config.origin()}, {"entries", store.size()},
                     {"open matters", open.size()}, {"figures", figures},        {"pack", rules->pack.id},
                     {"rules", rules->digest}};
    if (const auto title = config.titles.find(language); title != config.titles.end()) shown["title"] = title->second;
    return shown;
}

base::Json OfficeView::row(const record::MatterRow& row) const {
    const auto folded = matter::load(row.folded);
    base::Json shown{{"state", row.state}, {"open", row.open}, {"changed", on_the_wall(row.changed_at, rules->zone())}};
    if (folded) {
        shown["number"] = matter::number_of(*folded, config.prefix);
        if (folded->due) shown["due"] = folded->due->last_day + (folded->due->provisional ? " (provisional)" : "");
    }
    if (!row.owner.empty()) shown["next to act"] = row.owner.text;
    if (const procedure::Procedure* procedure = rules->pack.procedure(row.procedure.text, folded ? folded->procedure_version : 0)) {
        if (const procedure::State* state = procedure->state(row.state)) shown["state"] = state->title.in(language);
    }
    return shown;
}

base::Json OfficeView::act(const record::StoredEntry& entry) const {
    const auto frame = record::open_frame(entry.frame);
    if (!frame) return {{"entry", entry.index}, {"unreadable", true}};
    base::Json shown{{"entry", entry.index},
                     {"act", frame->act},
                     {"by", by_whom(frame->by)},
                     {"at", on_the_wall(frame->recorded_at, rules->zone())}};
    if (!frame->to.empty()) shown["state"] = frame->to;
    if (matter::is_letter(*frame)) {
        for (const char* office : {"to", "from"})
            if (frame->facts.contains(office)) shown[office] = frame->facts[office];
        return shown;
    }
    if (frame->effective_from) shown["effective from"] = on_the_wall(*frame->effective_from, rules->zone());
    if (!frame->outcome.empty()) shown["outcome"] = frame->outcome;
    for (const record::SealedField& field : entry.content) {
        const auto disclosed = record::open_disclosure(field.disclosure);
        if (field.name == "receipt.code" || !disclosed) continue;
        shown["fields"][field.name] = field.klass == "sealed" ? base::Json("(sealed)") : disclosed->value;
    }
    return shown;
}

base::Json OfficeView::matter(base::MatterId id) const {
    const auto found = store.matter(id);
    if (!found) return {};
    base::Json shown = row(*found);
    const auto filed = office::filed_acts(store.entries_of(id), config.origin());
    for (std::size_t i = 0; i < filed.entries.size(); ++i) {
        base::Json one = act(filed.entries[i]);
        if (!filed.records[i].empty()) one["record"] = filed.records[i];
        shown["acts"].push_back(std::move(one));
    }
    return shown;
}

base::Json OfficeView::list(const std::vector<base::MatterId>& ids) const {
    base::Json rows = base::Json::array();
    for (const base::MatterId id : ids) {
        if (const auto found = store.matter(id)) rows.push_back(row(*found));
    }
    return rows;
}

base::Json OfficeView::overdue(base::Instant now) const {
    auto late = store.open_matters();
    std::erase_if(late, [&](const record::MatterRow& m) { return !m.due || *m.due > now; });
    std::ranges::sort(late, {}, [](const record::MatterRow& m) { return std::pair(*m.due, m.id); });
    base::Json rows = base::Json::array();
    for (const record::MatterRow& m : late) rows.push_back(row(m));
    return rows;
}

}  // namespace hearth::cli
