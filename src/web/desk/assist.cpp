#include "web/desk/assist.hpp"

#include <algorithm>
#include <set>

#include "clerk/receipt_code.hpp"
#include "office/entered_words.hpp"
#include "web/desk/sign_in.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/forms/way_in.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/possible_words.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using forms::text_of;
using pages::View;
using procedure::ActRule;
using procedure::Procedure;

/// What is being entered: an opening act, or a word in a matter that runs.
struct Entry {
    const Visit& visit;
    const Procedure& procedure;
    const ActRule& act;
    const matter::Matter* matter;  // null: opens one
    base::PartyId party;
    const forms::Posted& posted;
    forms::Typed typed;

    [[nodiscard]] const procedure::Form* form() const { return procedure.form(act.form); }
    [[nodiscard]] const View& view() const { return visit.view; }
    [[nodiscard]] const procedure::Assisted* assisted() const { return office::assisted_of(procedure, act); }
};

std::vector<procedure::Channel> channels_of(const Procedure& procedure, const Visit& visit) {
    std::vector<procedure::Channel> channels;
    std::ranges::copy_if(procedure.channels, std::back_inserter(channels),
                         [&](const auto& channel) { return !channel.entered_by.empty() && visit.holds(channel.entered_by); });
    return channels;
}

/// One question to choose from: `section` of the page, `name` of what is posted, `words` of the catalogue.
void fill_choice(TemplateDictionary& values, const Entry& entry, const std::string& section, const std::string& name,
                 const std::string& words, const std::vector<std::string>& options) {
    for (const std::string& option : options) {
        auto* one = values.AddSectionDictionary(section);
        one->SetValue("OPTION_VALUE", option);
        one->SetValue("OPTION_WORDS", entry.view().tongue.catalogue(words + option));
        if (text_of(entry.posted, name) == option) one->ShowSection("CHECKED");
    }
}

std::vector<std::string> channel_ids(const Entry& entry) {
    std::vector<std::string> ids;
    for (const procedure::Channel& channel : channels_of(entry.procedure, entry.visit)) ids.push_back(channel.id);
    return ids;
}

std::string address(const Entry& entry) {
    const std::string below = entry.view().home() + "/desk/assist/";
    return entry.matter == nullptr ? below + entry.procedure.id + "/" + entry.act.id : below + "word";
}

void fill_aside(TemplateDictionary& values, const Entry& entry) {
    const procedure::Assisted* assisted = entry.assisted();
    if (assisted == nullptr || entry.matter == nullptr || entry.act.to == "same") return;
    values.ShowSection("UNDO");
    values.SetValue("UNDO_WORDS",
                    entry.view().tongue.catalogue.with("assist.undo", entry.view().tongue.wording.term(assisted->undo)));
}

http::Response form_page(const Entry& entry, bool with_faults, const std::string& refused = {}) {
    const View& view = entry.view();
    const std::string title = view.tongue.wording.of(entry.act.title);
    TemplateDictionary values("assist");
    fill_desk_form_frame(values, entry.visit, with_faults ? view.tongue.catalogue.with("form.error_title", title) : title);
    pages::fill_back(values, view.home() + "/desk/assist", view.tongue.catalogue("assist.title"));
    values.SetValue("WHAT", title);
    values.SetValue("HERE", address(entry));
    values.SetValue("LEADS", pages::leads_words(entry.act, entry.procedure, view));
    if (entry.form() != nullptr) {
        const forms::Questions asked = forms::questions_of(entry.form(), forms::Files::none);
        if (with_faults) forms::fill_faults(values, view, asked, entry.typed);
        forms::fill_questions(values, view, *entry.form(), asked, entry.typed, false, with_faults);
    }
    if (!refused.empty()) forms::fill_refusal(values, refused);
    fill_choice(values, entry, "CHANNEL", "channel", "way.", channel_ids(entry));
    if (entry.matter != nullptr) {
        values.ShowSection("HERS");
        values.SetValue("NUMBER", matter::number_of(*entry.matter, view.office->profile.matter_prefix));
        fill_choice(values, entry, "EVIDENCE", "evidence", "evidence.", entry.assisted()->evidence);
        for (const char* name : {"which", "act", "seen"}) forms::add_hidden(values, name, text_of(entry.posted, name));
    }
    if (text_of(entry.posted, "read_back") == "yes") values.ShowSection("WAS_READ_BACK");
    fill_aside(values, entry);
    const std::string& key = text_of(entry.posted, "key");
    forms::add_hidden(values, "key", key.empty() ? forms::fresh_key() : key);
    forms::add_hidden(values, "token", entry.visit.session.form_token);
    return private_page(view, "assist_form_page.tpl", values, with_faults || !refused.empty() ? k_bad_request : k_ok);
}

