#include "web/desk/visit.hpp"

#include <algorithm>

#include "web/desk/assist.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {

using ctemplate::TemplateDictionary;

bool Visit::holds(const std::string& post) const {
    return std::ranges::any_of(posts, [&](const base::PostId& held) { return held.text == post; });
}

pages::Reader Visit::reader() const {
    pages::Reader reader{{}, view.office->unseal};
    for (const base::PostId& post : posts) reader.posts.push_back(post.text);
    return reader;
}

std::string title_of(const Visit& visit, const base::PostId& id) {
    return visit.view.tongue.wording.post(id, visit.view.office->rules->pack);
}

namespace {

/// Which posts a password alone does not open, and what to do.
void fill_guarded(TemplateDictionary& values, const Visit& visit) {
    if (visit.guarded.empty()) return;
    std::vector<std::string> titles;
    for (const base::PostId& post : visit.guarded) titles.push_back(title_of(visit, post));
    values.SetValueAndShowSection(
        "GUARDED_WORDS", visit.view.tongue.catalogue.with("desk.guarded", visit.view.tongue.wording.list(titles)), "GUARDED");
}

void fill_who(TemplateDictionary& values, const Visit& visit) {
    values.ShowSection("SIGNED_IN");
    values.SetValue("FORM_TOKEN", visit.session.form_token);
    values.SetValue("LOGIN", visit.session.login);
    if (may_assist(visit)) values.ShowSection("ASSIST");
    fill_guarded(values, visit);
    std::vector<std::string> titles;
    for (const base::PostId& held : visit.posts) {
        const std::string title = title_of(visit, held);
        const auto away = visit.in_place_of.find(held.text);
        titles.push_back(
            away == visit.in_place_of.end() ? title : visit.view.tongue.catalogue.with("desk.post_in_place", title, away->second));
    }
    const char* none = visit.guarded.empty() ? "desk.no_post" : "desk.no_post_open";
    values.SetValue("POSTS", titles.empty() ? visit.view.tongue.catalogue(none) : visit.view.tongue.wording.list(titles));
}

}  // namespace

void fill_desk_frame(TemplateDictionary& values, const Visit& visit, const std::string& title) {
    fill_frame(values, visit.view, title, pages::Tab::desk);
    fill_who(values, visit);
}

void fill_desk_form_frame(TemplateDictionary& values, const Visit& visit, const std::string& title) {
    fill_frame_of_form(values, visit.view, title, pages::Tab::desk, "send");
    fill_who(values, visit);
}

}  // namespace hearth::web::desk
