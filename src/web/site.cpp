#include "web/site.hpp"

#include <algorithm>

namespace hearth::web {

const std::string& in(const Texts& texts, std::string_view language) {
    static const std::string none;
    const auto found = texts.find(std::string(language));
    if (found != texts.end()) return found->second;
    return texts.empty() ? none : texts.begin()->second;
}

void take_back_unnamed(const OfficeSite& office, const clerk::Outcome& outcome, const std::vector<record::PaperKey>& papers) {
    if (outcome.broke() || (outcome.answer() && !outcome.answer()->repeated)) return;
    for (const record::PaperKey& paper : papers) office.papers->discard(paper.digest);
}

const OfficeSite* Site::office(std::string_view id) const {
    const auto found = std::ranges::find_if(offices, [&](const OfficeSite& office) { return office.profile.id.text == id; });
    return found == offices.end() ? nullptr : &*found;
}

std::string Site::title_of(const base::OfficeId& id, std::string_view language) const {
    if (const OfficeSite* here = office(id.text); here != nullptr && !here->title.empty()) return in(here->title, language);
    for (const OfficeSite& one : offices) {
        const auto body = one.rules->pack.body_titles.find(id.text);
        if (body != one.rules->pack.body_titles.end()) return body->second.in(language);
    }
    return id.text;
}

}  // namespace hearth::web
