#include "web/forms/sent.hpp"

#include "web/pages/dictionary.hpp"
#include "web/pages/problem_page.hpp"

namespace hearth::web::forms {

using ctemplate::TemplateDictionary;
using pages::View;

http::Response opened_page(const View& view, const clerk::Acknowledged& done, const procedure::Procedure& procedure) {
    const pages::Wording& words = view.tongue.wording;
    TemplateDictionary values("opened");
    fill_frame_of_code(values, view.at("/matter"), view.tongue.catalogue("opened.title"), done.code);
    values.SetValue("NUMBER", done.number);
    const procedure::State* state = procedure.state(done.state);
    if (state != nullptr) values.SetValue("STATE", words.of(state->title));
    values.SetValue("OWNER", done.owner.empty() ? view.tongue.catalogue("promise.you_yourself") : words.office(done.owner));
    const auto due = base::parse_date(done.due_day);
    if (due) {
        values.ShowSection("DUE");
        values.SetValue("DUE_DAY", words.dates().day(*due));
        if (done.due_provisional) values.ShowSection("PROVISIONAL");
    }
    if (state != nullptr) values.SetValue("EXPIRY", words.expiry(*state, procedure, view.office->rules->pack));
    return private_page(view, "opened_page.tpl", values, k_created);
}

std::optional<std::string> trouble_of(const clerk::Outcome& outcome, const View& view) {
    if (!outcome.broke()) return std::nullopt;
    try {
        (void)outcome.answer();
    } catch (const std::exception& fault) {
        view.site.log_fault(fault.what());
    }
    return view.tongue.catalogue("form.broke");
}

http::Response no_such_page(const View& view) { return pages::problem_page(view, k_not_found); }

}  // namespace hearth::web::forms
