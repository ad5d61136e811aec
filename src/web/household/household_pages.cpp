#include "web/household/household_pages.hpp"

#include "people/roster.hpp"
#include "web/forms/questions.hpp"
#include "web/household/representatives.hpp"
#include "web/pages/addresses.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/qr.hpp"

namespace hearth::web::household {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;

const char* words_of(FormFault fault) {
    switch (fault) {
        case FormFault::none: return "";
        case FormFault::missing: return "household.missing";
        case FormFault::wrong: return "household.wrong";
        case FormFault::wait: return "household.wait";
        case FormFault::trouble: return "form.broke";
    }
    return "";
}

Status status_of(FormFault fault) {
    switch (fault) {
        case FormFault::none: return k_ok;
        case FormFault::missing: return k_bad_request;
        case FormFault::wrong: return k_not_found;
        case FormFault::wait: return k_forbidden;
        case FormFault::trouble: return k_unavailable;
    }
    return k_ok;
}

}  // namespace

http::Response form_page(const View& view, const std::string& label, FormFault fault) {
    const Catalogue& say = view.tongue.catalogue;
    TemplateDictionary values("household");
    const std::string title = say("household.title");
    const bool is_wrong = fault != FormFault::none;
    fill_frame_of_form(values, view, is_wrong ? say.with("form.error_title", title) : title, pages::Tab::none, "prove");
    values.SetValue("LABEL", label);
    values.SetValue("KEY", forms::fresh_key());
    if (is_wrong) {
        values.ShowSection("WRONG");
        values.SetValue("MESSAGE", say(words_of(fault)));
    }
    return private_page(view, "household_page.tpl", values, status_of(fault));
}

http::Response standing_page(const View& view, const Established& established) {
    const Catalogue& say = view.tongue.catalogue;
    const store::RosterStore::Proof& proof = established.proof;
    TemplateDictionary values("standing");
    fill_frame_of_form(values, view, say.with("household.standing_title", proof.label), pages::Tab::none, "stay");
    values.SetValue("LABEL", proof.label);
    values.SetValue("CODE", established.code);
    values.SetValue("SINCE", view.tongue.dates.day(proof.proved));
    values.SetValue("ROSTER", std::to_string(proof.roster));
    values.SetValue("UNTIL", proof.until ? view.tongue.dates.day(*proof.until) : say("household.until_open"));
    values.ShowSection(people::is_in_term(proof.until, established.today) ? "IN_TERM" : "ENDED");
    if (established.is_told) values.ShowSection("TOLD");
    return private_page(view, "household_standing_page.tpl", values, k_ok);
}

http::Response given_back_page(const View& view, const std::string& label) {
    TemplateDictionary values("given_back");
    fill_frame(values, view, view.tongue.catalogue("household.given_back_title"), pages::Tab::none);
    values.SetValue("LABEL", label);
    return private_page(view, "household_given_back_page.tpl", values, k_ok);
}

std::string slips_file(const View& view, const std::vector<Slip>& slips) {
    TemplateDictionary values("slips");
    fill_frame(values, view, view.tongue.catalogue("household.slips_title"), pages::Tab::none);
    if (const std::string& hours = in(view.office->hours, view.language()); !hours.empty())
        values.SetValueAndShowSection("HOURS_WORDS", hours, "HOURS");
    pages::fill_qr(values, pages::whole_address(*view.office, "/household"));
    for (const Slip& slip : slips) {
        TemplateDictionary& one = *values.AddSectionDictionary("SLIP");
        one.SetValue("LABEL", slip.household);
        one.SetValue("NAME", slip.representative);
        one.SetValue("CODE", slip.code);
        one.SetValue("LAST_DAY", view.tongue.dates.day(slip.until));
    }
    return view.tongue.templates.fill("household_slips_page.tpl", values);
}

}  // namespace hearth::web::household
