#include <algorithm>

#include "office/entered_words.hpp"
#include "office/newer_text.hpp"
#include "web/pages/custody_words.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/possible_words.hpp"
#include "web/pages/promise.hpp"
#include "web/pages/readings_words.hpp"
#include "web/pages/timeline.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;

/// Whether all that an act would do is to take back a consent that nobody has given.
bool takes_back_nothing(const procedure::ActRule& act, const OpenedMatter& opened) {
    const auto has = [](const std::vector<std::string>& all, const std::string& one) {
        return std::ranges::find(all, one) != all.end();
    };
    bool takes_back = false;
    for (const procedure::Procedure::Consent& consent : opened.procedure.consents) {
        if (!has(consent.withdrawn_by, act.id)) continue;
        if (has(opened.matter.consents, consent.id)) return false;
        takes_back = true;
    }
    return takes_back && act.to == "same";
}

/// What the holder of the code may say now; first what answers this very step, then what can be said at any time.
std::vector<const procedure::ActRule*> words_now(const OpenedMatter& opened, const procedure::State& state) {
    std::vector<const procedure::ActRule*> words;
    std::vector<const procedure::ActRule*> at_any_time;
    for (const procedure::ActRule& act : opened.procedure.acts) {
        const bool is_anothers = act.actor == procedure::ActorKind::resident && opened.party != opened.matter.party;
        if (!is_word(act, state) || is_anothers || takes_back_nothing(act, opened)) continue;
        const bool answers = act.to != "same" && std::ranges::find(act.from, state.id) != act.from.end();
        (answers ? words : at_any_time).push_back(&act);
    }
    words.insert(words.end(), at_any_time.begin(), at_any_time.end());
    return words;
}

void fill_what_you_can(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const procedure::State* state = opened.procedure.state(opened.matter.state);
    const bool yours = !state->quiet && state->owner != procedure::Owner::body;
    values.ShowSection(yours ? "YOUR_WORD" : "ANY_WORD");
    for (const procedure::ActRule* act : words_now(opened, *state)) fill_possible(values, *act, opened.procedure, view);
}

/// The rules were widened since the matter began: its opener may go over to them.
void fill_newer_text(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const procedure::Procedure* newer = office::newer_text(*view.office->rules, opened.matter);
    if (newer == nullptr || opened.party != opened.matter.party) return;
    auto* offer = values.AddSectionDictionary("NEWER");
    offer->SetValue("NEWER_WORDS", view.tongue.catalogue.with("newer.words", std::to_string(opened.matter.procedure_version),
                                                              std::to_string(newer->version)));
    offer->SetValue("PROCEDURE", view.home() + "/procedures/" + newer->id);
    offer->SetValue("ACT_ID", std::string(office::k_take_newer));
    offer->SetValue("SEEN", std::to_string(opened.matter.acts));
}

/// A word that somebody entered for the reader, as long as hers undoes it.
void fill_entered(TemplateDictionary& values, const View& view, const OpenedMatter& opened) {
    const matter::EnteredWord* word = office::undoable(opened.matter, opened.party, view.site.clock->now());
    if (word == nullptr || !opened.matter.custodian.empty()) return;
    const procedure::ActRule* rule = opened.procedure.act(word->act);
    const std::string title = rule == nullptr ? word->act : view.tongue.wording.of(rule->title);
    const base::CivilDate last = view.office->rules->zone().date({word->undo_until.ms - 1});
    auto* offer = values.AddSectionDictionary("ENTERED");
    offer->SetValue("ENTERED_WORDS", view.tongue.catalogue.with("entered.words", title, view.tongue.dates.day(last)));
    offer->SetValue("ACT_ID", std::string(office::k_undo_entered));
    offer->SetValue("SEEN", std::to_string(opened.matter.acts));
}

void fill_told(TemplateDictionary& values, Told told) {
    if (told == Told::recorded) values.ShowSection("RECORDED");
    if (told == Told::nothing_chosen) values.ShowSection("NOTHING_CHOSEN");
    if (told == Told::not_now) values.ShowSection("NOT_NOW");
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

std::optional<http::Response> matter_page(const View& view, std::string_view typed, Told told) {
    const auto found = find_by_code(view, typed);
    if (!found) return std::nullopt;
    const std::string& code = found->code;
    const OpenedMatter& opened = found->opened;
    TemplateDictionary values("matter");
    fill_frame_of_code(values, view.at("/matter"), view.tongue.wording.of(opened.procedure.title), code);
    fill_heading(values, view, opened);
    fill_promise(values, view, opened);
    fill_timeline(values, view, opened);
    fill_what_you_can(values, view, opened);
    fill_readings(values, view, opened.matter.id);
    fill_custody(values, view, opened);
    fill_newer_text(values, view, opened);
    fill_entered(values, view, opened);
    fill_told(values, told);
    if (view.office->subscriptions != nullptr) values.ShowSection("NEWS");
    return private_page(view, "matter_page.tpl", values, k_ok);
}

}  // namespace hearth::web::pages
