// One's own account; signing in by a passkey, and having one or one less.
#include "base/bytes.hpp"
#include "clerk/office_acts.hpp"
#include "store/sign_in_store.hpp"
#include "web/desk/account.hpp"
#include "web/desk/desk.hpp"
#include "web/desk/room.hpp"

namespace hearth::web::desk {

using forms::text_of;
using http::Request;
using http::Respond;
using pages::View;

namespace {

using Change = store::SignInStore::Change;
using Passkey = store::SignInStore::Passkey;

/// What a script put into a field, as bytes; empty when it is none.
std::string bytes_in(const forms::Posted& posted, const char* name) {
    const auto bytes = base::from_base64url(text_of(posted, name));
    return bytes ? *bytes : std::string();
}

/// Puts on the record that the visitor's account gained or lost a passkey, and then does it; `done` may answer what is at fault.
void change(Room& room, const Visit& visit, std::string_view act, Respond respond, std::move_only_function<AccountFault()> done) {
    put_on_record(visit, act, {{"account", visit.session.account.text}},
                  [&room, view = visit.view, session = visit.session, respond = std::move(respond),
                   done = std::move(done)](Recording recording) mutable {
                      AccountFault fault = recording == Recording::no_post ? AccountFault::no_post : AccountFault::trouble;
                      if (recording == Recording::recorded) fault = done();
                      if (fault == AccountFault::none) return respond(see(view.home() + "/desk/account"));
                      respond(account_page(room, room.visit_of(view, session), fault));
                  });
}

/// Who may have one more passkey: a session opened by a password alone does not make itself one that opens more.
AccountFault fault_of_session(const Visit& visit) {
    if (!visit.guarded.empty()) return AccountFault::second_factor;
    return visit.posts.empty() ? AccountFault::no_post : AccountFault::none;
}

AccountFault fault_of(const base::Refusal& refusal) {
    if (refusal.rule == "clerk/passkey_unverified") return AccountFault::unverified;
    return refusal.rule == "clerk/passkey_challenge" ? AccountFault::stale : AccountFault::refused;
}

/// Whose passkey was used, or why that opens nothing.
std::variant<store::PeopleStore::Account, Why> holder_of(Room& room, const View& view, const forms::Posted& posted) {
    const auto party = relying_party_of(view);
    const std::string challenge = bytes_in(posted, "challenge");
    store::PeopleStore& people = *view.office->people;
    if (!party) return Why::passkey_wrong;
    // The page's script asks the device for nothing any more when its challenge is about to end.
    const bool is_given_up = text_of(posted, "credential").empty();
    if (is_given_up || !room.challenges.is_open(challenge, purpose_of_sign_in(view), room.now())) return Why::passkey_stale;
    const auto passkey = people.sign_in().passkey(bytes_in(posted, "credential"));
    if (!passkey || bytes_in(posted, "holder") != passkey->account.text) return Why::passkey_wrong;
    const clerk::Assertion said{bytes_in(posted, "client_data"), bytes_in(posted, "authenticator_data"),
                                bytes_in(posted, "signature")};
    const auto count = clerk::proven_passkey(*party, challenge, said, {passkey->algorithm, passkey->key});
    if (!count) return count.error().rule == "clerk/passkey_unverified" ? Why::passkey_unverified : Why::passkey_wrong;
    if (!room.challenges.use(challenge, room.now())) return Why::passkey_stale;
    if (!people.sign_in().take_passkey_use(passkey->credential, *count, room.today(view))) return Why::passkey_copied;
    auto account = people.account(passkey->account);
    if (!account) return Why::passkey_wrong;
    return std::move(*account);
}

}  // namespace

void Desk::answer_passkey_sign_in(const Request& request, const View& view, Respond respond) {
    if (view.office->people == nullptr) return respond(forms::no_such_page(view));
    const forms::Posted posted = posted_in(request);
    const Asked asked{text_of(posted, "carried"), text_of(posted, "then"), {}};
    const auto holder = holder_of(*room_, view, posted);
    if (const auto* why = std::get_if<Why>(&holder)) return respond(room_->ask_to_sign_in(view, asked, *why));
    // The device made sure who holds it: that is both what she has and what she knows, so no code is asked for.
    room_->sessions.end(token_in(request, view));
    room_->arrive(view, asked, std::get<store::PeopleStore::Account>(holder), Room::Way::passkey, std::move(respond));
}

void Desk::answer_account(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond,
                 [&](const Visit& visit, const forms::Posted&) { respond(account_page(*room_, visit, AccountFault::none)); });
}

