
#include <algorithm>

#include "web/pages/dictionary.hpp"
#include "web/pages/public_pages.hpp"

namespace hearth::web::pages {
namespace {

using ctemplate::TemplateDictionary;
using procedure::ActorKind;
using procedure::ActRule;

std::string address(const View& view, const procedure::Procedure& procedure) { return view.home() + "/procedures/" + procedure.id; }

void fill_states(TemplateDictionary& values, const View& view, const procedure::Procedure& procedure) {
    const Wording& words = view.tongue.wording;
    const procedure::Pack& pack = view.office->rules->pack;
    for (const procedure::State& state : procedure.states) {
        auto* row = values.AddSectionDictionary("STATE");
        row->SetValue("TITLE_OF", words.of(state.title));
        row->SetValue("WHO", words.owner(state, pack));
        row->SetValue("TERM", state.deadline ? words.deadline(*state.deadline, procedure) : words.say()("deadline.none"));
        row->SetValue("EXPIRY", words.expiry(state, procedure, pack));
    }
}

std::string from_words(const ActRule& act, const procedure::Procedure& procedure, const Wording& words) {
    std::vector<std::string> places;
    for (const std::string& from : act.from) places.push_back(words.place_in(from, procedure));
    return words.list(places);
}

void fill_act_of_person(TemplateDictionary& values, const View& view, const procedure::Procedure& procedure, const ActRule& act) {
    const Wording& words = view.tongue.wording;
    auto* row = values.AddSectionDictionary("YOURS");
    row->SetValue("TITLE_OF", words.of(act.title));
    row->SetValue("WHEN", from_words(act, procedure, words));
    if (act.to == "same") return;
    row->ShowSection("LEADS");
    row->SetValue("TO", words.place_in(act.to, procedure));
}

void fill_act_of_post(TemplateDictionary& values, const View& view, const procedure::Procedure& procedure, const ActRule& act) {
    const Wording& words = view.tongue.wording;
    const procedure::Pack& pack = view.office->rules->pack;
    auto* row = values.AddSectionDictionary("THEIRS");
    row->SetValue("TITLE_OF", words.of(act.title));
    const procedure::Post* post = pack.post(act.post);
    row->SetValue("BY",
                  post == nullptr ? act.post : words.say().with("by.post", words.of(post->title), words.body(post->of, pack)));
    row->SetValue("TO", words.place_in(act.to, procedure));
    if (!act.outcome.empty()) {
        std::vector<std::string> outcomes;
        for (const std::string& outcome : act.outcome) outcomes.push_back(words.say()("outcome." + outcome));
        row->ShowSection("OUTCOMES");
        row->SetValue("WORDS", words.list(outcomes));
    }
    row->SetValue("APPEAL", act.appeal ? words.appeal(*act.appeal, procedure, pack) : std::string());
}

void fill_basis(TemplateDictionary& values, const procedure::Procedure& procedure) {
    for (const procedure::Basis& basis : procedure.basis) {
        auto* row = values.AddSectionDictionary("BASIS");
        row->SetValue("LAW", basis.text);
        if (!basis.article.empty()) row->ShowSection("ARTICLE");
        row->SetValue("ARTICLE_NUMBER", basis.article);
        if (!basis.checked) row->ShowSection("UNCHECKED");
    }
}

void fill_routes(TemplateDictionary& values, const View& view, const procedure::Procedure& procedure) {
    if (!procedure.other_routes.empty()) values.ShowSection("ROUTES");
    for (const auto& route : procedure.other_routes) {
        auto* row = values.AddSectionDictionary("ROUTE");
        row->SetValue("TITLE_OF", view.tongue.wording.of(route.title));
        if (!route.term) continue;
        row->ShowSection("ROUTE_TERM");
        row->SetValue("TERM", view.tongue.wording.term(*route.term));
    }
}

}  // namespace

http::Response procedures_page(const View& view) {
    TemplateDictionary values("procedures");
    fill_frame(values, view, view.tongue.catalogue("procedures.title"), Tab::rules);
    for (const procedure::Procedure& procedure : view.office->rules->pack.procedures) {
        if (!procedure.starts.empty()) continue;
        auto* one = values.AddSectionDictionary("ONE");
        one->SetValue("LINK", address(view, procedure));
        one->SetValue("NAME", view.tongue.wording.of(procedure.title));
        one->SetIntValue("VERSION", procedure.version);
    }
    return public_page(view, "procedures_page.tpl", values);
}

std::optional<http::Response> procedure_page(const View& view, std::string_view id) {
    const procedure::Procedure* procedure = view.office->rules->pack.procedure(id);
    if (procedure == nullptr || !procedure->starts.empty()) return std::nullopt;
    TemplateDictionary values("procedure");
    const std::string& name = view.tongue.wording.of(procedure->title);
    fill_frame(values, view, name, Tab::rules);
    fill_back(values, view.home() + "/procedures", view.tongue.catalogue("procedures.title"));
    values.SetValue("NAME", name);
    values.SetValue("ID", procedure->id);
    values.SetValue("HERE", address(view, *procedure));
    values.SetIntValue("VERSION", procedure->version);
    values.SetValue("PACK", view.tongue.wording.of(view.office->rules->pack.title));
    fill_states(values, view, *procedure);
    for (const ActRule& act : procedure->acts) {
        if (act.actor == ActorKind::post) {
            fill_act_of_post(values, view, *procedure, act);
        } else {
            fill_act_of_person(values, view, *procedure, act);
        }
    }
    for (const procedure::Notice& notice : procedure->notices) {
        values.AddSectionDictionary("NOTICE")->SetValue("TITLE_OF", view.tongue.wording.of(notice.title));
    }
    fill_routes(values, view, *procedure);
    fill_basis(values, *procedure);
    return public_page(view, "procedure_page.tpl", values);
}

}  // namespace hearth::web::pages
