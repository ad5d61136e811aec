#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

#include "office/filed_acts.hpp"
#include "web/desk/visit.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/timeline.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using record::MatterRow;

constexpr std::size_t k_rows_on_a_page = 25;
constexpr std::uint64_t k_found_max = 1'000;
constexpr std::int64_t k_day_ms = 86'400'000;

struct Filter {
    std::string words;
    std::string procedure;
    std::string turn;  // "ours", "theirs", "resident"; empty: anybody's
    std::size_t page = 0;
};

Filter filter_in(const forms::Posted& query) {
    Filter filter{forms::text_of(query, "q"), forms::text_of(query, "procedure"), forms::text_of(query, "turn"), 0};
    const std::string& page = forms::text_of(query, "page");
    std::from_chars(page.data(), page.data() + page.size(), filter.page);
    return filter;
}

bool is_turn(const MatterRow& row, const Filter& filter, const base::OfficeId& here) {
    if (filter.turn == "ours") return row.owner == here;
    if (filter.turn == "resident") return row.owner.empty();
    if (filter.turn == "theirs") return !row.owner.empty() && row.owner != here;
    return true;
}

/// A number of the office is looked up as it is; other words in the search index, which holds nothing sealed.
std::optional<std::vector<base::MatterId>> found_by_words(const Visit& visit, const Filter& filter) {
    if (filter.words.empty()) return std::nullopt;
    const auto digits = filter.words.rfind('-');
    const std::string tail = digits == std::string::npos ? filter.words : filter.words.substr(digits + 1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(tail.data(), tail.data() + tail.size(), number);
    if (error == std::errc{} && end == tail.data() + tail.size()) return std::vector<base::MatterId>{{number}};
    return visit.view.office->store->search(filter.words, k_found_max);
}

/// Only where some act of the procedure accuses does a row have to be read to know.
bool is_hidden(const MatterRow& row, const Visit& visit) {
    const procedure::Procedure* procedure = visit.view.office->rules->pack.procedure(row.procedure.text);
    if (procedure == nullptr || std::ranges::none_of(procedure->acts, &procedure::ActRule::accuses)) return false;
    const auto folded = matter::load(row.folded);
    return !folded || visit.is_accused_in(*folded);
}

std::vector<MatterRow> chosen_rows(const Visit& visit, const Filter& filter) {
    const auto found = found_by_words(visit, filter);
    std::vector<MatterRow> rows = visit.view.office->store->open_matters();
    std::erase_if(rows, [&](const MatterRow& row) {
        const bool other_procedure = !filter.procedure.empty() && row.procedure.text != filter.procedure;
        const bool not_found = found && std::ranges::find(*found, row.id) == found->end();
        return other_procedure || not_found || !is_turn(row, filter, visit.view.office->profile.id) || is_hidden(row, visit);
    });
    // By due day alone, and by number where that is the same: no order by person exists.
    std::ranges::sort(rows, {}, [](const MatterRow& row) {
        constexpr std::int64_t k_never = std::numeric_limits<std::int64_t>::max();
        return std::pair(row.due ? row.due->ms : k_never, row.id.number);
    });
    return rows;
}

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

void fill_row(TemplateDictionary& values, const Visit& visit, const MatterRow& matter) {
    const auto folded = matter::load(matter.folded);
    if (!folded) return;
    const procedure::Pack& pack = visit.view.office->rules->pack;
    const procedure::Procedure* procedure = pack.procedure(matter.procedure.text, folded->procedure_version);
    if (procedure == nullptr) return;
    auto* row = values.AddSectionDictionary("MATTER");
    auto [entries, records] = office::filed_acts(visit.view.office->store->entries_of(matter.id), visit.view.office->origin);
    const pages::OpenedMatter opened{*procedure, *folded, std::move(entries), std::move(records)};
    const std::string words = first_words(opened, visit.reader());
    const procedure::State* state = procedure->state(matter.state);
    row->SetValue("LINK", visit.view.home() + "/desk/matter/" + std::to_string(matter.id.number));
    row->SetValue("HEADING", words.empty() ? visit.view.tongue.wording.of(procedure->title) : words);
    row->SetValue("NUMBER", matter::number_of(*folded, visit.view.office->profile.matter_prefix));
    row->SetValue("STATE", state == nullptr ? matter.state : visit.view.tongue.wording.of(state->title));
    row->SetValue("TURN", whose_turn(visit, matter));
    if (visit.now.ms - matter.changed_at.ms < k_day_ms) row->ShowSection("NEW");
    fill_due(*row, visit, matter);
}

void fill_filter(TemplateDictionary& values, const Visit& visit, const Filter& filter) {
    values.SetValue("WORDS", filter.words);
    for (const procedure::Procedure& procedure : visit.view.office->rules->pack.procedures) {
        if (!procedure.starts.empty()) continue;
        auto* option = values.AddSectionDictionary("PROCEDURE");
        option->SetValue("PROCEDURE_ID", procedure.id);
        option->SetValue("PROCEDURE_NAME", visit.view.tongue.wording.of(procedure.title));
        if (procedure.id == filter.procedure) option->ShowSection("CHOSEN");
    }
    for (const char* turn : {"ours", "theirs", "resident"}) {
        auto* option = values.AddSectionDictionary("TURN_OPTION");
        option->SetValue("TURN_ID", turn);
        option->SetValue("TURN_NAME", visit.view.tongue.catalogue(std::string("desk.turn_") + turn));
        if (filter.turn == turn) option->ShowSection("CHOSEN");
    }
}

void fill_pager(TemplateDictionary& values, const Filter& filter, std::size_t rows) {
    if (rows <= k_rows_on_a_page) return;
    values.ShowSection("PAGER");
    if (filter.page > 0) {
        values.ShowSection("EARLIER");
        values.SetIntValue("EARLIER_PAGE", static_cast<long>(filter.page) - 1);
    }
    if ((filter.page + 1) * k_rows_on_a_page < rows) {
        values.ShowSection("LATER");
        values.SetIntValue("LATER_PAGE", static_cast<long>(filter.page) + 1);
    }
    values.SetValue("TURN_NOW", filter.turn);
    values.SetValue("PROCEDURE_NOW", filter.procedure);
}

}  // namespace

http::Response list_page(const Visit& visit, const forms::Posted& query) {
    Filter filter = filter_in(query);
    const std::vector<MatterRow> rows = visit.posts.empty() ? std::vector<MatterRow>() : chosen_rows(visit, filter);
    const std::size_t pages = rows.empty() ? 1 : (rows.size() + k_rows_on_a_page - 1) / k_rows_on_a_page;
    filter.page = std::min(filter.page, pages - 1);
    TemplateDictionary values("desk");
    const auto& zone = visit.view.office->rules->zone();
    const std::string today = visit.view.tongue.dates.day(zone.date(visit.now));
    fill_desk_frame(values, visit, visit.view.tongue.catalogue("desk.title"));
    values.SetValue("TODAY_IS", today);
    fill_filter(values, visit, filter);
    values.SetValue("COUNT", visit.view.tongue.catalogue.count("desk.count", static_cast<std::int64_t>(rows.size())));
    const std::size_t first = filter.page * k_rows_on_a_page;
    for (std::size_t i = first; i < std::min(rows.size(), first + k_rows_on_a_page); ++i) fill_row(values, visit, rows[i]);
    fill_pager(values, filter, rows.size());
    return private_page(visit.view, "desk_page.tpl", values, k_ok);
}

}  // namespace hearth::web::desk
