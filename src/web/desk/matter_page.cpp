#include <algorithm>

#include "office/conflict.hpp"
#include "web/desk/bounced.hpp"
#include "web/desk/opened.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/paper_file.hpp"
#include "web/pages/possible_words.hpp"
#include "web/pages/promise.hpp"
#include "web/pages/timeline.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::OpenedMatter;
using pages::View;
using procedure::ActRule;

void fill_acts(TemplateDictionary& values, const Visit& visit, const OpenedMatter& opened) {
    bool any = false;
    for (const ActRule& act : opened.procedure.acts) {
        if (!may_do(visit, act, opened)) continue;
        pages::fill_possible(values, act, opened.procedure, visit.view);
        any = true;
    }
    values.ShowSection(any ? "SOME" : "NONE");
}

/// The promise as it is told to a third person: who owes the next step, and what follows by itself.
void fill_promise_of(TemplateDictionary& values, const Visit& visit, const OpenedMatter& opened) {
    pages::fill_promise(values, visit.view, opened);
    const procedure::State* state = opened.procedure.state(opened.matter.state);
    if (state->quiet || state->owner == procedure::Owner::body) return;
    values.SetValue("PROMISE", visit.view.tongue.catalogue("desk.their_word"));
    const procedure::State* to = state->on_expire ? opened.procedure.state(state->on_expire->to) : nullptr;
    const bool stays_theirs = to != nullptr && !to->quiet && to->owner != procedure::Owner::body;
    values.SetValue("EXPIRY", stays_theirs
                                  ? visit.view.tongue.catalogue("desk.reminded")
                                  : visit.view.tongue.wording.expiry(*state, opened.procedure, visit.view.office->rules->pack));
}

/// One act of one matter by a post.
struct Doing {
    const Visit& visit;
    const OpenedMatter& opened;
    const ActRule& act;
    forms::Typed typed;
    std::string outcome;
    std::string key;

    [[nodiscard]] const procedure::Form* form() const { return opened.procedure.form(act.form); }
};

void fill_outcomes(TemplateDictionary& values, const Doing& doing) {
    if (doing.act.outcome.size() < 2) return;
    values.ShowSection("OUTCOMES");
    for (const std::string& outcome : doing.act.outcome) {
        auto* option = values.AddSectionDictionary("OUTCOME_OPTION");
        option->SetValue("OUTCOME_ID", outcome);
        option->SetValue("OUTCOME_WORDS", doing.visit.view.tongue.catalogue("outcome." + outcome));
        if (outcome == doing.outcome) option->ShowSection("CHOSEN");
    }
}

/// What the program prints into the letter by itself, so that nobody can leave it out.
void fill_letter(TemplateDictionary& values, const Doing& doing) {
    if (!doing.act.appeal) return;
    values.ShowSection("APPEAL");
    values.SetValue("APPEAL_WORDS", doing.visit.view.tongue.wording.appeal(*doing.act.appeal, doing.opened.procedure,
                                                                           doing.visit.view.office->rules->pack));
}

/// What this act may begin with, in the order of the office's file.
std::vector<const AnswerTemplate*> beginnings(const Doing& doing) {
    std::vector<const AnswerTemplate*> found;
    for (const AnswerTemplate& answer : doing.visit.view.office->answers) {
        if (answer.procedure == doing.opened.procedure.id && answer.act == doing.act.id) found.push_back(&answer);
    }
    return found;
}

void fill_beginnings(TemplateDictionary& values, const Doing& doing) {
    std::size_t number = 0;
    for (const AnswerTemplate* answer : beginnings(doing)) {
        values.ShowSection("BEGINNINGS");
        auto* option = values.AddSectionDictionary("BEGINNING");
        option->SetValue("BEGINNING_ID", std::to_string(++number));
        option->SetValue("BEGINNING_TITLE", answer->title);
    }
}

/// Lays the chosen beginning into what is still empty; nothing that was written is lost.
void begin_with(Doing& doing, const std::string& chosen) {
    const auto all = beginnings(doing);
    const auto number = forms::number_in(chosen);
    if (!number || *number == 0 || *number > all.size()) return;
    for (const auto& [field, text] : all[*number - 1]->fields) {
        std::string& typed = doing.typed.texts["f." + field];
        if (typed.find_first_not_of(" \r\n") == std::string::npos) typed = text;
    }
}

