#include "web/desk/assist_entry.hpp"

#include <algorithm>

#include "office/entered_words.hpp"
#include "web/api/answers.hpp"
#include "web/desk/said_day.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/possible_words.hpp"
#include "web/refusal_words.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using forms::text_of;
using pages::View;
using procedure::Procedure;

const procedure::Assisted* assisted_of(const Entry& entry) { return office::assisted_of(entry.procedure, entry.act); }

/// One question to choose from: `section` of the page, `words` of the catalogue.
void fill_choice(TemplateDictionary& values, const View& view, const std::string& section, const std::string& words,
                 const std::vector<std::string>& options, const std::string& chosen) {
    for (const std::string& option : options) {
        auto* one = values.AddSectionDictionary(section);
        one->SetValue("OPTION_VALUE", option);
        one->SetValue("OPTION_WORDS", view.tongue.catalogue(words + option));
        if (chosen == option) one->ShowSection("CHECKED");
    }
}

std::vector<std::string> channel_ids(const Procedure& procedure, const Visit& visit) {
    std::vector<std::string> ids;
    for (const procedure::Channel& channel : channels_of(procedure, visit)) ids.push_back(channel.id);
    return ids;
}

std::string address(const Entry& entry) {
    const std::string below = entry.view().home() + "/desk/assist/";
    return entry.matter == nullptr ? below + entry.procedure.id + "/" + entry.act.id : below + "word";
}

void fill_aside(TemplateDictionary& values, const Entry& entry) {
    const procedure::Assisted* assisted = assisted_of(entry);
    if (assisted == nullptr || entry.matter == nullptr || entry.act.to == "same") return;
    values.ShowSection("UNDO");
    values.SetValue("UNDO_WORDS",
                    entry.view().tongue.catalogue.with("assist.undo", entry.view().tongue.wording.term(assisted->undo)));
}

void fill_entry_questions(TemplateDictionary& values, const Entry& entry, bool with_faults) {
    if (entry.form() == nullptr) return;
    const forms::Questions asked = entry.questions();
    if (with_faults) forms::fill_faults(values, entry.view(), asked, entry.typed);
    forms::fill_questions(values, entry.view(), *entry.form(), asked, entry.typed, false, with_faults);
    forms::fill_hidden(values, entry.typed, asked);
}

/// What is asked of a word in a matter that runs only, and of a new matter only.
void fill_by_kind(TemplateDictionary& values, const Entry& entry) {
    const View& view = entry.view();
    if (entry.matter == nullptr) {
        values.ShowSection("NEW");
        return fill_said_day(values, entry.posted);
    }
    values.ShowSection("HERS");
    values.SetValue("NUMBER", matter::number_of(*entry.matter, view.office->profile.matter_prefix));
    fill_choice(values, view, "EVIDENCE", "evidence.", assisted_of(entry)->evidence, text_of(entry.posted, "evidence"));
    for (const char* name : {"which", "act", "seen"}) forms::add_hidden(values, name, text_of(entry.posted, name));
}

/// The same for the script of the field page: {"message":"..","fields":[{"at":"f-points","words":".."}]}.
http::Response faults_answer(const Entry& entry, const std::string& refused) {
    base::Json fields = base::Json::array();
    for (const auto& [at, words] : forms::faults_of(entry.view(), entry.questions(), entry.typed))
        fields.push_back({{"at", at}, {"words", words}});
    return api::json_answer(k_unprocessable, {{"message", refused}, {"fields", fields}});
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
    const procedure::Assisted* assisted = assisted_of(entry);
    std::string post = assisted == nullptr ? std::string() : assisted->by;
    for (const procedure::Channel& channel : channels_of(entry.procedure, entry.visit)) {
        if (entry.matter == nullptr && channel.id == command.channel) post = channel.entered_by;
    }
    command.entered_by = record::Actor{record::Actor::Kind::post, {}, {post}, command.office};
    command.account = entry.visit.session.account.text;
    command.deputy = entry.visit.in_place_of.contains(post);
    if (entry.matter == nullptr) {
        command.effective_from = said_day(entry.posted, *entry.view().office->rules, entry.visit.now).value();
        return command;
    }
    command.matter = entry.matter->id;
    command.seen = forms::number_in(text_of(entry.posted, "seen"));
    return command;
}

}  // namespace

std::vector<procedure::Channel> channels_of(const Procedure& procedure, const Visit& visit) {
    std::vector<procedure::Channel> channels;
    std::ranges::copy_if(procedure.channels, std::back_inserter(channels),
                         [&](const auto& channel) { return !channel.entered_by.empty() && visit.holds(channel.entered_by); });
    return channels;
}

