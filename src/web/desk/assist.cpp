#include "web/desk/assist.hpp"

#include <algorithm>

#include "clerk/receipt_code.hpp"
#include "office/entered_words.hpp"
#include "web/api/answers.hpp"
#include "web/desk/sign_in.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/possible_words.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using forms::text_of;
using pages::View;
using procedure::ActRule;
using procedure::Procedure;

/// A matter that runs here, as somebody names it who stands at the window: by her code, or by its number.
struct Named {
    const Procedure& procedure;
    matter::Matter matter;
    base::PartyId party;
};

std::optional<Named> named(const Visit& visit, const std::string& which) {
    const View& view = visit.view;
    record::Store& store = *view.office->store;
    std::optional<record::MatterRow> row;
    std::string digest;
    if (const auto code = clerk::parse_receipt_code(which)) {
        digest = clerk::receipt_code_digest(*code);
        row = store.matter_by_code(digest);
    } else if (const auto id = matter_quoted(which)) {
        row = store.matter(*id);
    }
    auto folded = folded_in(row);
    if (!folded || row->accused == view.office->profile.id || !folded->custodian.empty()) return std::nullopt;
    const Procedure* procedure = view.office->rules->pack.procedure(folded->procedure.text, folded->procedure_version);
    const bool is_it = !digest.empty() || matter::number_of(*folded, view.office->profile.matter_prefix) == which;
    if (procedure == nullptr || procedure->state(folded->state) == nullptr || !is_it) return std::nullopt;
    const base::PartyId party = digest.empty() ? folded->party : matter::party_of_code(*folded, digest);
    return Named{*procedure, std::move(*folded), party};
}

bool may_enter(const Visit& visit, const Named& at, const ActRule& act) {
    const procedure::Assisted* assisted = office::assisted_of(at.procedure, act);
    const bool is_anothers = act.actor == procedure::ActorKind::resident && at.party != at.matter.party;
    return assisted != nullptr && visit.holds(assisted->by) && !is_anothers &&
           pages::is_word(act, *at.procedure.state(at.matter.state));
}

void fill_words(TemplateDictionary& values, const Visit& visit, const Named& at) {
    bool any = false;
    for (const ActRule& act : at.procedure.acts) {
        if (!may_enter(visit, at, act)) continue;
        pages::fill_possible(values, act, at.procedure, visit.view);
        any = true;
    }
    values.ShowSection(any ? "SOME" : "NONE");
}

/// What she can say now, for the clerk to ask her.
http::Response words_page(const Visit& visit, const Named& at, const std::string& which, bool recorded) {
    const View& view = visit.view;
    TemplateDictionary values("assist_words");
    fill_desk_form_frame(values, visit, view.tongue.catalogue("assist.words"));
    pages::fill_back(values, view.home() + "/desk/assist", view.tongue.catalogue("assist.title"));
    values.SetValue("NUMBER", matter::number_of(at.matter, view.office->profile.matter_prefix));
    values.SetValue("PROCEDURE_NAME", view.tongue.wording.of(at.procedure.title));
    values.SetValue("STATE", view.tongue.wording.of(at.procedure.state(at.matter.state)->title));
    if (recorded) values.ShowSection("RECORDED");
    fill_words(values, visit, at);
    forms::add_hidden(values, "which", which);
    forms::add_hidden(values, "seen", std::to_string(at.matter.acts));
    forms::add_hidden(values, "token", visit.session.form_token);
    return private_page(view, "assist_words_page.tpl", values, k_ok);
}

http::Response list_of(const Visit& visit, const std::string& which, bool is_unknown) {
    const View& view = visit.view;
    TemplateDictionary values("assist_list");
    fill_desk_form_frame(values, visit, view.tongue.catalogue("assist.title"));
    pages::fill_back(values, view.home() + "/desk", view.tongue.catalogue("desk.title"));
    for (const forms::WayIn& way : ways_for(visit)) {
        auto* one = values.AddSectionDictionary("WAY");
        one->SetValue("LINK", view.home() + "/desk/assist/" + way.procedure->id + "/" + way.act->id);
        one->SetValue("NAME", view.tongue.wording.of(way.act->title));
        one->SetValue("PROCEDURE", view.tongue.wording.of(way.procedure->title));
    }
    if (is_unknown) values.ShowSection("UNKNOWN");
    values.SetValue("WHICH", which);
    values.SetValue("TOKEN", visit.session.form_token);
    return private_page(view, "assist_page.tpl", values, is_unknown ? k_not_found : k_ok);
}