/// What a beginning left open and nobody filled in.
void find_gaps(Doing& doing) {
    if (doing.form() == nullptr) return;
    for (const procedure::Field& field : doing.form()->fields) {
        if (has_gap(forms::text_of(doing.typed.texts, forms::name_of(field))))
            doing.typed.faults.insert({field.id, {base::Reason::malformed, "desk/gap", {.field = field.id}}});
    }
}

http::Response form_page(const Doing& doing, bool with_faults, const std::string& refused = {}) {
    const View& view = doing.visit.view;
    const std::string title = view.tongue.wording.of(doing.act.title);
    TemplateDictionary values("desk_act");
    fill_desk_form_frame(values, doing.visit, with_faults ? view.tongue.catalogue.with("form.error_title", title) : title);
    values.SetValue("WHAT", title);
    values.SetValue("NUMBER", matter::number_of(doing.opened.matter, view.office->profile.matter_prefix));
    values.SetValue("HEADING", heading_of(doing.visit, doing.opened));
    values.SetValue("HERE", view.home() + "/desk/matter/" + std::to_string(doing.opened.matter.id.number));
    values.SetValue("LEADS", leads_words(doing.act, doing.opened.procedure, view));
    if (const auto away = doing.visit.in_place_of.find(doing.act.post); away != doing.visit.in_place_of.end()) {
        values.ShowSection("DEPUTY");
        values.SetValue("DEPUTY_WORDS", view.tongue.catalogue.with("desk.as_deputy", away->second));
    }
    fill_outcomes(values, doing);
    fill_beginnings(values, doing);
    fill_letter(values, doing);
    if (doing.form() != nullptr) {
        const forms::Questions asked = forms::questions_of(doing.form(), forms::Files::none);
        if (with_faults) forms::fill_faults(values, view, asked, doing.typed);
        forms::fill_questions(values, view, *doing.form(), asked, doing.typed, false, with_faults);
    }
    if (!refused.empty()) forms::fill_refusal(values, refused);
    forms::add_hidden(values, "act", doing.act.id);
    forms::add_hidden(values, "key", doing.key);
    forms::add_hidden(values, "seen", std::to_string(doing.opened.matter.acts));
    forms::add_hidden(values, "token", doing.visit.session.form_token);
    return private_page(view, "desk_act_page.tpl", values, with_faults ? k_bad_request : k_ok);
}

http::Response refused_page(Doing doing, const base::Refusal& refusal) {
    if (forms::lay_at_question(refusal, doing.form(), doing.typed)) return form_page(doing, true);
    return form_page(doing, true, words_of(refusal, doing.visit.view.tongue.catalogue));
}

office::Command command_of(const Doing& doing, const forms::Posted& posted) {
    office::Command command = command_by(doing.visit, doing.opened, doing.act);
    command.fields = doing.typed.fields;
    command.outcome = doing.outcome;
    command.seen = forms::number_in(forms::text_of(posted, "seen")).value_or(doing.opened.matter.acts);
    return command;
}

Doing doing_in(const Visit& visit, const OpenedMatter& opened, const ActRule& act, const forms::Posted& posted) {
    const std::string& key = forms::text_of(posted, "key");
    const bool chooses = act.outcome.size() > 1;
    return {visit,
            opened,
            act,
            forms::read_typed(opened.procedure.form(act.form), posted),
            chooses ? forms::text_of(posted, "outcome") : std::string(),
            key.empty() ? forms::fresh_key() : key};
}

void send(const Doing& doing, const forms::Posted& posted, http::Respond respond) {
    const View view = doing.visit.view;
    const base::MatterId id = doing.opened.matter.id;
    const std::string account = "account/" + doing.visit.session.account.text;
    view.office->submit(
        command_of(doing, posted), {account, doing.key},
        [view, session = doing.visit.session, posts = doing.visit.posts, now = doing.visit.now,
         in_place_of = doing.visit.in_place_of, id, posted, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
            const Visit visit{view, session, posts, now, in_place_of};
            const auto trouble = forms::trouble_of(outcome, view);
            if (!trouble && outcome.answer()) {
                respond(matter_page(visit, id, Recorded{outcome.answer()->code}).value_or(forms::no_such_page(view)));
                return;
            }
            const auto opened = opened_matter(visit, id);
            const ActRule* act = opened ? opened->procedure.act(forms::text_of(posted, "act")) : nullptr;
            if (act == nullptr) return respond(forms::no_such_page(view));
            const Doing back = doing_in(visit, *opened, *act, posted);
            respond(trouble ? form_page(back, true, *trouble) : refused_page(back, outcome.answer().error()));
        });
}

}  // namespace

