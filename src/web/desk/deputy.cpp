#include <algorithm>

#include "clerk/office_acts.hpp"
#include "web/desk/visit.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/refusal_words.hpp"

// Handing over while one is away: a post of one's own goes to a colleague too, from a day until a day. What is due belongs to the
// post, so nothing else has to change hands.
namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;

struct Fault {
    const char* field;
    const char* section;  // of the page, at the field
    const char* words;    // id in the catalogue
};

base::CivilDate today(const Visit& visit) { return visit.view.office->rules->zone().date(visit.now); }

/// Posts that are hers and not another's whom she stands in for.
std::vector<base::PostId> own_posts(const Visit& visit) {
    std::vector<base::PostId> own = visit.posts;
    std::erase_if(own, [&](const base::PostId& post) { return visit.in_place_of.contains(post.text); });
    return own;
}

std::vector<store::PeopleStore::Account> colleagues(const Visit& visit) {
    auto all = visit.view.office->people->accounts();
    std::erase_if(all, [&](const auto& account) { return account.id == visit.session.account; });
    return all;
}

/// What was chosen, and everything that is wrong with it.
struct Handover {
    std::string post;
    people::AccountId deputy;
    std::string login;
    std::optional<base::CivilDate> from;
    std::optional<base::CivilDate> until;
    std::vector<Fault> faults;
};

void judge_days(const Visit& visit, Handover& handover) {
    if (!handover.from || *handover.from < today(visit)) handover.faults.emplace_back("from", "WRONG_FROM", "deputy.no_from");
    if (!handover.until || (handover.from && *handover.until < *handover.from))
        handover.faults.emplace_back("until", "WRONG_UNTIL", "deputy.no_until");
}

std::optional<base::CivilDate> day_in(const std::string& text) {
    const auto day = base::parse_date(text);
    return day ? std::optional(*day) : std::nullopt;
}

Handover handover_in(const Visit& visit, const forms::Posted& posted) {
    Handover handover;
    handover.post = forms::text_of(posted, "post");
    handover.login = forms::text_of(posted, "deputy");
    handover.from = day_in(forms::text_of(posted, "from"));
    handover.until = day_in(forms::text_of(posted, "until"));
    const auto own = own_posts(visit);
    if (std::ranges::find(own, base::PostId{handover.post}) == own.end())
        handover.faults.emplace_back("post", "WRONG_POST", "deputy.no_post");
    const auto all = colleagues(visit);
    const auto deputy = std::ranges::find(all, handover.login, &store::PeopleStore::Account::login);
    if (deputy == all.end())
        handover.faults.emplace_back("deputy", "WRONG_DEPUTY", "deputy.nobody");
    else
        handover.deputy = deputy->id;
    judge_days(visit, handover);
    return handover;
}

void fill_options(TemplateDictionary& form, const Visit& visit, const forms::Posted& posted) {
    for (const base::PostId& id : own_posts(visit)) {
        auto* option = form.AddSectionDictionary("POST");
        option->SetValue("POST_ID", id.text);
        option->SetValue("POST_WORDS", title_of(visit, id));
        if (forms::text_of(posted, "post") == id.text) option->ShowSection("CHOSEN");
    }
    for (const auto& account : colleagues(visit)) {
        auto* option = form.AddSectionDictionary("COLLEAGUE");
        option->SetValue("COLLEAGUE_LOGIN", account.login);
        if (forms::text_of(posted, "deputy") == account.login) option->ShowSection("CHOSEN");
    }
}

/// To whom she has handed over, now or from a day to come.
void fill_deputies(TemplateDictionary& values, const Visit& visit) {
    const auto& say = visit.view.tongue.catalogue;
    const auto& dates = visit.view.tongue.dates;
    for (const auto& [login, holding, second_factor] : visit.view.office->people->held_from(today(visit))) {
        if (holding.in_place_of != visit.session.account || !holding.until) continue;
        values.ShowSection("DEPUTIES");
        values.AddSectionDictionary("DEPUTY")->SetValue(
            "DEPUTY_WORDS", say.with("deputy.line", login, title_of(visit, holding.post)) +
                                say.with("deputy.days", dates.day(holding.from), dates.day(*holding.until)));
    }
}

