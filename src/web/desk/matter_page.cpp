#include <algorithm>

#include "office/conflict.hpp"
#include "web/desk/bounced.hpp"
#include "web/desk/opened.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/paper_file.hpp"
#include "web/pages/possible_words.hpp"
#include "web/pages/promise.hpp"
#include "web/pages/timeline.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::OpenedMatter;
using pages::View;
using procedure::ActRule;

void fill_acts(TemplateDictionary& values, const Visit& visit, const OpenedMatter& opened) {
    bool any = false;
    for (const ActRule& act : opened.procedure.acts) {
        if (!may_do(visit, act, opened)) continue;
        pages::fill_possible(values, act, opened.procedure, visit.view);
        any = true;
    }
    values.ShowSection(any ? "SOME" : "NONE");
}

/// The promise as it is told to a third person: who owes the next step, and what follows by itself.
void fill_promise_of(TemplateDictionary& values, const Visit& visit, const OpenedMatter& opened) {
    pages::fill_promise(values, visit.view, opened);
    const procedure::State* state = opened.procedure.state(opened.matter.state);
    if (state->quiet || state->owner == procedure::Owner::body) return;
    values.SetValue("PROMISE", visit.view.tongue.catalogue("desk.their_word"));
    const procedure::State* to = state->on_expire ? opened.procedure.state(state->on_expire->to) : nullptr;
    const bool stays_theirs = to != nullptr && !to->quiet && to->owner != procedure::Owner::body;
    values.SetValue("EXPIRY", stays_theirs
                                  ? visit.view.tongue.catalogue("desk.reminded")
                                  : visit.view.tongue.wording.expiry(*state, opened.procedure, visit.view.office->rules->pack));
}

void note_reading(const Visit& visit, base::MatterId id) {
    visit.view.office->people->note({visit.now, id, visit.posts.front(), visit.session.account});
}

http::Response drawn_page(const Visit& visit, base::MatterId id, const OpenedMatter& opened,
                          const std::optional<Recorded>& recorded) {
    TemplateDictionary values("desk_matter");
    if (!office::declared_grounds(opened.procedure).empty() && !opened.matter.imported) values.ShowSection("MAY_STAND_ASIDE");
    const View at_matter = visit.view.at("/desk/matter/" + std::to_string(id.number));
    fill_desk_frame(values, visit.on(at_matter), heading_of(visit, opened));
    pages::fill_back(values, visit.view.home() + "/desk", visit.view.tongue.catalogue("desk.title"));
    values.SetValue("HEADING", heading_of(visit, opened));
    values.SetValue("NUMBER", matter::number_of(opened.matter, visit.view.office->profile.matter_prefix));
    values.SetValue("PROCEDURE_NAME", visit.view.tongue.wording.of(opened.procedure.title));
    if (bounced_in(visit.view).contains(id)) values.ShowSection("BOUNCED");
    values.SetValue("MATTER_ID", std::to_string(id.number));
    values.SetValue("HERE", visit.view.home() + "/desk/matter/" + std::to_string(id.number));
    if (recorded) values.ShowSection("RECORDED");
    if (recorded && !recorded->code.empty()) {
        values.ShowSection("INVITED");
        values.SetValue("INVITED_CODE", recorded->code);
    }
    fill_promise_of(values, visit, opened);
    fill_acts(values, visit, opened);
    pages::fill_timeline(values, visit.view, opened, visit.reader());
    return private_page(visit.view, "desk_matter_page.tpl", values, k_ok);
}

/// What a page depends on beside the record and the day: the session (it stands in the forms), the language, the posts.
std::string key_of(const Visit& visit, base::MatterId id) {
    std::string key = visit.session.form_token + "/" + visit.view.tongue.wording.language() + "/" + std::to_string(id.number);
    for (const base::PostId& post : visit.posts) key += "/" + post.text;
    for (const auto& [post, login] : visit.in_place_of) key += "/" + post + "=" + login;
    return key;
}

}  // namespace

std::optional<http::Response> matter_page(const Visit& visit, base::MatterId id, const std::optional<Recorded>& recorded) {
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return aside_page(visit, id);
    note_reading(visit, id);
    return drawn_page(visit, id, *opened, recorded);
}

std::optional<http::Response> matter_page_again(const Visit& visit, base::MatterId id, pages::PageCache& drawn) {
    const OfficeSite& office = *visit.view.office;
    const std::uint64_t bounces = office.subscriptions == nullptr ? 0 : office.subscriptions->bounces_noted();
    const pages::PageCache::Stamp stamp{office.store->size(), office.rules->zone().date(visit.now), bounces};
    const std::string key = key_of(visit, id);
    if (auto page = drawn.find(stamp, key)) {
        note_reading(visit, id);
        return page;
    }
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return aside_page(visit, id);
    note_reading(visit, id);
    http::Response page = drawn_page(visit, id, *opened, {});
    drawn.keep(stamp, key, page);
    return page;
}

std::optional<http::Response> paper_file(const Visit& visit, base::MatterId id, std::string_view file) {
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return std::nullopt;
    auto paper = pages::paper_of(visit.view, *opened, visit.reader(), file);
    if (paper) note_reading(visit, id);
    return paper;
}

}  // namespace hearth::web::desk
