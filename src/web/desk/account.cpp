#include "web/desk/account.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "store/sign_in_store.hpp"
#include "web/desk/changes.hpp"
#include "web/desk/recovery.hpp"
#include "web/desk/room.hpp"
#include "web/forms/questions.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;
using Passkey = store::SignInStore::Passkey;

constexpr std::size_t k_name_bytes_max = 120;  // forty characters, also Chinese ones

const char* words_of(AccountFault fault) {
    switch (fault) {
        case AccountFault::none: return nullptr;
        case AccountFault::second_factor: return "passkey.second_factor";
        case AccountFault::no_post: return "passkey.no_post";
        case AccountFault::too_many: return "passkey.too_many";
        case AccountFault::no_name: return "passkey.no_name";
        case AccountFault::wrong_password: return "password.wrong";
        case AccountFault::stale: return "passkey.stale";
        case AccountFault::refused: return "passkey.refused";
        case AccountFault::unverified: return "passkey.unverified";
        case AccountFault::known: return "passkey.known";
        case AccountFault::nobody: return "recovery.nobody";
        case AccountFault::not_open: return "recovery.not_open";
        case AccountFault::trouble: return "passkey.trouble";
    }
    return nullptr;
}

void fill_passkey(TemplateDictionary& row, const Visit& visit, const Passkey& passkey) {
    const pages::Dates& dates = visit.view.tongue.dates;
    row.SetValue("NAME", passkey.name);
    row.SetValue("ADDED", dates.day(passkey.added));
    row.SetValue("CREDENTIAL", base::base64url(passkey.credential));
    row.SetValueAndShowSection("USED", passkey.used ? dates.day(*passkey.used) : std::string(), "WAS_USED");
    if (!passkey.used) row.ShowSection("NEVER");
}

void fill_sessions(TemplateDictionary& values, Room& room, const Visit& visit) {
    for (const Session& session : room.sessions.of(visit.session.account, room.now())) {
        if (room.is_over(session, visit.view)) continue;
        TemplateDictionary* row = values.AddSectionDictionary("SESSION");
        row->SetValue("BEGAN", moment_of(visit, session.began));
        row->SetValue("SEEN", moment_of(visit, session.seen));
        row->SetValue("SESSION_ID", session.id);
        row->ShowSection(session.id == visit.session.id ? "HERE" : "ELSEWHERE");
    }
}

/// Whether she may sign in elsewhere too; nothing where nobody can.
void fill_identity(TemplateDictionary& values, const Visit& visit) {
    if (!visit.view.office->openid) return;
    const Catalogue& say = visit.view.tongue.catalogue;
    const std::string& name = in(visit.view.office->openid->name, visit.view.language());
    const auto identity = visit.view.office->people->sign_in().identity(visit.session.account);
    const std::string words = identity ? say.with("openid.linked", name, visit.view.tongue.dates.day(identity->linked))
                                       : say.with("openid.unlinked", name);
    values.SetValueAndShowSection("LINKED", words, "OPENID");
}

}  // namespace

std::string moment_of(const Visit& visit, base::Instant at) {
    const auto& zone = visit.view.office->rules->zone();
    return visit.view.tongue.dates.moment(base::civil_time(at, zone.offset_s(at)));
}

AccountFault fault_of_name(std::string_view name) {
    const bool is_empty = name.find_first_not_of(' ') == std::string_view::npos;
    return is_empty || name.size() > k_name_bytes_max || !base::is_utf8(name) ? AccountFault::no_name : AccountFault::none;
}

http::Response account_page(Room& room, const Visit& visit, AccountFault fault, const std::string& typed) {
    TemplateDictionary values("account");
    const Catalogue& say = visit.view.tongue.catalogue;
    const View here = visit.view.at("/desk/account");
    const char* trouble = words_of(fault);
    const std::string title = say("account.title");
    fill_desk_frame(values, visit.on(here), trouble == nullptr ? title : say.with("form.error_title", title));
    if (trouble != nullptr) forms::fill_refusal(values, say(trouble));
    const auto passkeys = visit.view.office->people->sign_in().passkeys(visit.session.account);
    values.ShowSection(passkeys.empty() ? "NO_PASSKEY" : "SOME_PASSKEYS");
    for (const Passkey& passkey : passkeys) {
        TemplateDictionary* some = values.AddSectionDictionary("PASSKEY");
        fill_passkey(*some, visit, passkey);
    }
    const bool has_host = relying_party_of(visit.view).has_value();
    if (!has_host) values.ShowSection("NO_HOST");
    if (has_host && passkeys.size() < k_passkeys_max) values.ShowSection("MAY_ADD");
    values.SetValue("TYPED", typed);
    fill_identity(values, visit);
    fill_changes(values, visit);
    fill_sessions(values, room, visit);
    fill_recoveries(values, visit);
    return private_page(visit.view, "account_page.tpl", values, trouble == nullptr ? k_ok : k_bad_request);
}

void put_on_record(const Visit& visit, std::string_view act, const std::map<std::string, std::string>& facts,
                   std::move_only_function<void(Recording)> done) {
    if (visit.posts.empty()) return done(Recording::no_post);
    office::Command command;
    command.office = visit.view.office->profile.id;
    command.by = {record::Actor::Kind::post, {}, visit.posts.front(), command.office};
    command.act = act;
    for (const auto& [name, value] : facts) command.fields[name] = value;
    command.received_at = visit.now;
    visit.view.office->submit(std::move(command), {"account/" + visit.session.account.text, forms::fresh_key()},
                              [view = visit.view, done = std::move(done)](const clerk::Outcome& outcome) mutable {
                                  const bool is_recorded = !forms::trouble_of(outcome, view) && outcome.answer();
                                  done(is_recorded ? Recording::recorded : Recording::trouble);
                              });
}

}  // namespace hearth::web::desk
