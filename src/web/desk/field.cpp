#include "web/desk/field.hpp"

#include <algorithm>

#include "office/fields.hpp"
#include "web/api/answers.hpp"
#include "web/desk/assist.hpp"
#include "web/desk/said_day.hpp"
#include "web/http/finish.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/possible_words.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;

constexpr const char* k_visit_channel = "home_visit";

/// What the script says before anything is sent, each with the field that it is about; no words stand in the script.
void fill_missing(TemplateDictionary& values, const std::string& name, const std::string& at, const std::string& words) {
    auto* line = values.AddSectionDictionary("MISSING");
    line->SetValue("MISSING_NAME", name);
    line->SetValue("MISSING_AT", at);
    line->SetValue("MISSING_WORDS", words);
}

void fill_form(TemplateDictionary& values, const View& view, const procedure::Form& form) {
    const forms::Questions asked = forms::questions_of(&form, forms::files_at(view));
    forms::fill_questions(values, view, form, asked, {}, false, false);
    const forms::Typed nothing = forms::read_typed(&form, {});
    for (const procedure::Field* field : asked) {
        const auto fault = nothing.faults.find(field->id);
        if (fault == nothing.faults.end()) continue;
        fill_missing(values, forms::name_of(*field), forms::focus_of(*field), forms::fault_words(fault->second, *field, view));
    }
}

void fill_way(TemplateDictionary& values, const Visit& visit, const forms::WayIn& way) {
    const View& view = visit.view;
    const Catalogue& say = view.tongue.catalogue;
    values.SetValue("WAY_ID", way.procedure->id + "/" + way.act->id);
    values.SetValue("NAME", view.tongue.wording.of(way.act->title));
    values.SetValue("PROCEDURE", view.tongue.wording.of(way.procedure->title));
    values.SetValue("LEADS", pages::leads_words(*way.act, *way.procedure, view));
    fill_channels(values, *way.procedure, visit, k_visit_channel);
    fill_missing(values, "channel", {}, say("assist.no_channel"));
    fill_said_day(values, {});
    if (way.form() != nullptr) fill_form(values, view, *way.form());
    fill_missing(values, "read_back", "read_back", say("assist.not_read_back"));
}

}  // namespace

std::optional<http::Response> field_page(const Visit& visit) {
    if (!may_assist(visit)) return std::nullopt;
    const View& view = visit.view;
    TemplateDictionary values("field");
    fill_desk_frame(values, visit, view.tongue.catalogue("field.title"));
    pages::fill_back(values, view.home() + "/desk/assist", view.tongue.catalogue("assist.title"));
    values.SetValue("ME", visit.session.login);
    values.SetValue("OFFICE_ID", view.office->profile.id.text);
    values.SetIntValue("PAPERS_MAX", static_cast<long>(clerk::k_papers_max));
    for (const forms::WayIn& way : ways_for(visit)) fill_way(*values.AddSectionDictionary("WAY"), visit, way);
    http::Response page = private_page(view, "field_page.tpl", values, k_ok, {"field"});
    http::allow_worker(page);
    http::allow_microphone(page);
    return page;
}

http::Response field_session(const Session& session) {
    return api::json_answer(k_ok, {{"login", session.login}, {"token", session.form_token}});
}

http::Response field_signed_out() { return api::json_answer(k_forbidden, {{"why", "signed_out"}}); }

}  // namespace hearth::web::desk
