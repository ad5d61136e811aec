#include "web/operator/health_page.hpp"

#include <algorithm>

#include "web/pages/dictionary.hpp"

namespace hearth::web {

namespace {

using ctemplate::TemplateDictionary;

/// The same warning at several offices of one machine is one thing to do.
struct Warning {
    const Finding* finding;
    std::vector<std::string> offices;  // as people call them
};

std::vector<Warning> warnings_in(const std::vector<Finding>& findings, const pages::View& view) {
    std::vector<Warning> warnings;
    for (const Finding& finding : findings) {
        if (!finding.needs_attention) continue;
        const auto same = std::ranges::find_if(warnings, [&](const Warning& warning) {
            return warning.finding->id == finding.id && warning.finding->values == finding.values;
        });
        Warning& warning = same == warnings.end() ? warnings.emplace_back(Warning{&finding, {}}) : *same;
        warning.offices.push_back(view.tongue.wording.office({finding.office}));
    }
    return warnings;
}

void fill(TemplateDictionary& values, const pages::View& view, const Finding& finding, const std::string& offices) {
    const Catalogue& say = view.tongue.catalogue;
    values.SetValue("OFFICE_NAMES", offices);
    values.SetValue("WHAT", title_of(finding, say));
    values.SetValue("WORDS", words_of(finding, say));
    values.SetValue("TO_DO", advice_on(finding, say));
    values.ShowSection(finding.needs_attention ? "LOOK" : "FINE");
}

}  // namespace

http::Response health_page(const pages::View& view, const std::vector<Finding>& findings, base::Instant at) {
    const Catalogue& say = view.tongue.catalogue;
    const auto warnings = warnings_in(findings, view);
    const std::string verdict =
        warnings.empty() ? say("doctor.all_fine") : say.count("doctor.verdict", static_cast<std::int64_t>(warnings.size()));
    TemplateDictionary values("health");
    fill_frame(values, view, verdict, pages::Tab::none);
    values.SetValue("VERDICT", verdict);
    const procedure::ZoneRules& zone = view.site.offices.front().rules->zone();
    values.SetValue("AT", view.tongue.dates.moment(base::civil_time(at, zone.offset_s(at))));
    for (const Warning& warning : warnings)
        fill(*values.AddSectionDictionary("WARNING"), view, *warning.finding, view.tongue.wording.list(warning.offices));
    for (const Finding& finding : findings)
        fill(*values.AddSectionDictionary("ONE"), view, finding, view.tongue.wording.office({finding.office}));
    return private_page(view, "health_page.tpl", values, k_ok);
}

}  // namespace hearth::web
