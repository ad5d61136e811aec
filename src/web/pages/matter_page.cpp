
#include <algorithm>

#include "web/pages/dictionary.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/promise.hpp"
#include "web/pages/timeline.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;

bool can_now(const procedure::ActRule& act, const procedure::State& state) {
    if (act.actor == procedure::ActorKind::post) return false;
    return std::ranges::any_of(
        act.from, [&](const std::string& from) { return from == state.id || from == (state.quiet ? "any_quiet" : "any_open"); });
}

void fill_what_you_can(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const procedure::State* state = opened.procedure.state(opened.matter.state);
    for (const procedure::ActRule& act : opened.procedure.acts) {
        if (!can_now(act, *state)) continue;
        values.AddSectionDictionary("CAN")->SetValue("TITLE_OF", view.tongue.wording.of(act.title));
    }
}

void fill_heading(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const std::string number = matter::number_of(opened.matter, view.office->profile.matter_prefix);
    const base::CivilDate raised = view.office->rules->zone().date(opened.matter.received_at);
    const std::string words = first_words(opened);
    values.SetValue("NUMBER", number);
    values.SetValue("RAISED", view.tongue.dates.day(raised));
    values.SetValue("HEADING", words.empty() ? view.tongue.wording.of(opened.procedure.title) : words);
}

void fill_ask(TemplateDictionary& values, const View& view) {
    fill_frame(values, view, view.tongue.catalogue("ask.title"), Tab::matter);
}

}  // namespace

http::Response ask_page(const View& view) {
    TemplateDictionary values("ask");
    fill_ask(values, view);
    return public_page(view, "ask_page.tpl", values);
}

http::Response code_opens_nothing(const View& view, const std::string& typed) {
    constexpr std::size_t k_typed_max = 40;
    TemplateDictionary values("ask");
    fill_frame(values, view, view.tongue.catalogue.with("form.error_title", view.tongue.catalogue("ask.title")), Tab::matter);
    values.ShowSection("UNKNOWN");
    values.SetValue("MESSAGE", view.tongue.catalogue(typed.empty() ? "ask.empty" : "ask.unknown"));
    values.SetValue("TYPED", typed.size() > k_typed_max ? std::string() : typed);
    return private_page(view, "ask_page.tpl", values, typed.empty() ? k_bad_request : k_not_found);
}

std::optional<http::Response> matter_page(const View& view, std::string_view typed) {
    const auto found = find_by_code(view, typed);
    if (!found) return std::nullopt;
    const auto& [code, opened] = *found;
    TemplateDictionary values("matter");
    fill_frame_of_code(values, view, view.tongue.wording.of(opened.procedure.title), code);
    fill_heading(values, view, opened);
    fill_promise(values, view, opened);
    fill_timeline(values, view, opened);
    fill_what_you_can(values, view, opened);
    return private_page(view, "matter_page.tpl", values, k_ok);
}

}  // namespace hearth::web::pages