/// Each in the summary above and at its field.
void fill_faults(TemplateDictionary& values, TemplateDictionary& form, const std::vector<Fault>& faults, const Catalogue& say) {
    TemplateDictionary* summary = faults.empty() ? nullptr : values.AddSectionDictionary("FAULTS");
    for (const Fault& fault : faults) {
        auto* line = summary->AddSectionDictionary("FAULT");
        line->SetValue("FAULT_AT", fault.field);
        line->SetValue("FAULT_WORDS", say(fault.words));
        form.AddSectionDictionary(fault.section)->SetValue("WRONG_WORDS", say(fault.words));
    }
}

http::Response page_of(const Visit& visit, const forms::Posted& posted, const std::vector<Fault>& faults, bool is_done,
                       const std::string& refused = {}) {
    const auto& say = visit.view.tongue.catalogue;
    TemplateDictionary values("deputy");
    const View here = visit.view.at("/desk/deputy");
    const bool is_wrong = !faults.empty() || !refused.empty();
    fill_desk_form_frame(values, visit.on(here),
                         is_wrong ? say.with("form.error_title", say("deputy.title")) : say("deputy.title"));
    if (is_done) values.ShowSection("DONE");
    fill_deputies(values, visit);
    const bool may = !own_posts(visit).empty() && !colleagues(visit).empty();
    auto* form = values.AddSectionDictionary(may ? "FORM" : "NOBODY");
    if (may) fill_options(*form, visit, posted);
    form->SetValue("FROM", forms::text_of(posted, "from"));
    form->SetValue("UNTIL", forms::text_of(posted, "until"));
    fill_faults(values, *form, faults, say);
    if (!refused.empty()) forms::fill_refusal(values, refused);
    const std::string& key = forms::text_of(posted, "key");
    form->SetValue("KEY", key.empty() || is_done ? forms::fresh_key() : key);
    return private_page(visit.view, "deputy_page.tpl", values, is_wrong ? k_bad_request : k_ok);
}

office::Command command_of(const Visit& visit, const Handover& handover) {
    office::Command command;
    command.by = {record::Actor::Kind::post, {}, {handover.post}, visit.view.office->profile.id};
    command.account = visit.session.account.text;
    command.office = visit.view.office->profile.id;
    command.act = clerk::k_post_given;
    command.received_at = visit.now;
    command.fields = {{"account", handover.deputy.text},
                      {"post", handover.post},
                      {"from", base::to_string(*handover.from)},
                      {"until", base::to_string(*handover.until)},
                      {"in_place_of", visit.session.account.text}};
    return command;
}

}  // namespace

http::Response deputy_page(const Visit& visit) { return page_of(visit, {{"from", base::to_string(today(visit))}}, {}, false); }

void hand_over(const Visit& visit, const forms::Posted& posted, http::Respond respond) {
    const Handover handover = handover_in(visit, posted);
    if (!handover.faults.empty()) return respond(page_of(visit, posted, handover.faults, false));
    const clerk::Ticket ticket{"account/" + visit.session.account.text, forms::text_of(posted, "key")};
    const View view = visit.view;
    view.office->submit(
        command_of(visit, handover), ticket,
        [view, kept = visit, handover, posted, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
            const Visit visit = kept.on(view);
            if (const auto trouble = forms::trouble_of(outcome, view)) return respond(page_of(visit, posted, {}, false, *trouble));
            if (!outcome.answer())
                return respond(page_of(visit, posted, {}, false, words_of(outcome.answer().error(), view.tongue.catalogue)));
            // Sent again it is given once, and also when the power failed between the record and this.
            const people::Holding given{handover.deputy, {handover.post}, *handover.from, handover.until, visit.session.account};
            const auto held = view.office->people->holdings(handover.deputy);
            if (std::ranges::find(held, given) == held.end()) view.office->people->give(given);
            respond(page_of(visit, {}, {}, true));
        });
}

}  // namespace hearth::web::desk
