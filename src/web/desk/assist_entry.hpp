#pragma once

#include <functional>

#include "web/desk/visit.hpp"
#include "web/forms/papers.hpp"
#include "web/forms/questions.hpp"
#include "web/http_status.hpp"

/// One entry for somebody, whichever page it comes from: its form, what must be said before the rules are asked, and its way to the
/// clerk.
namespace hearth::web::desk {

/// Who reads what becomes of an entry: a person, on a page; or the script of the field page, as JSON.
enum class Reply { page, json };

/// What is being entered: an opening act, or a word in a matter that runs.
struct Entry {
    const Visit& visit;
    const procedure::Procedure& procedure;
    const procedure::ActRule& act;
    const matter::Matter* matter;  // null: opens one
    base::PartyId party;
    const forms::Posted& posted;
    forms::Typed typed;
    Reply reply = Reply::page;

    [[nodiscard]] const procedure::Form* form() const { return procedure.form(act.form); }
    [[nodiscard]] const pages::View& view() const { return visit.view; }
    [[nodiscard]] forms::Questions questions() const { return forms::questions_of(form(), forms::files_at(view())); }
};

/// By which ways what somebody says comes to the posts of the visit.
std::vector<procedure::Channel> channels_of(const procedure::Procedure& procedure, const Visit& visit);

/// The choice of these ways, as sections CHANNEL; `chosen` is ticked.
void fill_channels(ctemplate::TemplateDictionary& values, const procedure::Procedure& procedure, const Visit& visit,
                   const std::string& chosen);

/// The form. With faults it says what is wrong, as it does with words of a refusal that belongs to no question.
http::Response form_page(const Entry& entry, bool with_faults, const std::string& refused = {});

/// Everything that the form must say before the rules are asked.
std::optional<http::Response> incomplete(const Entry& entry);

/// Sends the act; when it was recorded `done` answers, else the form comes back filled in, for the matter as it stands then. Sent
/// again with its key by the same account it is the same act, also with its papers.
void send(const Entry& entry, http::Respond respond, std::function<http::Response(const Visit&, const clerk::Acknowledged&)> done);

/// The matter of a row; nothing when there is none.
std::optional<matter::Matter> folded_in(const std::optional<record::MatterRow>& row);

}  // namespace hearth::web::desk