http::Response refused_page(Entry entry, const base::Refusal& refusal) {
    if (forms::lay_at_question(refusal, entry.form(), entry.typed)) return form_page(entry, true);
    return form_page(entry, true, words_of(refusal, entry.view().tongue.catalogue));
}

office::Command command_of(const Entry& entry) {
    office::Command command;
    command.by.kind = record::Actor::Kind::resident;
    command.by.party = entry.party;
    command.office = entry.view().office->profile.id;
    command.procedure = {entry.procedure.id};
    command.act = entry.act.id;
    command.fields = entry.typed.fields;
    command.received_at = entry.visit.now;
    command.channel = text_of(entry.posted, "channel");
    command.read_back = text_of(entry.posted, "read_back") == "yes";
    command.evidence = text_of(entry.posted, "evidence");
    const procedure::Assisted* assisted = entry.assisted();
    std::string post = assisted == nullptr ? std::string() : assisted->by;
    for (const procedure::Channel& channel : channels_of(entry.procedure, entry.visit)) {
        if (entry.matter == nullptr && channel.id == command.channel) post = channel.entered_by;
    }
    command.entered_by = record::Actor{record::Actor::Kind::post, {}, {post}, command.office};
    command.account = entry.visit.session.account.text;
    command.deputy = entry.visit.in_place_of.contains(post);
    if (entry.matter == nullptr) return command;
    command.matter = entry.matter->id;
    command.seen = forms::number_in(text_of(entry.posted, "seen"));
    return command;
}

std::optional<matter::Matter> folded_in(const std::optional<record::MatterRow>& row) {
    auto folded = row ? matter::load(row->folded) : base::Result<matter::Matter>(base::Refusal{});
    return folded ? std::optional(std::move(*folded)) : std::nullopt;
}

/// Sends the act; when it was recorded `done` answers, else the form comes back filled in, for the matter as it stands then.
void send(const Entry& entry, http::Respond respond, std::function<http::Response(const Visit&, const clerk::Acknowledged&)> done) {
    const View& view = entry.view();
    const clerk::Ticket ticket{"account/" + entry.visit.session.account.text, text_of(entry.posted, "key")};
    const base::MatterId id = entry.matter == nullptr ? base::MatterId{} : entry.matter->id;
    // The rules are held as long as the procedure and the act that point into them.
    view.office->submit(
        command_of(entry), ticket,
        [view, rules = view.office->rules, session = entry.visit.session, posts = entry.visit.posts, now = entry.visit.now,
         in_place_of = entry.visit.in_place_of, id, posted = entry.posted, procedure = &entry.procedure, act = &entry.act,
         party = entry.party, done = std::move(done), respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
            const Visit visit{view, session, posts, now, in_place_of};
            const auto trouble = forms::trouble_of(outcome, view);
            if (!trouble && outcome.answer()) return respond(done(visit, *outcome.answer()));
            const auto matter = folded_in(view.office->store->matter(id));
            if (matter) posted["seen"] = std::to_string(matter->acts);
            const Entry back{visit,
                             *procedure,
                             *act,
                             matter ? &*matter : nullptr,
                             party,
                             posted,
                             forms::read_typed(procedure->form(act->form), posted)};
            respond(trouble ? form_page(back, true, *trouble) : refused_page(back, outcome.answer().error()));
        });
}

