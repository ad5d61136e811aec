#include "web/desk/desk_list.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>

#include "clerk/search_follower.hpp"
#include "store/search_terms.hpp"
#include "web/desk/opened.hpp"
#include "web/desk/sign_in.hpp"

namespace hearth::web::desk {
namespace {

using record::DeskQuestion;
using record::MatterRow;

constexpr std::uint64_t k_found_max = 1'000;
constexpr std::uint64_t k_read_max = 200;
constexpr std::int64_t k_day_ms = 86'400'000;
constexpr int k_days_of_week = 7;

/// Terms end at midnight after their last day; the last day is that of the moment before. This is the moment after which a term
/// ends that has its last day `days` from today or later.
base::Instant after_days(const Visit& visit, int days) {
    const auto& zone = visit.view.office->rules->zone();
    const auto day = std::chrono::sys_days(zone.date(visit.now)) + std::chrono::days(days);
    return {zone.instant_of({base::CivilDate(day), 0}).ms + 1};
}

DeskQuestion::Turn turn_in(const Filter& filter) {
    if (filter.turn == "ours") return DeskQuestion::Turn::ours;
    if (filter.turn == "theirs") return DeskQuestion::Turn::theirs;
    return filter.turn == "resident" ? DeskQuestion::Turn::resident : DeskQuestion::Turn::anyone;
}

DeskQuestion question_of(const Visit& visit, const Filter& filter) {
    DeskQuestion question{visit.view.office->profile.id, {filter.procedure}, turn_in(filter)};
    if (filter.due == "today" || filter.due == "week") question.due_from = after_days(visit, 0);
    if (filter.due == "late") question.due_before = after_days(visit, 0);
    if (filter.due == "today") question.due_before = after_days(visit, 1);
    if (filter.due == "week") question.due_before = after_days(visit, k_days_of_week);
    const base::Instant yesterday{visit.now.ms - k_day_ms};
    if (filter.since == "new") question.opened_since = yesterday;
    if (filter.since == "changed") question.changed_since = yesterday;
    return question;
}

std::string folded(const std::string& text) {
    std::string out;
    icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(out);
    return out;
}

/// Everything in a matter that the posts of the visit may read and that is not sealed.
std::string readable_text(const Visit& visit, const MatterRow& row, const std::vector<record::StoredEntry>& stored) {
    const auto opened = opened_of(visit, row, stored);
    if (!opened) return {};
    const pages::Reader reader{visit.reader().posts, {}};
    std::string text;
    for (const record::StoredEntry& entry : opened->entries) {
        for (const record::SealedField& field : entry.content) {
            const auto value = field.klass == "sealed" ? std::nullopt : pages::value_for(reader, field, *opened, false);
            if (value) clerk::gather_words(*value, text);
        }
    }
    return text;
}

/// The index finds words wherever they stand; what remains here are matters in which the posts of the visit may read them.
void keep_readable(const Visit& visit, const std::string& words, std::vector<MatterRow>& rows) {
    std::vector<base::MatterId> ids;
    for (const MatterRow& row : rows) ids.push_back(row.id);
    std::map<base::MatterId, std::vector<record::StoredEntry>> stored;
    for (record::StoredEntry& entry : visit.view.office->store->entries_of_all(ids)) {
        stored[entry.matter].push_back(std::move(entry));
    }
    const std::string asked = folded(words);
    std::erase_if(rows,
                  [&](const MatterRow& row) { return !store::answers(folded(readable_text(visit, row, stored[row.id])), asked); });
}

std::uint64_t page_within(std::uint64_t page, std::uint64_t count) {
    const std::uint64_t last = count == 0 ? 0 : (count - 1) / k_rows_on_a_page;
    return std::min(page, last);
}

Listed listed_by_words(const Visit& visit, const Filter& filter) {
    record::Store& store = *visit.view.office->store;
    DeskQuestion question = question_of(visit, filter);
    const auto number = matter_quoted(filter.words);
    question.among = number ? std::vector{*number} : store.search(filter.words, k_found_max);
    Listed list;
    list.rows = store.on_desk(question, 0, k_read_max + 1);
    list.is_cut = question.among->size() == k_found_max || list.rows.size() > k_read_max;
    list.rows.resize(std::min<std::size_t>(list.rows.size(), k_read_max));
    if (!number) keep_readable(visit, filter.words, list.rows);
    list.count = list.rows.size();
    list.page = page_within(filter.page, list.count);
    const auto first = static_cast<std::ptrdiff_t>(list.page * k_rows_on_a_page);
    list.rows.erase(list.rows.begin(), list.rows.begin() + first);
    list.rows.resize(std::min<std::size_t>(list.rows.size(), k_rows_on_a_page));
    return list;
}

}  // namespace

bool Filter::is_empty() const {
    return words.empty() && procedure.empty() && turn.empty() && due.empty() && since.empty() && page == 0;
}

Filter filter_in(const forms::Posted& query) {
    Filter filter{forms::text_of(query, "q"),   forms::text_of(query, "procedure"), forms::text_of(query, "turn"),
                  forms::text_of(query, "due"), forms::text_of(query, "since"),     0};
    const std::string& page = forms::text_of(query, "page");
    std::from_chars(page.data(), page.data() + page.size(), filter.page);
    return filter;
}

Listed listed(const Visit& visit, const Filter& filter) {
    if (visit.posts.empty()) return {};
    if (!filter.words.empty()) return listed_by_words(visit, filter);
    record::Store& store = *visit.view.office->store;
    const DeskQuestion question = question_of(visit, filter);
    Listed list;
    list.count = store.count_on_desk(question);
    list.page = page_within(filter.page, list.count);
    list.rows = store.on_desk(question, list.page * k_rows_on_a_page, k_rows_on_a_page);
    return list;
}

std::uint64_t count_of(const Visit& visit, const Filter& filter) {
    return visit.posts.empty() ? 0 : visit.view.office->store->count_on_desk(question_of(visit, filter));
}

}  // namespace hearth::web::desk
