#include "web/pages/figure_words.hpp"

#include "base/check.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/figures.hpp"

namespace hearth::web::pages {
namespace {

constexpr const char* k_request = "request";

std::string words(const ToldCount& told, const Catalogue& say) {
    switch (told.form) {
        case ToldCount::Form::exact: return std::to_string(told.number);
        case ToldCount::Form::under: return say.with("figures.under", std::to_string(told.number));
        case ToldCount::Form::at_least: return say.with("figures.at_least", std::to_string(told.number));
        case ToldCount::Form::hidden: return say("figures.too_few");
    }
    HEARTH_CHECK(false);
    return {};
}

}  // namespace

void fill_figures(ctemplate::TemplateDictionary& values, const View& view, std::size_t quarters_max) {
    const auto figures = quarters(view.office->store->figures(), k_request, quarters_max);
    values.ShowSection(figures.empty() ? "NO_FIGURES" : "FIGURES");
    const procedure::Procedure* request = view.office->rules->pack.procedure(k_request);
    if (request != nullptr) values.SetValue("PROCEDURE", view.tongue.wording.of(request->title));
    const Catalogue& say = view.tongue.catalogue;
    for (const QuarterFigures& quarter : figures) {
        auto* row = values.AddSectionDictionary("QUARTER");
        row->SetValue("WHEN", view.tongue.dates.quarter(quarter.year, quarter.quarter));
        row->SetValue("RECEIVED", words(quarter.received, say));
        row->SetValue("ANSWERED", words(quarter.answered, say));
        row->SetValue("KEPT", words(quarter.kept, say));
        row->SetValue("OVERTURNED", words(quarter.overturned, say));
        row->SetValue("CONFIRMED", words(quarter.confirmed, say));
    }
}

}  // namespace hearth::web::pages