/// Everything that the form must say before the rules are asked.
std::optional<http::Response> incomplete(const Entry& entry) {
    if (!entry.typed.faults.empty()) return form_page(entry, true);
    const auto ids = channel_ids(entry);
    const auto& say = entry.view().tongue.catalogue;
    if (std::ranges::find(ids, text_of(entry.posted, "channel")) == ids.end())
        return form_page(entry, true, say("assist.no_channel"));
    if (text_of(entry.posted, "read_back") != "yes") return form_page(entry, true, say("assist.not_read_back"));
    if (entry.matter != nullptr && text_of(entry.posted, "evidence").empty())
        return form_page(entry, true, say("assist.no_evidence"));
    return std::nullopt;
}

/// A matter that runs here, as somebody names it who stands at the window: by her code, or by its number.
struct Named {
    const Procedure& procedure;
    matter::Matter matter;
    base::PartyId party;
};

std::optional<Named> named(const Visit& visit, const std::string& which) {
    const View& view = visit.view;
    record::Store& store = *view.office->store;
    std::optional<record::MatterRow> row;
    std::string digest;
    if (const auto code = clerk::parse_receipt_code(which)) {
        digest = clerk::receipt_code_digest(*code);
        row = store.matter_by_code(digest);
    } else if (const auto id = matter_quoted(which)) {
        row = store.matter(*id);
    }
    auto folded = folded_in(row);
    if (!folded || row->accused == view.office->profile.id || !folded->custodian.empty()) return std::nullopt;
    const Procedure* procedure = view.office->rules->pack.procedure(folded->procedure.text, folded->procedure_version);
    const bool is_it = !digest.empty() || matter::number_of(*folded, view.office->profile.matter_prefix) == which;
    if (procedure == nullptr || procedure->state(folded->state) == nullptr || !is_it) return std::nullopt;
    const base::PartyId party = digest.empty() ? folded->party : matter::party_of_code(*folded, digest);
    return Named{*procedure, std::move(*folded), party};
}

bool may_enter(const Visit& visit, const Named& at, const ActRule& act) {
    const procedure::Assisted* assisted = office::assisted_of(at.procedure, act);
    const bool is_anothers = act.actor == procedure::ActorKind::resident && at.party != at.matter.party;
    return assisted != nullptr && visit.holds(assisted->by) && !is_anothers &&
           pages::is_word(act, *at.procedure.state(at.matter.state));
}

void fill_words(TemplateDictionary& values, const Visit& visit, const Named& at) {
    bool any = false;
    for (const ActRule& act : at.procedure.acts) {
        if (!may_enter(visit, at, act)) continue;
        pages::fill_possible(values, act, at.procedure, visit.view);
        any = true;
    }
    values.ShowSection(any ? "SOME" : "NONE");
}

/// What she can say now, for the clerk to ask her.
http::Response words_page(const Visit& visit, const Named& at, const std::string& which, bool recorded) {
    const View& view = visit.view;
    TemplateDictionary values("assist_words");
    fill_desk_form_frame(values, visit, view.tongue.catalogue("assist.words"));
    pages::fill_back(values, view.home() + "/desk/assist", view.tongue.catalogue("assist.title"));
    values.SetValue("NUMBER", matter::number_of(at.matter, view.office->profile.matter_prefix));
    values.SetValue("PROCEDURE_NAME", view.tongue.wording.of(at.procedure.title));
    values.SetValue("STATE", view.tongue.wording.of(at.procedure.state(at.matter.state)->title));
    if (recorded) values.ShowSection("RECORDED");
    fill_words(values, visit, at);
    forms::add_hidden(values, "which", which);
    forms::add_hidden(values, "seen", std::to_string(at.matter.acts));
    forms::add_hidden(values, "token", visit.session.form_token);
    return private_page(view, "assist_words_page.tpl", values, k_ok);
}

