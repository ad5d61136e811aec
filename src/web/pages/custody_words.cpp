#include "web/pages/custody_words.hpp"

#include "matter/fold.hpp"
#include "office/custody.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;

constexpr std::uint64_t k_shown_max = 20;

void fill_watch(TemplateDictionary& row, const View& view, const record::MatterRow& stored) {
    const auto watch = matter::load(stored.folded);
    if (!watch) return;
    const Catalogue& say = view.tongue.catalogue;
    const std::string about = watch->holders.empty() ? std::string() : view.tongue.wording.office(watch->holders.front());
    const bool is_stale = watch->counts.contains(std::string(office::k_checkpoint_stale));
    row.SetValue("WATCH_NUMBER", matter::number_of(*watch, view.office->profile.matter_prefix));
    row.SetValue("WATCH_WORDS", say.with(is_stale ? "office.stale_below" : "office.late_below", about));
    row.SetValue("WATCH_SINCE", view.tongue.dates.day(view.office->rules->zone().date(stored.changed_at)));
}

}  // namespace

void fill_custody(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const base::OfficeId& custodian = opened.matter.custodian;
    if (custodian.empty()) return;
    values.ShowSection("HELD");
    values.SetValue("WHERE", view.tongue.wording.office(custodian));
    const OfficeSite* here = view.site.office(custodian.text);
    const auto far = view.office->peer_addresses.find(custodian);
    if (here != nullptr) {
        values.ShowSection("HELD_HERE");
        values.SetValue("THERE", View{view.site, view.tongue, here, {}}.home());
    } else if (far != view.office->peer_addresses.end()) {
        values.ShowSection("HELD_FAR");
        values.SetValue("THERE", far->second + "/matter");
    }
}

void fill_overdue_below(TemplateDictionary& values, const View& view) {
    bool any = false;
    for (const char* state : {"overdue", "overdue_above"}) {
        for (const record::MatterRow& row :
             view.office->store->open_matters_in({std::string(office::k_lateness)}, state, k_shown_max)) {
            if (!any) values.ShowSection("OVERDUE_BELOW");
            any = true;
            fill_watch(*values.AddSectionDictionary("WATCH"), view, row);
        }
    }
}

std::string letter_title(const record::Frame& frame, const View& view) {
    const bool sent = frame.act == matter::k_letter_sent;
    return view.tongue.catalogue.with(sent ? "act.passed_to" : "act.came_from",
                                      view.tongue.wording.office({frame.facts.value(sent ? "to" : "from", "")}));
}

}  // namespace hearth::web::pages
