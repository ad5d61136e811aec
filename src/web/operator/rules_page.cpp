#include "web/operator/rules_page.hpp"

#include "web/pages/dictionary.hpp"

namespace hearth::web {

namespace {

using ctemplate::TemplateDictionary;

void fill_years(TemplateDictionary& one, const pages::View& view, const procedure::Calendar& calendar, base::CivilDate today) {
    std::vector<std::string> years;
    for (const auto& [year, days] : calendar.years) years.push_back(std::to_string(year));
    one.SetValueAndShowSection("YEARS", view.tongue.wording.list(years), "PUBLISHED");
    const int next = static_cast<int>(today.year()) + 1;
    for (const int year : {next - 1, next}) {
        if (calendar.years.contains(year)) continue;
        one.SetValueAndShowSection("NOT_YET", view.tongue.catalogue.with("rules.next", std::to_string(year)), "NOT_PUBLISHED");
        return;
    }
}

void fill_parts(TemplateDictionary& one, const ForesightWords& words) {
    for (const auto& [head, lines] : words.parts) {
        auto* part = one.AddSectionDictionary("PART");
        part->SetValue("HEAD", head);
        if (lines.empty()) continue;
        part->ShowSection("LINES");
        for (const std::string& line : lines) part->AddSectionDictionary("LINE")->SetValue("WORDS", line);
    }
}

void fill_folder(TemplateDictionary& one, const pages::View& view, const FolderRules& folder, base::CivilDate today) {
    if (!folder.seen) return one.SetValueAndShowSection("WHY", folder.trouble, "TROUBLE");
    const ForesightWords words = words_of(*folder.seen, view.tongue.catalogue, view.tongue.dates);
    one.SetValueAndShowSection("IN_FORCE_WORDS", words.in_force, "IN_FORCE");
    fill_years(one, view, folder.seen->before->calendar(), today);
    if (words.is_same) one.ShowSection("SAME");
    if (!words.is_same && !words.other.empty()) one.SetValueAndShowSection("OTHER_WORDS", words.other, "OTHER");
    if (!words.refused.empty()) one.SetValueAndShowSection("REFUSED_WORDS", words.refused, "REFUSED");
    fill_parts(one, words);
}

}  // namespace

http::Response rules_page(const pages::View& view, const std::vector<FolderRules>& folders, base::Instant at) {
    TemplateDictionary values("rules");
    fill_frame(values, view, view.tongue.catalogue("rules.title"), pages::Tab::none);
    const procedure::ZoneRules& zone = view.site.offices.front().rules->zone();
    const base::CivilTime when = base::civil_time(at, zone.offset_s(at));
    values.SetValue("LOOKED_AT", view.tongue.catalogue.with("rules.looked_at", view.tongue.dates.moment(when)));
    for (const FolderRules& folder : folders) {
        auto* one = values.AddSectionDictionary("OFFICE_RULES");
        one->SetValue("OFFICE_NAME", view.tongue.wording.office(folder.office));
        fill_folder(*one, view, folder, when.date);
    }
    return private_page(view, "rules_page.tpl", values, k_ok);
}

}  // namespace hearth::web
