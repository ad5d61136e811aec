#include <chrono>
#include <map>
#include <set>

#include "web/desk/bounced.hpp"
#include "web/desk/changes.hpp"
#include "web/desk/desk_list.hpp"
#include "web/desk/opened.hpp"
#include "web/forms/questions.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/timeline.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using record::MatterRow;

constexpr std::int64_t k_day_ms = 86'400'000;

const char* tag_of(int days_left) {
    if (days_left < 0) return "LATE";
    if (days_left == 0) return "TODAY";
    return days_left == 1 ? "TOMORROW" : nullptr;
}

/// Terms end at midnight after their last day, so the last day is that of the moment before.
void fill_due(TemplateDictionary& row, const Visit& visit, const MatterRow& matter) {
    if (!matter.due) {
        row.ShowSection("NO_DUE");
        return;
    }
    const auto& zone = visit.view.office->rules->zone();
    const base::CivilDate last_day = zone.date({matter.due->ms - 1});
    const auto left = std::chrono::sys_days(last_day) - std::chrono::sys_days(zone.date(visit.now));
    row.ShowSection("DUE");
    row.SetValue("DUE_DAY", visit.view.tongue.dates.day(last_day));
    if (const char* tag = tag_of(static_cast<int>(left.count())); tag != nullptr) row.ShowSection(tag);
}

std::string whose_turn(const Visit& visit, const MatterRow& row) {
    if (row.owner.empty()) return visit.view.tongue.catalogue("desk.turn_resident");
    return visit.view.tongue.wording.office(row.owner);
}

/// What happened since this time yesterday: that it came, or what was done last.
void fill_news(TemplateDictionary& row, const Visit& visit, const MatterRow& matter, const pages::OpenedMatter& opened) {
    const base::Instant yesterday{visit.now.ms - k_day_ms};
    if (matter.changed_at < yesterday) return;
    row.ShowSection("NEWS");
    if (matter.opened_at >= yesterday) row.ShowSection("NEW");
    if (opened.matter.acts > 1) row.SetValue("LAST_ACT", pages::title_of_act(opened.matter.last_act, opened.procedure, visit.view));
}

/// An act that can be done for several matters of the list at once.
struct Together {
    std::string id;  // "request/accept"
    std::string words;

    auto operator<=>(const Together&) const = default;
};

/// A box where something can be done together; what that is joins the buttons below the list.
void fill_box(TemplateDictionary& row, const Visit& visit, const pages::OpenedMatter& opened, std::set<Together>& together) {
    const auto acts = done_together(visit, opened);
    row.ShowSection(acts.empty() ? "ALONE" : "BOX");
    row.SetValue("MATTER_ID", std::to_string(opened.matter.id.number));
    row.SetValue("SEEN", std::to_string(opened.matter.acts));
    const pages::Wording& words = visit.view.tongue.wording;
    for (const procedure::ActRule* act : acts) {
        together.insert(
            {opened.procedure.id + "/" + act->id,
             visit.view.tongue.catalogue.with("desk.together_act", words.of(act->title), words.of(opened.procedure.title))});
    }
}

/// `together`: what could be done in several of the rows.
void fill_row(TemplateDictionary& values, const Visit& visit, const MatterRow& matter, const record::StoredEntry& opening,
              bool has_bounced, std::set<Together>& together) {
    const auto opened = opened_of(visit, matter, {opening});
    if (!opened) return;
    auto* row = values.AddSectionDictionary("MATTER");
    row->SetValue("LINK", visit.view.home() + "/desk/matter/" + std::to_string(matter.id.number));
    const bool is_aside = stands_aside(visit, opened->matter);
    row->SetValue("HEADING", is_aside ? visit.view.tongue.catalogue("desk.you_stand_aside") : heading_of(visit, *opened));
    row->SetValue("NUMBER", matter::number_of(opened->matter, visit.view.office->profile.matter_prefix));
    row->SetValue("STATE", visit.view.tongue.wording.of(opened->procedure.state(matter.state)->title));
    row->SetValue("TURN", whose_turn(visit, matter));
    fill_news(*row, visit, matter, *opened);
    if (has_bounced) row->ShowSection("BOUNCED");
    fill_due(*row, visit, matter);
    if (is_aside)
        row->ShowSection("ALONE");
    else
        fill_box(*row, visit, *opened, together);
}

/// One read of each store for all rows.
void fill_rows(TemplateDictionary& values, const Visit& visit, const std::vector<MatterRow>& rows) {
    std::vector<base::MatterId> ids;
    for (const MatterRow& row : rows) ids.push_back(row.id);
    std::map<base::MatterId, record::StoredEntry> openings;
    for (record::StoredEntry& entry : visit.view.office->store->openings_of(ids)) openings[entry.matter] = std::move(entry);
    const auto bounced = bounced_in(visit.view);
    std::set<Together> together;
    for (const MatterRow& row : rows) fill_row(values, visit, row, openings[row.id], bounced.contains(row.id), together);
    if (together.empty()) return;
    values.ShowSection("TOGETHER");
    for (const Together& one : together) {
        auto* button = values.AddSectionDictionary("DO");
        button->SetValue("DO_ID", one.id);
        button->SetValue("DO_WORDS", one.words);
    }
    values.SetValue("KEY", forms::fresh_key());
}

