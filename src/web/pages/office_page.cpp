
#include <algorithm>

#include "web/household/representatives.hpp"
#include "web/notices/board.hpp"
#include "web/pages/checkpoint_words.hpp"
#include "web/pages/custody_words.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/figure_words.hpp"
#include "web/pages/public_pages.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;

constexpr const char* k_request = "request";
constexpr std::size_t k_quarters = 6;

/// The term of the state into which a new matter comes.
void fill_first_term(TemplateDictionary& values, const View& view) {
    const procedure::Procedure* request = view.office->rules->pack.procedure(k_request);
    if (request == nullptr) return;
    const auto opens = std::ranges::find_if(request->acts, &procedure::ActRule::opens);
    const procedure::State* first = opens == request->acts.end() ? nullptr : request->state(opens->to);
    if (first == nullptr || !first->deadline) return;
    values.ShowSection("FIRST_TERM");
    values.SetValue("FIRST_TERM_WORDS", view.tongue.wording.term(first->deadline->term));
}

void fill_levels(TemplateDictionary& values, const View& view) {
    if (view.office->profile.above.empty()) return;
    values.ShowSection("LEVELS");
    for (const base::OfficeId& id : view.office->profile.above) {
        auto* level = values.AddSectionDictionary("LEVEL");
        level->SetValue("NAME", view.tongue.wording.office(id));
        const OfficeSite* here = view.site.office(id.text);
        level->ShowSection(here == nullptr ? "PLAIN" : "LINKED");
        if (here != nullptr) level->SetValue("LINK", View{view.site, view.tongue, here, {}}.home());
    }
}

}  // namespace

http::Response office_page(const View& view, const notices::PublicActs::Told& told) {
    TemplateDictionary values("office");
    fill_frame(values, view, view.tongue.catalogue("office.short_title"), Tab::home);
    fill_first_term(values, view);
    fill_figures(values, view, k_quarters);
    notices::fill_index(values, view, told);
    notices::fill_hours(values, view);
    fill_levels(values, view);
    fill_overdue_below(values, view);
    fill_checkpoint(values, view);
    if (household::has_roster(*view.office)) values.ShowSection("HOUSEHOLD");
    return public_page(view, "office_page.tpl", values);
}

}  // namespace hearth::web::pages
