#include <algorithm>
#include <set>

#include "office/conflict.hpp"
#include "web/desk/opened.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/refusal_words.hpp"

// Standing aside (right 4). What the rules compute by themselves needs no page; this is for what only the person herself knows.
namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::OpenedMatter;
using pages::View;

std::set<std::string> leading_here(const Visit& visit, const OpenedMatter& opened) {
    const office::Office rules_only(visit.view.office->profile, visit.view.office->rules);
    return office::leading_posts(rules_only, opened.procedure, opened.matter, visit.view.office->profile.id);
}

/// The post as which she stands aside: one that leads the matter on, where she holds one.
base::PostId post_of(const Visit& visit, const std::set<std::string>& leading) {
    const auto leads = std::ranges::find_if(visit.posts, [&](const base::PostId& post) { return leading.contains(post.text); });
    return leads == visit.posts.end() ? visit.posts.front() : *leads;
}

/// Whether nobody else who signs in here holds a post that leads the matter on and is free to.
bool is_alone(const Visit& visit, const OpenedMatter& opened, const std::set<std::string>& leading) {
    const base::CivilDate today = visit.view.office->rules->zone().date(visit.now);
    std::map<std::string, Visit> others;
    for (const auto& held : visit.view.office->people->held_from(today)) {
        const std::string& account = held.holding.account.text;
        if (account == visit.session.account.text || !people::is_in_force(held.holding, today)) continue;
        Visit& other = others.try_emplace(account, Visit{visit.view, {}, {}, visit.now}).first->second;
        other.session.account = held.holding.account;
        other.posts.push_back(held.holding.post);
    }
    return std::ranges::none_of(others, [&](const auto& one) {
        const Visit& other = one.second;
        const bool leads = std::ranges::any_of(other.posts, [&](const base::PostId& post) { return leading.contains(post.text); });
        return leads && !stands_aside(other, opened.matter);
    });
}

std::string number_of(const Visit& visit, const OpenedMatter& opened) {
    return matter::number_of(opened.matter, visit.view.office->profile.matter_prefix);
}

std::string here(const View& view, base::MatterId id) { return view.home() + "/desk/matter/" + std::to_string(id.number); }

/// One declaration as it is being made.
struct Declaring {
    const Visit& visit;
    const OpenedMatter& opened;
    const forms::Posted& posted;
};

http::Response ask_page(const Declaring& declaring, bool without_ground, const std::string& refused = {}) {
    const auto& [visit, opened, posted] = declaring;
    const auto& say = visit.view.tongue.catalogue;
    TemplateDictionary values("conflict");
    const std::string title = say("conflict.title");
    fill_desk_form_frame(values, visit, without_ground ? say.with("form.error_title", title) : title);
    auto* ask = values.AddSectionDictionary("ASK");
    ask->SetValue("NUMBER", number_of(visit, opened));
    ask->SetValue("HERE", here(visit.view, opened.matter.id));
    const bool alone = is_alone(visit, opened, leading_here(visit, opened));
    ask->SetValue("FOLLOWS", say(alone ? "conflict.goes_up" : "conflict.others"));
    if (without_ground) {
        ask->ShowSection("NO_GROUND");
        auto* faults = ask->AddSectionDictionary("FAULTS");
        auto* fault = faults->AddSectionDictionary("FAULT");
        fault->SetValue("FAULT_AT", "ground");
        fault->SetValue("FAULT_WORDS", say("conflict.choose"));
    }
    if (!refused.empty()) forms::fill_refusal(*ask, refused);
    for (const std::string& ground : office::declared_grounds(opened.procedure)) {
        auto* one = ask->AddSectionDictionary("GROUND");
        one->SetValue("GROUND_ID", ground);
        one->SetValue("GROUND_WORDS", say("conflict." + ground));
    }
    const std::string& key = forms::text_of(posted, "key");
    forms::add_hidden(*ask, "act", std::string(office::k_declare_conflict));
    forms::add_hidden(*ask, "key", key.empty() ? forms::fresh_key() : key);
    forms::add_hidden(*ask, "token", visit.session.form_token);
    return private_page(visit.view, "conflict_page.tpl", values, without_ground || !refused.empty() ? k_bad_request : k_ok);
}

std::optional<http::Response> told_page(const Visit& visit, base::MatterId id, bool is_new) {
    const auto row = visit.view.office->store->matter(id);
    const auto opened = row ? opened_of(visit, *row, {}) : std::nullopt;
    if (!opened || row->accused == visit.view.office->profile.id || !stands_aside(visit, opened->matter)) return std::nullopt;
    const auto& say = visit.view.tongue.catalogue;
    TemplateDictionary values("conflict");
    fill_desk_frame(values, visit, say("desk.you_stand_aside"));
    auto* aside = values.AddSectionDictionary("ASIDE");
    if (is_new) aside->ShowSection("RECORDED");
    aside->SetValue("NUMBER", number_of(visit, *opened));
    const base::OfficeId& owner = opened->matter.custodian.empty() ? opened->matter.owner : opened->matter.custodian;
    const bool is_elsewhere = !owner.empty() && owner != visit.view.office->profile.id;
    aside->SetValue("GOES_ON",
                    is_elsewhere ? say.with("conflict.went_up", visit.view.tongue.wording.office(owner)) : say("conflict.others"));
    return private_page(visit.view, "conflict_page.tpl", values, k_ok);
}

office::Command command_of(const Declaring& declaring) {
    const auto& [visit, opened, posted] = declaring;
    const auto leading = leading_here(visit, opened);
    procedure::ActRule rule;
    rule.id = office::k_declare_conflict;
    rule.post = post_of(visit, leading).text;
    office::Command command = command_by(visit, opened, rule);
    command.seen.reset();  // whatever happened meanwhile, she stands aside
    command.alone = is_alone(visit, opened, leading);
    command.fields["ground"] = forms::text_of(posted, "ground");
    return command;
}

void send(const Declaring& declaring, http::Respond respond) {
    const Visit& visit = declaring.visit;
    const View view = visit.view;
    const clerk::Ticket ticket{"account/" + visit.session.account.text, forms::text_of(declaring.posted, "key")};
    view.office->submit(command_of(declaring), ticket,
                        [view, kept = visit, id = declaring.opened.matter.id, posted = declaring.posted,
                         respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
                            const Visit again = kept.on(view);
                            if (auto told = told_page(again, id, true)) return respond(std::move(*told));
                            const auto opened = opened_matter(again, id);
                            if (!opened) return respond(forms::no_such_page(view));
                            const auto trouble = forms::trouble_of(outcome, view);
                            const std::string why = trouble ? *trouble : words_of(outcome.answer().error(), view.tongue.catalogue);
                            respond(ask_page({again, *opened, posted}, false, why));
                        });
}

}  // namespace

std::optional<http::Response> aside_page(const Visit& visit, base::MatterId id) {
    return visit.posts.empty() ? std::nullopt : told_page(visit, id, false);
}

void take_conflict(const Visit& visit, base::MatterId id, const forms::Posted& posted, http::Respond respond) {
    const auto opened = opened_matter(visit, id);
    if (!opened || visit.posts.empty()) return respond(aside_page(visit, id).value_or(forms::no_such_page(visit.view)));
    const Declaring declaring{visit, *opened, posted};
    if (forms::text_of(posted, "go") != "send") return respond(ask_page(declaring, false));
    if (forms::text_of(posted, "ground").empty()) return respond(ask_page(declaring, true));
    send(declaring, std::move(respond));
}

}  // namespace hearth::web::desk
