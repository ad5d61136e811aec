// Signing in by password and one-time code, signing out, and one's own password.
#include "base/bytes.hpp"
#include "clerk/totp.hpp"
#include "store/sign_in_store.hpp"
#include "web/desk/desk.hpp"
#include "web/desk/room.hpp"

namespace hearth::web::desk {

using http::Request;
using http::Respond;
using pages::View;

namespace {

constexpr std::size_t k_login_max = 64;

/// The password was right; whoever has a one-time code is asked for it, and nobody is signed in before.
void ask_for_code(Room& room, const View& view, const Asked& asked, const store::PeopleStore::Account& account, Respond& respond) {
    const std::string token = room.begin_waiting(view, account);
    const auto session = room.sessions.find_waiting(token, room.now());
    respond(with_cookie(code_page(view, *session, asked, CodeFault::none), view, token));
}

/// Whether it is the account's code of now, not used before. One whose secret cannot be opened any more lets nobody in.
bool is_code(const Room& room, const View& view, const store::PeopleStore::Account& account, const std::string& typed) {
    const auto sealed = base::from_base64(account.totp);
    const auto secret = sealed && view.office->open_box ? view.office->open_box(*sealed) : std::nullopt;
    std::string code = typed;
    std::erase(code, ' ');
    const auto step = secret ? clerk::totp_step_of(code, *secret, room.now()) : std::nullopt;
    return step && view.office->people->take_totp_step(account.id, *step);
}

/// The second page of signing in.
void take_code(Room& room, const Request& request, const View& view, const forms::Posted& posted, Respond respond) {
    Asked asked{forms::text_of(posted, "carried"), forms::text_of(posted, "then"), {}};
    const auto waiting = room.waiting_of(request, view);
    if (!waiting || forms::text_of(posted, "token") != waiting->form_token)
        return respond(room.ask_to_sign_in(view, asked, Why::needed));
    asked.login = waiting->login;
    if (room.brake.is_standing(waiting->login, room.now())) return respond(room.ask_to_sign_in(view, asked, Why::too_often));
    const auto account = view.office->people->account(waiting->account);
    if (!account || !is_code(room, view, *account, forms::text_of(posted, "code"))) {
        room.brake.wrong(waiting->login, room.now());
        room.log_sign_in(view, "code.wrong");
        return respond(code_page(view, *waiting, asked, CodeFault::wrong));
    }
    room.brake.right(waiting->login);
    room.sessions.end(token_in(request, view));
    room.arrive(view, asked, *account, Room::Way::code, std::move(respond));
}

}  // namespace

void Desk::answer_sign_in(const Request& request, const View& view, Respond respond) {
    if (view.office->people == nullptr) return respond(forms::no_such_page(view));
    const forms::Posted posted = posted_in(request);
    if (posted.contains("code")) return take_code(*room_, request, view, posted, std::move(respond));
    // A login that is longer than any may be is nobody's, and is not kept for counting.
    const std::string login = forms::text_of(posted, "login").substr(0, k_login_max);
    Asked asked{forms::text_of(posted, "carried"), forms::text_of(posted, "then"), login};
    if (room_->brake.is_standing(login, room_->now())) return respond(room_->ask_to_sign_in(view, asked, Why::too_often));
    const auto account = view.office->people->account_of(login);
    // Whichever thread answers, it answers once; the checker may refuse to take the question at all.
    const auto shared = std::make_shared<Respond>(std::move(respond));
    const bool taken = room_->passwords.check(
        forms::text_of(posted, "password"), account ? account->secret : std::string(),
        [room = room_.get(), view, asked, account, login, before = token_in(request, view), shared](bool right) {
            if (!right) {
                room->brake.wrong(login, room->now());
                return (*shared)(room->ask_to_sign_in(view, asked, Why::wrong));
            }
            room->sessions.end(before);
            if (!account->totp.empty()) return ask_for_code(*room, view, asked, *account, *shared);
            room->brake.right(login);
            room->arrive(view, asked, *account, Room::Way::password, std::move(*shared));
        });
    if (!taken) (*shared)(room_->ask_to_sign_in(view, asked, Why::too_many));
}

void Desk::answer_sign_out(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit&, const forms::Posted&) {
        room_->sessions.end(token_in(request, view));
        respond(with_cookie(see(view.home()), view, {}));
    });
}

void Desk::answer_session_ended(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        room_->sessions.end_other(visit.session.account, forms::text_of(posted, "session"));
        respond(see(view.home() + "/desk/account"));
    });
}

void Desk::answer_password(const Request& request, const View& view, Respond respond) {
    if (view.office->people == nullptr) return respond(forms::no_such_page(view));
    const auto session = room_->session_of(request, view);
    if (!session) return respond(room_->ask_to_sign_in(view, {}, Why::needed));
    const Visit visit = room_->visit_of(view, *session);
    const forms::Posted posted = posted_in(request);
    if (request.method != "POST") return respond(password_page(visit, PasswordFault::none));
    if (forms::text_of(posted, "token") != session->form_token) return respond(room_->ask_to_sign_in(view, {}, Why::other_session));
    const std::string chosen = forms::text_of(posted, "new");
    const PasswordFault fault = fault_of(chosen, forms::text_of(posted, "again"), session->login);
    const auto account = view.office->people->account(session->account);
    // Hashing the new one happens where the old one was checked: on the thread for passwords, one at a time.
    const auto shared = std::make_shared<Respond>(std::move(respond));
    const bool taken = room_->passwords.check(
        forms::text_of(posted, "now"), account ? account->secret : std::string(),
        [room = room_.get(), view, session = *session, token = token_in(request, view), chosen, fault, shared](bool right) {
            const Visit again = room->visit_of(view, session);
            if (!right) return (*shared)(password_page(again, PasswordFault::wrong));
            if (fault != PasswordFault::none) return (*shared)(password_page(again, fault));
            view.office->people->set_secret(session.account, clerk::hash_password(chosen), false);
            view.office->people->sign_in().note_change({session.account, store::SignInStore::Change::What::password, room->now()});
            room->sessions.changed_password(session.account, token);
            (*shared)(see(view.home() + "/desk"));
        });
    if (!taken) (*shared)(room_->ask_to_sign_in(view, {}, Why::too_many));
}

}  // namespace hearth::web::desk
