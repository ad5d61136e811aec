// One act of one matter at the desk: its form, and what came of it.
#include "office/conflict.hpp"
#include "web/desk/opened.hpp"
#include "web/forms/papers.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/possible_words.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::leads_words;
using pages::OpenedMatter;
using pages::View;
using procedure::ActRule;

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
    const forms::Questions asked = forms::questions_of(doing.form(), forms::files_at(view));
    if (doing.form() != nullptr) {
        if (with_faults) forms::fill_faults(values, view, asked, doing.typed);
        forms::fill_questions(values, view, *doing.form(), asked, doing.typed, false, with_faults);
    }
    if (!refused.empty()) forms::fill_refusal(values, refused);
    for (const forms::TakenPaper& paper : doing.typed.papers)
        forms::add_hidden(values, paper.text, forms::text_of(doing.typed.texts, paper.text));
    forms::add_hidden(values, "act", doing.act.id);
    forms::add_hidden(values, "key", doing.key);
    forms::add_hidden(values, "seen", std::to_string(doing.opened.matter.acts));
    forms::add_hidden(values, "token", doing.visit.session.form_token);
    return forms::page_with(asked, view, "desk_act_page.tpl", values, with_faults ? k_bad_request : k_ok);
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
    clerk::Ticket ticket{"account/" + doing.visit.session.account.text, doing.key};
    office::Command command = command_of(doing, posted);
    const auto added = forms::add_taken(command, ticket, doing.typed, view, doing.opened.matter.procedure_version);
    if (!added) return respond(refused_page(doing, added.error()));
    const std::vector<record::PaperKey> papers = ticket.papers;
    view.office->submit(
        std::move(command), ticket,
        [view, kept = doing.visit, id, posted, papers, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
            take_back_unnamed(*view.office, outcome, papers);
            const Visit visit = kept.on(view);
            const auto trouble = forms::trouble_of(outcome, view);
            if (!trouble && outcome.answer()) {
                const Recorded recorded{outcome.answer()->code};
                return respond(matter_page(visit, id, recorded).value_or(forms::no_such_page(view)));
            }
            const auto opened = opened_matter(visit, id);
            const ActRule* act = opened ? opened->procedure.act(forms::text_of(posted, "act")) : nullptr;
            if (act == nullptr) return respond(forms::no_such_page(view));
            const Doing back = doing_in(visit, *opened, *act, posted);
            respond(trouble ? form_page(back, true, *trouble) : refused_page(back, outcome.answer().error()));
        });
}

}  // namespace

void take_act(const Visit& visit, base::MatterId id, forms::Filled filled, http::Respond respond) {
    forms::Posted& posted = filled.texts;
    if (forms::text_of(posted, "act") == office::k_declare_conflict) return take_conflict(visit, id, posted, std::move(respond));
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return respond(aside_page(visit, id).value_or(forms::no_such_page(visit.view)));
    const ActRule* act = opened->procedure.act(forms::text_of(posted, "act"));
    if (act == nullptr || !may_do(visit, *act, *opened)) return respond(*matter_page(visit, id));
    auto file_faults = forms::take_files(visit.view, opened->procedure.form(act->form), filled);
    if (forms::drop_paper(posted)) posted["go"] = "stay";
    Doing doing = doing_in(visit, *opened, *act, posted);
    find_gaps(doing);
    if (forms::text_of(posted, "go") == "begin") begin_with(doing, forms::text_of(posted, "beginning"));
    if (!file_faults.empty()) {
        // Told alone, before anything else is asked.
        doing.typed.faults = std::move(file_faults);
        respond(form_page(doing, true));
    } else if (forms::text_of(posted, "go") != "send") {
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
