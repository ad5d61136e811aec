#include "web/operator/posts_page.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "web/pages/dictionary.hpp"

namespace hearth::web {

namespace {

using ctemplate::TemplateDictionary;

/// A post as it is held on a day.
struct Filled {
    std::set<std::string> accounts;
    std::set<std::string> deputies;
    std::set<std::string> without_second_factor;
    std::optional<base::CivilDate> next_end;
};

std::map<std::string, Filled> filled_posts(const OfficeSite& office, base::CivilDate today) {
    std::map<std::string, Filled> posts;
    for (const auto& [login, holding, second_factor] : office.people->held_from(today)) {
        if (!people::is_in_force(holding, today)) continue;
        Filled& filled = posts[holding.post.text];
        filled.accounts.insert(login);
        if (!holding.in_place_of.empty()) filled.deputies.insert(login);
        if (!second_factor) filled.without_second_factor.insert(login);
        if (holding.until && (!filled.next_end || *holding.until < *filled.next_end)) filled.next_end = holding.until;
    }
    return posts;
}

std::string guard_words(const OfficeSite& office, const std::string& post, const Filled& filled, const Catalogue& say) {
    if (std::ranges::find(office.second_factor, base::PostId{post}) == office.second_factor.end()) return say("posts.no_guard");
    const auto lacking = static_cast<std::int64_t>(filled.without_second_factor.size());
    return lacking == 0 ? say("posts.all_have") : say.count("posts.lack", lacking);
}

/// "2 persons, 1 of them as a deputy".
std::string held_words(const Filled& filled, const Catalogue& say) {
    std::string all = say.count("posts.people", static_cast<std::int64_t>(filled.accounts.size()));
    if (filled.deputies.empty()) return all;
    return all + say("list.comma") + say.count("posts.deputies", static_cast<std::int64_t>(filled.deputies.size()));
}

void fill_office(TemplateDictionary& values, const pages::View& view, const OfficeSite& office) {
    const Catalogue& say = view.tongue.catalogue;
    const procedure::Pack& pack = office.rules->pack;
    const auto posts = filled_posts(office, office.rules->zone().date(view.site.clock->now()));
    auto* one = values.AddSectionDictionary("OFFICE_POSTS");
    one->SetValue("OFFICE_NAME", view.tongue.wording.office(office.profile.id));
    one->ShowSection(posts.empty() ? "NONE" : "SOME");
    for (const auto& [id, filled] : posts) {
        auto* row = one->AddSectionDictionary("POST");
        row->SetValue("TITLE_OF", view.tongue.wording.post({id}, pack));
        row->SetValue("HELD", held_words(filled, say));
        row->SetValue("UNTIL", filled.next_end ? view.tongue.dates.day(*filled.next_end) : say("posts.open_ended"));
        row->SetValue("GUARD", guard_words(office, id, filled, say));
    }
    std::vector<std::string> nobody;
    for (const procedure::Post& post : pack.posts)
        if (!posts.contains(post.id)) nobody.push_back(view.tongue.wording.of(post.title));
    if (!nobody.empty()) one->SetValueAndShowSection("POSTS_OF_NOBODY", view.tongue.wording.list(nobody), "NOBODY");
}

}  // namespace

http::Response posts_page(const pages::View& view) {
    TemplateDictionary values("posts");
    fill_frame(values, view, view.tongue.catalogue("posts.title"), pages::Tab::none);
    for (const OfficeSite& office : view.site.offices)
        if (office.people != nullptr) fill_office(values, view, office);
    return private_page(view, "posts_page.tpl", values, k_ok);
}

}  // namespace hearth::web