/// `words`: where the catalogue has their names.
void fill_options(TemplateDictionary& values, const Visit& visit, const char* section, const std::string& words,
                  const std::vector<const char*>& ids, const std::string& chosen) {
    for (const char* id : ids) {
        auto* option = values.AddSectionDictionary(section);
        option->SetValue("ID", id);
        option->SetValue("NAME", visit.view.tongue.catalogue(words + id));
        if (chosen == id) option->ShowSection("CHOSEN");
    }
}

void fill_filter(TemplateDictionary& values, const Visit& visit, const Filter& filter) {
    for (const procedure::Procedure& procedure : visit.view.office->rules->pack.procedures) {
        if (!procedure.starts.empty()) continue;
        auto* option = values.AddSectionDictionary("PROCEDURE");
        option->SetValue("PROCEDURE_ID", procedure.id);
        option->SetValue("PROCEDURE_NAME", visit.view.tongue.wording.of(procedure.title));
        if (procedure.id == filter.procedure) option->ShowSection("CHOSEN");
    }
    fill_options(values, visit, "TURN_OPTION", "desk.turn_", {"ours", "theirs", "resident"}, filter.turn);
    fill_options(values, visit, "DUE_OPTION", "desk.term_", {"late", "today", "week"}, filter.due);
    fill_options(values, visit, "SINCE_OPTION", "desk.news_", {"new", "changed"}, filter.since);
    if (!filter.is_empty()) values.ShowSection("FILTERED");
}

/// What happened since this time yesterday in all that the desk sees, each with the filter that shows it.
void fill_summary(TemplateDictionary& values, const Visit& visit) {
    const struct {
        Filter filter;
        const char* query;
        const char* words;
    } lines[] = {{{.since = "new"}, "since=new", "desk.sum_new"},
                 {{.since = "changed"}, "since=changed", "desk.sum_changed"},
                 {{.due = "late"}, "due=late", "desk.sum_late"},
                 {{.due = "today"}, "due=today", "desk.sum_today"}};
    for (const auto& line : lines) {
        const auto count = static_cast<std::int64_t>(count_of(visit, line.filter));
        if (count == 0) continue;
        values.ShowSection("SUMMARY");
        auto* one = values.AddSectionDictionary("LINE");
        one->SetValue("LINE_LINK", visit.view.home() + "/desk?" + line.query);
        one->SetValue("LINE_WORDS", visit.view.tongue.catalogue.count(line.words, count));
    }
}

void fill_pager(TemplateDictionary& values, const Visit& visit, const Listed& list) {
    if (list.count <= k_rows_on_a_page) return;
    const std::uint64_t pages = (list.count + k_rows_on_a_page - 1) / k_rows_on_a_page;
    values.ShowSection("PAGER");
    values.SetValue("WHICH_PAGE",
                    visit.view.tongue.catalogue.with("desk.page", std::to_string(list.page + 1), std::to_string(pages)));
    if (list.page > 0) {
        values.ShowSection("EARLIER");
        values.SetValue("EARLIER_PAGE", std::to_string(list.page - 1));
    }
    if (list.page + 1 < pages) {
        values.ShowSection("LATER");
        values.SetValue("LATER_PAGE", std::to_string(list.page + 1));
    }
}

}  // namespace

void fill_kept_filter(TemplateDictionary& values, const Filter& filter) {
    values.SetValue("WORDS", filter.words);
    values.SetValue("TURN_NOW", filter.turn);
    values.SetValue("PROCEDURE_NOW", filter.procedure);
    values.SetValue("DUE_NOW", filter.due);
    values.SetValue("SINCE_NOW", filter.since);
}

http::Response list_page(const Visit& visit, const forms::Posted& query, const std::string& refused) {
    const Filter filter = filter_in(query);
    const Listed list = listed(visit, filter);
    TemplateDictionary values("desk");
    const auto& zone = visit.view.office->rules->zone();
    const Catalogue& say = visit.view.tongue.catalogue;
    fill_desk_frame(values, visit, refused.empty() ? say("desk.title") : say.with("form.error_title", say("desk.title")));
    if (!refused.empty()) forms::fill_refusal(values, refused);
    values.SetValue("TODAY_IS", visit.view.tongue.dates.day(zone.date(visit.now)));
    fill_recent_changes(values, visit);
    fill_summary(values, visit);
    fill_filter(values, visit, filter);
    fill_kept_filter(values, filter);
    values.SetValue("PAGE_NOW", std::to_string(list.page));
    values.SetValue("COUNT", say.count("desk.count", static_cast<std::int64_t>(list.count)));
    if (list.is_cut) values.ShowSection("CUT");
    fill_rows(values, visit, list.rows);
    fill_pager(values, visit, list);
    return private_page(visit.view, "desk_page.tpl", values, refused.empty() ? k_ok : k_bad_request);
}

}  // namespace hearth::web::desk