namespace {

void note_reading(const Visit& visit, base::MatterId id) {
    visit.view.office->people->note({visit.now, id, visit.posts.front(), visit.session.account});
}

http::Response drawn_page(const Visit& visit, base::MatterId id, const OpenedMatter& opened,
                          const std::optional<Recorded>& recorded) {
    TemplateDictionary values("desk_matter");
    if (!office::declared_grounds(opened.procedure).empty() && !opened.matter.imported) values.ShowSection("MAY_STAND_ASIDE");
    const View at_matter = visit.view.at("/desk/matter/" + std::to_string(id.number));
    fill_desk_frame(values, visit.on(at_matter), heading_of(visit, opened));
    pages::fill_back(values, visit.view.home() + "/desk", visit.view.tongue.catalogue("desk.title"));
    values.SetValue("HEADING", heading_of(visit, opened));
    values.SetValue("NUMBER", matter::number_of(opened.matter, visit.view.office->profile.matter_prefix));
    values.SetValue("PROCEDURE_NAME", visit.view.tongue.wording.of(opened.procedure.title));
    if (has_bounced(visit.view, id)) values.ShowSection("BOUNCED");
    values.SetValue("MATTER_ID", std::to_string(id.number));
    values.SetValue("HERE", visit.view.home() + "/desk/matter/" + std::to_string(id.number));
    if (recorded) values.ShowSection("RECORDED");
    if (recorded && !recorded->code.empty()) {
        values.ShowSection("INVITED");
        values.SetValue("INVITED_CODE", recorded->code);
    }
    fill_promise_of(values, visit, opened);
    fill_acts(values, visit, opened);
    pages::fill_timeline(values, visit.view, opened, visit.reader());
    return private_page(visit.view, "desk_matter_page.tpl", values, k_ok);
}

/// What a page depends on beside the record and the day: the session (it stands in the forms), the language, the posts.
std::string key_of(const Visit& visit, base::MatterId id) {
    std::string key = visit.session.form_token + "/" + visit.view.tongue.wording.language() + "/" + std::to_string(id.number);
    for (const base::PostId& post : visit.posts) key += "/" + post.text;
    for (const auto& [post, login] : visit.in_place_of) key += "/" + post + "=" + login;
    return has_bounced(visit.view, id) ? key + "/bounced" : key;
}

}  // namespace

std::optional<http::Response> matter_page(const Visit& visit, base::MatterId id, const std::optional<Recorded>& recorded) {
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return aside_page(visit, id);
    note_reading(visit, id);
    return drawn_page(visit, id, *opened, recorded);
}

std::optional<http::Response> matter_page_again(const Visit& visit, base::MatterId id, pages::PageCache& drawn) {
    const OfficeSite& office = *visit.view.office;
    const pages::PageCache::Stamp stamp{office.store->size(), office.rules->zone().date(visit.now)};
    const std::string key = key_of(visit, id);
    if (auto page = drawn.find(stamp, key)) {
        note_reading(visit, id);
        return page;
    }
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return aside_page(visit, id);
    note_reading(visit, id);
    http::Response page = drawn_page(visit, id, *opened, {});
    drawn.keep(stamp, key, page);
    return page;
}

std::optional<http::Response> paper_file(const Visit& visit, base::MatterId id, std::string_view file) {
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return std::nullopt;
    auto paper = pages::paper_of(visit.view, *opened, visit.reader(), file);
    if (paper) note_reading(visit, id);
    return paper;
}

void take_act(const Visit& visit, base::MatterId id, const forms::Posted& posted, http::Respond respond) {
    if (forms::text_of(posted, "act") == office::k_declare_conflict) return take_conflict(visit, id, posted, std::move(respond));
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return respond(aside_page(visit, id).value_or(forms::no_such_page(visit.view)));
    const ActRule* act = opened->procedure.act(forms::text_of(posted, "act"));
    if (act == nullptr || !may_do(visit, *act, *opened)) return respond(*matter_page(visit, id));
    Doing doing = doing_in(visit, *opened, *act, posted);
    find_gaps(doing);
    if (forms::text_of(posted, "go") == "begin") begin_with(doing, forms::text_of(posted, "beginning"));
    if (forms::text_of(posted, "go") != "send") {
        respond(form_page(doing, false));
    } else if (act->outcome.size() > 1 && doing.outcome.empty()) {
        respond(form_page(doing, true, visit.view.tongue.catalogue("desk.choose_outcome")));
    } else if (!doing.typed.faults.empty()) {
        respond(form_page(doing, true));
    } else {
        send(doing, posted, std::move(respond));
    }
}

}  // namespace hearth::web::desk