void fill_channels(TemplateDictionary& values, const Procedure& procedure, const Visit& visit, const std::string& chosen) {
    fill_choice(values, visit.view, "CHANNEL", "way.", channel_ids(procedure, visit), chosen);
}

http::Response form_page(const Entry& entry, bool with_faults, const std::string& refused) {
    if (entry.reply == Reply::json) return faults_answer(entry, refused);
    const View& view = entry.view();
    const std::string title = view.tongue.wording.of(entry.act.title);
    TemplateDictionary values("assist");
    fill_desk_form_frame(values, entry.visit, with_faults ? view.tongue.catalogue.with("form.error_title", title) : title);
    pages::fill_back(values, view.home() + "/desk/assist", view.tongue.catalogue("assist.title"));
    values.SetValue("WHAT", title);
    values.SetValue("HERE", address(entry));
    values.SetValue("LEADS", pages::leads_words(entry.act, entry.procedure, view));
    fill_entry_questions(values, entry, with_faults);
    if (!refused.empty()) forms::fill_refusal(values, refused);
    fill_channels(values, entry.procedure, entry.visit, text_of(entry.posted, "channel"));
    fill_by_kind(values, entry);
    if (text_of(entry.posted, "read_back") == "yes") values.ShowSection("WAS_READ_BACK");
    fill_aside(values, entry);
    const std::string& key = text_of(entry.posted, "key");
    forms::add_hidden(values, "key", key.empty() ? forms::fresh_key() : key);
    forms::add_hidden(values, "token", entry.visit.session.form_token);
    return forms::page_with(entry.questions(), view, "assist_form_page.tpl", values,
                            with_faults || !refused.empty() ? k_bad_request : k_ok);
}

std::optional<http::Response> incomplete(const Entry& entry) {
    if (!entry.typed.faults.empty()) return form_page(entry, true);
    const auto ids = channel_ids(entry.procedure, entry.visit);
    const auto& say = entry.view().tongue.catalogue;
    if (std::ranges::find(ids, text_of(entry.posted, "channel")) == ids.end())
        return form_page(entry, true, say("assist.no_channel"));
    if (text_of(entry.posted, "read_back") != "yes") return form_page(entry, true, say("assist.not_read_back"));
    if (entry.matter != nullptr && text_of(entry.posted, "evidence").empty())
        return form_page(entry, true, say("assist.no_evidence"));
    const auto said = said_day(entry.posted, *entry.view().office->rules, entry.visit.now);
    if (entry.matter == nullptr && !said) return form_page(entry, true, words_of(said.error(), say));
    return std::nullopt;
}

void send(const Entry& entry, http::Respond respond, std::function<http::Response(const Visit&, const clerk::Acknowledged&)> done) {
    const View& view = entry.view();
    clerk::Ticket ticket{"account/" + entry.visit.session.account.text, text_of(entry.posted, "key")};
    office::Command command = command_of(entry);
    const int version = entry.matter == nullptr ? 0 : entry.matter->procedure_version;
    if (const auto added = forms::add_taken(command, ticket, entry.typed, view, version); !added)
        return respond(refused_page(entry, added.error()));
    const std::vector<record::PaperKey> papers = ticket.papers;
    const base::MatterId id = entry.matter == nullptr ? base::MatterId{} : entry.matter->id;
    // The rules are held as long as the procedure and the act that point into them.
    view.office->submit(std::move(command), ticket,
                        [view, rules = view.office->rules, kept = entry.visit, id, posted = entry.posted,
                         procedure = &entry.procedure, act = &entry.act, party = entry.party, reply = entry.reply, papers,
                         done = std::move(done), respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
                            take_back_unnamed(*view.office, outcome, papers);
                            const Visit visit = kept.on(view);
                            const auto trouble = forms::trouble_of(outcome, view);
                            if (!trouble && outcome.answer()) return respond(done(visit, *outcome.answer()));
                            if (trouble && reply == Reply::json)
                                return respond(api::json_answer(k_unavailable, {{"message", *trouble}}));
                            const auto matter = folded_in(view.office->store->matter(id));
                            if (matter) posted["seen"] = std::to_string(matter->acts);
                            const Entry back{visit,
                                             *procedure,
                                             *act,
                                             matter ? &*matter : nullptr,
                                             party,
                                             posted,
                                             forms::read_typed(procedure->form(act->form), posted),
                                             reply};
                            respond(trouble ? form_page(back, true, *trouble) : refused_page(back, outcome.answer().error()));
                        });
}

std::optional<matter::Matter> folded_in(const std::optional<record::MatterRow>& row) {
    auto folded = row ? matter::load(row->folded) : base::Result<matter::Matter>(base::Refusal{});
    return folded ? std::optional(std::move(*folded)) : std::nullopt;
}

}  // namespace hearth::web::desk
