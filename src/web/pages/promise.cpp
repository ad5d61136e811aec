#include "web/pages/promise.hpp"
#include "web/pages/dictionary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "office/bodies.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;
using procedure::Owner;
using procedure::State;

int days_between(base::CivilDate from, base::CivilDate to) {
    return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

/// Everything the part needs to know, worked out once.
struct Promise {
    const View& view;
    const OpenedMatter& opened;
    const State& state;
    base::CivilDate today;

    [[nodiscard]] const Catalogue& say() const { return view.tongue.catalogue; }
    [[nodiscard]] const Wording& words() const { return view.tongue.wording; }
    [[nodiscard]] bool yours() const { return !state.quiet && state.owner != Owner::body; }
};

std::string who(const Promise& promise) {
    if (promise.state.quiet) return promise.say()("promise.nobody");
    if (promise.yours()) return promise.say()(promise.state.owner == Owner::parties ? "owner.parties" : "promise.you_yourself");
    return promise.words().office(promise.opened.matter.owner);
}

std::string headline(const Promise& promise) {
    if (promise.state.quiet) return promise.say()("promise.quiet");
    if (promise.yours()) return promise.say()("promise.your_word");
    return promise.say().with("promise.owes", promise.words().office(promise.opened.matter.owner));
}

std::string next_term(const Promise& promise, const State& to) {
    return to.deadline ? promise.say().with("promise.next_term", promise.words().term(to.deadline->term)) : std::string();
}

std::string if_the_day_passes(const Promise& promise) {
    const auto& [view, opened, state, today] = promise;
    const Catalogue& say = promise.say();
    if (state.quiet) return say("promise.quiet_passes");
    if (opened.matter.overdue) return say("promise.overdue");
    if (!opened.matter.due) return say("promise.no_day");
    const State* to = state.on_expire && !state.on_expire->to.empty() ? opened.procedure.state(state.on_expire->to) : nullptr;
    if (to == nullptr) return say("promise.stays");
    if (to->owner != Owner::body) return say("promise.reminded");
    const office::Office rules_only(view.office->profile, view.office->rules);
    const base::OfficeId owner = office::owner_of(*to, opened.matter.handling, rules_only, office::barred_in(opened.matter));
    const char* id = promise.yours() ? "promise.goes_on" : owner == opened.matter.owner ? "promise.stays_with" : "promise.moves_up";
    return say.with(id, promise.words().office(owner)) + next_term(promise, *to);
}

std::string left_words(const Promise& promise, base::CivilDate last_day) {
    const int left = days_between(promise.today, last_day);
    if (left < 0) return promise.say().count("left.passed", -left);
    return left == 0 ? promise.say()("left.today") : promise.say().count("left.days", left);
}

void fill_boxes(TemplateDictionary& values, const Promise& promise, base::CivilDate last_day) {
    constexpr int k_boxes_max = 100;
    const auto entered = promise.opened.matter.last.find("entry");
    if (entered == promise.opened.matter.last.end()) return;
    const base::CivilDate first = promise.view.office->rules->zone().date(entered->second);
    const int days = days_between(first, last_day);
    if (days < 2 || days > k_boxes_max) return;
    const int gone = std::clamp(days_between(first, promise.today), 0, days);
    const DayBoxes boxes = day_boxes(days, gone);
    values.ShowSection("DAYS");
    values.SetValue("DAYS_LABEL", promise.say().with("promise.days_label", std::to_string(gone), std::to_string(days)));
    values.SetValue("GONE", boxes.gone);
    values.SetValue("OPEN", boxes.left);
    values.SetValue("LAST", boxes.last);
}

void fill_term(TemplateDictionary& values, const Promise& promise) {
    const auto& due = promise.opened.matter.due;
    const auto last_day = due ? base::parse_date(due->last_day) : base::Result<base::CivilDate>(base::Refusal{});
    values.ShowSection(last_day ? "TERM" : "NO_TERM");
    if (!last_day) return;
    const Dates& dates = promise.view.tongue.dates;
    values.SetValue("DUE", dates.day(*last_day));
    values.SetValue("MONTH", dates.month(*last_day));
    values.SetIntValue("DAY", static_cast<long>(static_cast<unsigned>(last_day->day())));
    values.SetValue("WEEKDAY", dates.weekday(*last_day));
    values.SetValue("LEFT", left_words(promise, *last_day));
    if (due->provisional) values.ShowSection("PROVISIONAL");
    fill_boxes(values, promise, *last_day);
}

}  // namespace

DayBoxes day_boxes(int days, int gone) {
    constexpr double k_width = 300;
    const double step = k_width / days;
    DayBoxes boxes;
    for (int day = 0; day < days; ++day) {
        std::string& path = day == days - 1 ? boxes.last : day < gone ? boxes.gone : boxes.left;
        path += fmt::format("M{:.1f} 1h{:.1f}v10h-{:.1f}z", day * step + 0.5, step * 0.8, step * 0.8);
    }
    return boxes;
}

void fill_promise(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const State* state = opened.procedure.state(opened.matter.state);
    HEARTH_CHECK(state != nullptr);
    const Promise promise{view, opened, *state, view.office->rules->zone().date(view.site.clock->now())};
    if (promise.yours()) values.ShowSection("YOU");
    if (!state->quiet) {
        values.ShowSection("STEP");
        values.ShowSection("NOW");
    }
    values.SetValue("PROMISE", headline(promise));
    values.SetValue("STATE", view.tongue.wording.of(state->title));
    values.SetValue("WHO", who(promise));
    values.SetValue("EXPIRY", if_the_day_passes(promise));
    fill_term(values, promise);
}

}  // namespace hearth::web::pages
