// Getting an account back for somebody who lost her password or her device.
#include "clerk/office_acts.hpp"
#include "clerk/receipt_code.hpp"
#include "web/desk/account.hpp"
#include "web/desk/desk.hpp"
#include "web/desk/recovery.hpp"
#include "web/desk/room.hpp"

namespace hearth::web::desk {

using forms::text_of;
using http::Request;
using http::Respond;
using pages::View;

namespace {

using Recovered = store::SignInStore::Recovered;

AccountFault fault_of(Recording recording) {
    switch (recording) {
        case Recording::recorded: return AccountFault::none;
        case Recording::no_post: return AccountFault::no_post;
        case Recording::trouble: return AccountFault::trouble;
    }
    return AccountFault::trouble;
}

std::map<std::string, std::string> facts_of(const Recovered& recovered) {
    std::map<std::string, std::string> facts{{"account", recovered.recovery.account.text},
                                             {"confirmed_by", recovered.confirmed_by.text}};
    if (!recovered.recovery.begun_by.empty()) facts["begun_by"] = recovered.recovery.begun_by.text;
    return facts;
}

/// On the thread for passwords, which hashes one at a time: draws the new one, and shows it once all is done.
void finish(Room& room, const Visit& visit, const Recovered& recovered, const std::shared_ptr<Respond>& respond) {
    clerk::SystemRandomness chance;
    const std::string password = clerk::draw_receipt_code(chance);
    const std::string secret = clerk::hash_password(password);
    put_on_record(visit, clerk::k_recovered, facts_of(recovered),
                  [&room, view = visit.view, session = visit.session, recovered, password, secret, respond](Recording recording) {
                      const Visit again = room.visit_of(view, session);
                      const auto account = view.office->people->account(recovered.recovery.account);
                      AccountFault fault = fault_of(recording);
                      if (fault == AccountFault::none && (!account || !view.office->people->sign_in().recover(recovered, secret)))
                          fault = AccountFault::not_open;
                      if (fault != AccountFault::none) return (*respond)(account_page(room, again, fault));
                      room.brake.right(account->login);
                      (*respond)(recovered_page(again, account->login, password));
                  });
}

}  // namespace

void Desk::answer_recovery(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const auto account = view.office->people->account_of(text_of(posted, "whose"));
        if (!account || account->id == visit.session.account) return respond(account_page(*room_, visit, AccountFault::nobody));
        const store::SignInStore::Recovery recovery{account->id, visit.session.account, visit.now};
        put_on_record(visit, clerk::k_recovery_begun, {{"account", account->id.text}, {"by", visit.session.account.text}},
                      [room = room_.get(), view, session = visit.session, recovery,
                       respond = std::move(respond)](Recording recording) mutable {
                          const AccountFault fault = fault_of(recording);
                          if (fault != AccountFault::none)
                              return respond(account_page(*room, room->visit_of(view, session), fault));
                          view.office->people->sign_in().begin_recovery(recovery);
                          respond(see(view.home() + "/desk/account"));
                      });
    });
}

void Desk::answer_recovery_stopped(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted&) {
        // Stopped first: what she does against it must not wait for anything.
        view.office->people->sign_in().stop_recovery(visit.session.account);
        put_on_record(visit, clerk::k_recovery_stopped, {{"account", visit.session.account.text}},
                      [view, respond = std::move(respond)](Recording) mutable { respond(see(view.home() + "/desk/account")); });
    });
}

void Desk::answer_recovery_confirmed(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const auto recovery = to_confirm(visit, {text_of(posted, "account")});
        if (!recovery) return respond(account_page(*room_, visit, AccountFault::not_open));
        const Recovered recovered{*recovery, visit.session.account, visit.now};
        const auto own = view.office->people->account(visit.session.account);
        const auto shared = std::make_shared<Respond>(std::move(respond));
        // Whoever finds a browser that was left open must not be the second person.
        const bool taken =
            room_->passwords.check(text_of(posted, "now"), own ? own->secret : std::string(),
                                   [room = room_.get(), view, session = visit.session, recovered, shared](bool right) {
                                       const Visit again = room->visit_of(view, session);
                                       if (!right) return (*shared)(account_page(*room, again, AccountFault::wrong_password));
                                       finish(*room, again, recovered, shared);
                                   });
        if (!taken) (*shared)(room_->ask_to_sign_in(view, {}, Why::too_many));
    });
}

}  // namespace hearth::web::desk
