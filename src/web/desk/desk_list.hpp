#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "web/desk/visit.hpp"

/// Which matters the list of a desk shows. No field of the question can hold a person, and no order but that of the due day exists
/// (right 22): who somebody is stands in sealed fields, which the search index never holds. Words that somebody wrote herself can
/// be found by a post that may read them, and finding leads to the matter, one at a time, never to what else she asked for.
namespace hearth::web::desk {

/// As it stands in the address of the page.
struct Filter {
    std::string words = {};
    std::string procedure = {};
    std::string turn = {};   // "ours", "theirs", "resident"; empty: anybody's
    std::string due = {};    // "late", "today", "week"; empty: any
    std::string since = {};  // "new", "changed" since this time yesterday; empty: all
    std::uint64_t page = 0;

    [[nodiscard]] bool is_empty() const;
};
Filter filter_in(const forms::Posted& query);

/// The values of kept_filter.tpl, by which a page leads back to the same list.
void fill_kept_filter(ctemplate::TemplateDictionary& values, const Filter& filter);

inline constexpr std::uint64_t k_rows_on_a_page = 25;

struct Listed {
    std::uint64_t count = 0;
    std::vector<record::MatterRow> rows;  // of the page asked for, or of the last one there is
    std::uint64_t page = 0;
    bool is_cut = false;  // the words stand in so many matters that not all were looked at
};
Listed listed(const Visit& visit, const Filter& filter);

/// How many matters a filter leaves, whatever words it holds.
std::uint64_t count_of(const Visit& visit, const Filter& filter);

}  // namespace hearth::web::desk