void Desk::answer_passkey(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const auto party = relying_party_of(view);
        if (!party) return respond(forms::no_such_page(view));
        const std::string name = text_of(posted, "name");
        if (const auto fault = fault_of_session(visit); fault != AccountFault::none)
            return respond(account_page(*room_, visit, fault));
        if (view.office->people->sign_in().passkeys(visit.session.account).size() >= k_passkeys_max)
            return respond(account_page(*room_, visit, AccountFault::too_many));
        if (const auto fault = fault_of_name(name); fault != AccountFault::none)
            return respond(account_page(*room_, visit, fault, name));
        const auto account = view.office->people->account(visit.session.account);
        const auto shared = std::make_shared<Respond>(std::move(respond));
        // Whoever finds a browser that was left open must not make herself a lasting way in.
        const bool taken =
            room_->passwords.check(text_of(posted, "now"), account ? account->secret : std::string(),
                                   [room = room_.get(), view, session = visit.session, name, party = *party, shared](bool right) {
                                       const Visit again = room->visit_of(view, session);
                                       if (!right) return (*shared)(account_page(*room, again, AccountFault::wrong_password, name));
                                       const std::string challenge = room->challenges.draw(purpose_of_making(again), room->now());
                                       (*shared)(new_passkey_page(again, name, {party, challenge}));
                                   });
        if (!taken) (*shared)(room_->ask_to_sign_in(view, {}, Why::too_many));
    });
}

void Desk::answer_passkey_made(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const auto party = relying_party_of(view);
        const std::string name = text_of(posted, "name");
        const std::string challenge = bytes_in(posted, "challenge");
        const bool is_given_up = text_of(posted, "attestation").empty();
        if (!party || is_given_up || !room_->challenges.is_open(challenge, purpose_of_making(visit), room_->now()))
            return respond(account_page(*room_, visit, AccountFault::stale, name));
        if (const auto fault = fault_of_session(visit); fault != AccountFault::none)
            return respond(account_page(*room_, visit, fault));
        if (const auto fault = fault_of_name(name); fault != AccountFault::none)
            return respond(account_page(*room_, visit, fault, name));
        auto made = clerk::made_passkey(*party, challenge, bytes_in(posted, "client_data"), bytes_in(posted, "attestation"));
        if (!made) return respond(account_page(*room_, visit, fault_of(made.error()), name));
        if (!room_->challenges.use(challenge, room_->now())) return respond(account_page(*room_, visit, AccountFault::stale, name));
        store::PeopleStore& people = *view.office->people;
        // Several pages for adding one may have been open at once.
        if (people.sign_in().passkeys(visit.session.account).size() >= k_passkeys_max)
            return respond(account_page(*room_, visit, AccountFault::too_many));
        if (people.sign_in().passkey(made->id)) return respond(account_page(*room_, visit, AccountFault::known));
        Passkey passkey{made->id,    visit.session.account, name, made->key.algorithm, made->key.bytes,
                        made->count, room_->today(view)};
        change(*room_, visit, clerk::k_passkey_added, std::move(respond), [&people, passkey = std::move(passkey), now = visit.now] {
            if (!people.sign_in().add_passkey(passkey)) return AccountFault::known;
            people.sign_in().note_change({passkey.account, Change::What::passkey_added, now});
            return AccountFault::none;
        });
    });
}

void Desk::answer_passkey_removed(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const std::string credential = bytes_in(posted, "credential");
        store::PeopleStore& people = *view.office->people;
        const auto passkey = people.sign_in().passkey(credential);
        // Removed meanwhile, on another page: there is nothing left to do.
        if (!passkey || passkey->account != visit.session.account) return respond(see(view.home() + "/desk/account"));
        change(*room_, visit, clerk::k_passkey_removed, std::move(respond),
               [&people, account = visit.session.account, credential, now = visit.now] {
                   people.sign_in().remove_passkey(account, credential);
                   people.sign_in().note_change({account, Change::What::passkey_removed, now});
                   return AccountFault::none;
               });
    });
}

}  // namespace hearth::web::desk
