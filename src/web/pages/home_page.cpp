
#include "web/pages/dictionary.hpp"
#include "web/pages/public_pages.hpp"

namespace hearth::web::pages {

http::Response home_page(const View& view) {
    ctemplate::TemplateDictionary values("home");
    fill_frame(values, view, view.tongue.catalogue("home.title"), Tab::none);
    for (const OfficeSite& office : view.site.offices) {
        auto* one = values.AddSectionDictionary("ONE");
        one->SetValue("LINK", View{view.site, view.tongue, &office, {}}.home());
        one->SetValue("NAME", view.tongue.wording.office(office.profile.id));
        std::string note = in(office.place, view.language());
        if (note.empty() && !office.profile.above.empty()) note = view.tongue.wording.office(office.profile.above.front());
        one->SetValue("NOTE", note);
    }
    return public_page(view, "home_page.tpl", values);
}

}  // namespace hearth::web::pages
