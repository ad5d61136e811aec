#include "web/pages/problem_page.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::pages {
namespace {

/// Which sentences of the catalogue tell it.
std::string kind_of(Status status) {
    if (status == k_not_found || status == k_forbidden || status == k_method_not_allowed) return "not_found";
    if (status == k_unavailable) return "busy";
    return status >= k_internal_error ? "ours" : "not_understood";
}

}  // namespace

http::Response problem_page(const View& view, Status status) {
    const Catalogue& say = view.tongue.catalogue;
    const std::string kind = "problem." + kind_of(status);
    ctemplate::TemplateDictionary values("problem");
    fill_frame(values, view, say(kind), Tab::none);
    values.SetValue("HAPPENED", say(kind));
    values.SetValue("WHY", say(kind + "_why"));
    values.SetValue("TRY", say(kind + "_try"));
    return private_page(view, "problem_page.tpl", values, status);
}

}  // namespace hearth::web::pages
