#include "web/forms/word.hpp"

#include <algorithm>

#include "web/forms/plain_word.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/find_by_code.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/possible_words.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::forms {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;
using procedure::ActRule;

/// One act of one matter, about to be done.
struct Word {
    const View& view;
    std::string code;
    const procedure::Procedure& procedure;
    const ActRule& act;
    const matter::Matter& matter;
    base::PartyId party;
    Typed typed;
    std::string key;
    std::uint64_t seen = 0;  // acts of the matter that the person had seen

    [[nodiscard]] const procedure::Form* form() const { return procedure.form(act.form); }
};

/// The form of the act; with faults of its fields, or a refusal of the whole, once it was sent.
http::Response form_page(const Word& word, bool with_faults, const std::string& refused = {}) {
    const View& view = word.view;
    const std::string title = view.tongue.wording.of(word.act.title);
    TemplateDictionary values("word");
    fill_frame_of_form(values, view, with_faults ? view.tongue.catalogue.with("form.error_title", title) : title,
                       pages::Tab::matter, "send");
    values.SetValue("CODE", word.code);
    values.SetValue("WHAT", title);
    values.SetValue("NUMBER", matter::number_of(word.matter, view.office->profile.matter_prefix));
    values.SetValue("LEADS", pages::leads_words(word.act, word.procedure, view));
    const Questions asked = questions_of(word.form(), files_at(view));
    if (word.form() != nullptr) {
        values.ShowSection("FORM");
        values.SetValue("READERS", readers_of(*word.form(), view));
        if (with_faults) fill_faults(values, view, asked, word.typed);
        fill_questions(values, view, *word.form(), asked, word.typed, false, with_faults);
    }
    if (!refused.empty()) fill_refusal(values, refused);
    for (const TakenPaper& paper : word.typed.papers) add_hidden(values, paper.text, text_of(word.typed.texts, paper.text));
    add_hidden(values, "code", word.code);
    add_hidden(values, "act", word.act.id);
    add_hidden(values, "key", word.key);
    add_hidden(values, "seen", std::to_string(word.seen));
    return page_with(asked, view, "word_page.tpl", values, with_faults ? k_bad_request : k_ok);
}

http::Response refused_page(Word word, const base::Refusal& refusal) {
    if (lay_at_question(refusal, word.form(), word.typed)) return form_page(word, true);
    return form_page(word, true, words_of(refusal, word.view.tongue.catalogue));
}

office::Command command_of(const Word& word, base::Instant received_at) {
    office::Command command;
    command.by.kind = record::Actor::Kind::resident;
    command.by.party = word.party;
    command.office = word.view.office->profile.id;
    command.procedure = {word.procedure.id};
    command.act = word.act.id;
    command.matter = word.matter.id;
    command.fields = word.typed.fields;
    command.received_at = received_at;
    command.seen = word.seen;
    return command;
}

void send(const Word& word, const Posted& posted, base::Instant received_at, http::Respond respond) {
    const View view = word.view;
    office::Command command = command_of(word, received_at);
    clerk::Ticket ticket{"code/" + word.party.text, word.key};
    const auto added = add_taken(command, ticket, word.typed, view, word.matter.procedure_version);
    if (!added) return respond(refused_page(word, added.error()));
    const std::vector<record::PaperKey> papers = ticket.papers;
    view.office->submit(
        std::move(command), ticket,
        [view, posted, papers, code = word.code, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
            take_back_unnamed(*view.office, outcome, papers);
            const auto found = pages::find_by_code(view, code);
            const auto trouble = trouble_of(outcome, view);
            if (!found || (!trouble && outcome.answer())) {
                auto page = pages::matter_page(view, code, pages::Told::recorded);
                respond(page ? std::move(*page) : no_such_page(view));
                return;
            }
            const procedure::Procedure& procedure = found->opened.procedure;
            const ActRule* act = procedure.act(text_of(posted, "act"));
            const Word back{view,
                            code,
                            procedure,
                            *act,
                            found->opened.matter,
                            found->opened.party,
                            read_typed(procedure.form(act->form), posted),
                            text_of(posted, "key"),
                            found->opened.matter.acts};
            respond(trouble ? form_page(back, true, *trouble) : refused_page(back, outcome.answer().error()));
        });
}

}  // namespace

void say_word(const View& view, Filled filled, base::Instant received_at, http::Respond respond) {
    Posted& posted = filled.texts;
    const std::string typed_code = text_of(posted, "code");
    const auto found = pages::find_by_code(view, typed_code);
    if (!found) {
        respond(pages::code_opens_nothing(view, typed_code));
        return;
    }
    if (is_plain_word(text_of(posted, "act"))) {
        say_plain_word(view, *found, posted, received_at, std::move(respond));
        return;
    }
    const auto& opened = found->opened;
    const ActRule* act = opened.procedure.act(text_of(posted, "act"));
    if (act == nullptr || !pages::is_word(*act, *opened.procedure.state(opened.matter.state))) {
        const auto told = text_of(posted, "act").empty() ? pages::Told::nothing_chosen : pages::Told::not_now;
        respond(*pages::matter_page(view, found->code, told));
        return;
    }
    const auto file_faults = take_files(view, opened.procedure.form(act->form), filled);
    drop_paper(posted);
    const std::string& key = text_of(posted, "key");
    Word word{view,
              found->code,
              opened.procedure,
              *act,
              opened.matter,
              opened.party,
              read_typed(opened.procedure.form(act->form), posted),
              key.empty() ? fresh_key() : key,
              number_in(text_of(posted, "seen")).value_or(opened.matter.acts)};
    if (!file_faults.empty()) {
        word.typed.faults = file_faults;
        respond(form_page(word, true));
    } else if (text_of(posted, "go") != "send") {
        respond(form_page(word, false));
    } else if (!word.typed.faults.empty()) {
        respond(form_page(word, true));
    } else {
        send(word, posted, received_at, std::move(respond));
    }
}

}  // namespace hearth::web::forms