http::Response list_of(const Visit& visit, const std::string& which, bool is_unknown) {
    const View& view = visit.view;
    TemplateDictionary values("assist_list");
    fill_desk_form_frame(values, visit, view.tongue.catalogue("assist.title"));
    pages::fill_back(values, view.home() + "/desk", view.tongue.catalogue("desk.title"));
    for (const forms::WayIn& way : forms::ways_into(view.office->rules->pack)) {
        if (channels_of(*way.procedure, visit).empty()) continue;
        auto* one = values.AddSectionDictionary("WAY");
        one->SetValue("LINK", view.home() + "/desk/assist/" + way.procedure->id + "/" + way.act->id);
        one->SetValue("NAME", view.tongue.wording.of(way.act->title));
        one->SetValue("PROCEDURE", view.tongue.wording.of(way.procedure->title));
    }
    if (is_unknown) values.ShowSection("UNKNOWN");
    values.SetValue("WHICH", which);
    values.SetValue("TOKEN", visit.session.form_token);
    return private_page(view, "assist_page.tpl", values, is_unknown ? k_not_found : k_ok);
}

}  // namespace

bool may_assist(const Visit& visit) {
    return std::ranges::any_of(visit.view.office->rules->pack.procedures,
                               [&](const Procedure& procedure) { return !channels_of(procedure, visit).empty(); });
}

std::optional<http::Response> assist_page(const Visit& visit) {
    if (!may_assist(visit)) return std::nullopt;
    return list_of(visit, {}, false);
}

void assist_raise(const Visit& visit, const std::string& procedure, const std::string& act, const forms::Posted& posted,
                  http::Respond respond) {
    const auto way = forms::way_into(visit.view.office->rules->pack, procedure, act);
    if (!way || channels_of(*way->procedure, visit).empty()) return respond(forms::no_such_page(visit.view));
    const Entry entry{visit, *way->procedure, *way->act, nullptr, {}, posted, forms::read_typed(way->form(), posted)};
    if (text_of(posted, "go") != "send") return respond(form_page(entry, false));
    if (auto page = incomplete(entry)) return respond(std::move(*page));
    send(entry, std::move(respond),
         [rules = visit.view.office->rules, procedure = way->procedure](const Visit& after, const clerk::Acknowledged& done) {
             return forms::opened_page(after.view, done, *procedure);
         });
}

void assist_word(const Visit& visit, const forms::Posted& posted, http::Respond respond) {
    const std::string& which = text_of(posted, "which");
    if (!may_assist(visit)) return respond(forms::no_such_page(visit.view));
    const auto at = named(visit, which);
    if (!at) return respond(list_of(visit, which, true));
    visit.view.office->people->note({visit.now, at->matter.id, visit.posts.front(), visit.session.account});
    const ActRule* act = at->procedure.act(text_of(posted, "act"));
    if (act == nullptr || !may_enter(visit, *at, *act)) return respond(words_page(visit, *at, which, false));
    const Entry entry{
        visit, at->procedure, *act, &at->matter, at->party, posted, forms::read_typed(at->procedure.form(act->form), posted)};
    if (text_of(posted, "go") != "send") return respond(form_page(entry, false));
    if (auto page = incomplete(entry)) return respond(std::move(*page));
    send(entry, std::move(respond), [which](const Visit& after, const clerk::Acknowledged&) {
        const auto now = named(after, which);
        return now ? words_page(after, *now, which, true) : list_of(after, {}, false);
    });
}

void resume_assist(const Visit& visit, std::string_view below, const forms::Posted& posted, http::Respond respond) {
    const std::string way(below.substr(std::min(k_assist.size() + 1, below.size())));
    const std::size_t slash = way.find('/');
    if (way == "word") return assist_word(visit, posted, std::move(respond));
    if (slash == std::string::npos) return respond(assist_page(visit).value_or(forms::no_such_page(visit.view)));
    assist_raise(visit, way.substr(0, slash), way.substr(slash + 1), posted, std::move(respond));
}

}  // namespace hearth::web::desk