/// An entry with the files that came with it. Of files that may not be taken it tells alone, before anything else is asked.
struct Taken {
    Entry entry;
    bool file_faults = false;
};

Taken take(const Visit& visit, const Procedure& procedure, const ActRule& act, forms::Filled& filled, Reply reply) {
    auto faults = forms::take_files(visit.view, procedure.form(act.form), filled);
    if (forms::drop_paper(filled.texts)) filled.texts["go"] = "stay";
    Entry entry{visit, procedure, act, nullptr, {}, filled.texts, forms::read_typed(procedure.form(act.form), filled.texts), reply};
    const bool is_at_fault = !faults.empty();
    if (is_at_fault) entry.typed.faults = std::move(faults);
    return {std::move(entry), is_at_fault};
}

/// The form as long as it is being filled in; nothing once it may be sent.
std::optional<http::Response> unfinished(const Taken& taken) {
    if (taken.file_faults) return form_page(taken.entry, true);
    if (text_of(taken.entry.posted, "go") != "send") return form_page(taken.entry, false);
    return incomplete(taken.entry);
}

/// What the script of the field page keeps of a matter that was opened: what is handed over.
http::Response opened_answer(const Visit& visit, const clerk::Acknowledged& done) {
    const auto due = base::parse_date(done.due_day);
    return api::json_answer(
        k_created,
        {{"number", done.number}, {"code", done.code}, {"due", due ? visit.view.tongue.dates.day(*due) : std::string()}});
}

}  // namespace

bool may_assist(const Visit& visit) {
    return std::ranges::any_of(visit.view.office->rules->pack.procedures,
                               [&](const Procedure& procedure) { return !channels_of(procedure, visit).empty(); });
}

std::optional<http::Response> assist_page(const Visit& visit) {
    if (!may_assist(visit)) return std::nullopt;
    return list_of(visit, {}, false);
}

std::vector<forms::WayIn> ways_for(const Visit& visit) {
    std::vector<forms::WayIn> ways = forms::ways_into(visit.view.office->rules->pack);
    std::erase_if(ways, [&](const forms::WayIn& way) { return channels_of(*way.procedure, visit).empty(); });
    return ways;
}

void assist_raise(const Visit& visit, const std::string& procedure, const std::string& act, forms::Filled filled, Reply reply,
                  http::Respond respond) {
    const auto way = forms::way_into(visit.view.office->rules->pack, procedure, act);
    if (!way || channels_of(*way->procedure, visit).empty()) return respond(forms::no_such_page(visit.view));
    const Taken taken = take(visit, *way->procedure, *way->act, filled, reply);
    if (auto page = unfinished(taken)) return respond(std::move(*page));
    send(
        taken.entry, std::move(respond),
        [rules = visit.view.office->rules, procedure = way->procedure, reply](const Visit& after, const clerk::Acknowledged& done) {
            return reply == Reply::json ? opened_answer(after, done) : forms::opened_page(after.view, done, *procedure);
        });
}

void assist_word(const Visit& visit, forms::Filled filled, http::Respond respond) {
    const std::string which = text_of(filled.texts, "which");
    if (!may_assist(visit)) return respond(forms::no_such_page(visit.view));
    const auto at = named(visit, which);
    if (!at) return respond(list_of(visit, which, true));
    visit.view.office->people->note({visit.now, at->matter.id, visit.posts.front(), visit.session.account});
    const ActRule* act = at->procedure.act(text_of(filled.texts, "act"));
    if (act == nullptr || !may_enter(visit, *at, *act)) return respond(words_page(visit, *at, which, false));
    Taken taken = take(visit, at->procedure, *act, filled, Reply::page);
    taken.entry.matter = &at->matter;
    taken.entry.party = at->party;
    if (auto page = unfinished(taken)) return respond(std::move(*page));
    send(taken.entry, std::move(respond), [which](const Visit& after, const clerk::Acknowledged&) {
        const auto now = named(after, which);
        return now ? words_page(after, *now, which, true) : list_of(after, {}, false);
    });
}

void resume_assist(const Visit& visit, std::string_view below, const forms::Posted& posted, http::Respond respond) {
    const std::string way(below.substr(std::min(k_assist.size() + 1, below.size())));
    const std::size_t slash = way.find('/');
    if (way == "word") return assist_word(visit, {posted, {}, false}, std::move(respond));
    if (slash == std::string::npos) return respond(assist_page(visit).value_or(forms::no_such_page(visit.view)));
    assist_raise(visit, way.substr(0, slash), way.substr(slash + 1), {posted, {}, false}, Reply::page, std::move(respond));
}

}  // namespace hearth::web::desk
