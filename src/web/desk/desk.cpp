#include "web/desk/desk.hpp"

#include "base/bytes.hpp"
#include "clerk/passwords.hpp"
#include "clerk/totp.hpp"
#include "web/desk/assist.hpp"
#include "web/desk/sign_in.hpp"
#include "web/desk/visit.hpp"
#include "web/forms/sent.hpp"
#include "web/http/cookie.hpp"
#include "web/http/target.hpp"

namespace hearth::web::desk {

using http::Request;
using http::Respond;
using http::Response;
using pages::View;

namespace {

constexpr std::size_t k_login_max = 64;

forms::Posted query_of(const Request& request) {
    forms::Posted query;
    if (const auto fields = http::form_fields(request.query)) {
        for (const auto& [name, value] : *fields) query[name] = value;
    }
    return query;
}

forms::Posted posted_in(const Request& request) { return forms::posted_in(request.header("content-type"), request.body); }

/// Everywhere but on the machine itself a session travels over TLS only.
bool is_over_tls(const View& view) {
    return !view.office->origin.starts_with("localhost") && !view.office->origin.starts_with("127.");
}

/// With its prefix a browser takes it from this host only, over TLS only, and for every path (RFC 6265bis, section 4.1.3).
std::string cookie_name(const View& view) {
    return (is_over_tls(view) ? "__Host-hearth_" : "hearth_") + view.office->profile.id.text;
}

std::string token_in(const Request& request, const View& view) {
    return http::cookie_in(request.header("cookie"), cookie_name(view));
}

Response with_cookie(Response response, const View& view, const std::string& token) {
    response.headers.emplace_back("Set-Cookie", http::set_cookie(cookie_name(view), token, is_over_tls(view)));
    return response;
}

/// The answer of a browser that has just signed in.
Respond with_token(const View& view, const std::string& token, Respond respond) {
    return
        [view, token, respond = std::move(respond)](Response page) mutable { respond(with_cookie(std::move(page), view, token)); };
}

/// What was being written when the session ended, to be shown again; sending it is for the person.
forms::Posted shown_again(const Asked& asked) {
    forms::Posted posted = forms::posted_in("application/x-www-form-urlencoded", asked.body);
    posted["go"] = "stay";
    return posted;
}

/// After a form is done its page is fetched anew, so that looking again sends nothing twice.
Response see(const std::string& address) {
    Response response;
    response.status = k_see_other;
    response.headers.emplace_back("Location", address);
    return response;
}

}  // namespace

struct Desk::Room {
    const Site& site;
    Sessions sessions;
    SignInBrake brake;
    clerk::PasswordChecker passwords;  // last: its thread ends first

    [[nodiscard]] std::optional<Session> session_of(const Request& request, const View& view) {
        auto session = sessions.find(token_in(request, view), site.clock->now());
        if (session && session->office != view.office->profile.id) return std::nullopt;
        return session;
    }

    [[nodiscard]] Visit visit_of(const View& view, Session session) const {
        const base::Instant now = site.clock->now();
        const base::CivilDate today = view.office->rules->zone().date(now);
        store::PeopleStore& people = *view.office->people;
        const auto holdings = people.holdings(session.account);
        Visit visit{view, std::move(session), people::posts_today(holdings, today), now};
        for (const base::PostId& post : visit.posts) {
            const people::AccountId away = people::deputised_today(holdings, post, today);
            if (away.empty()) continue;
            const auto account = people.account(away);
            visit.in_place_of[post.text] = account ? account->login : away.text;
        }
        return visit;
    }

    /// Hands a visit on, or asks to sign in first; `carried` comes back afterwards.
    template <class F>
    void enter(const Request& request, const View& view, Respond& respond, F with_visit) {
        if (view.office->people == nullptr) return respond(forms::no_such_page(view));
        auto session = session_of(request, view);
        const Asked asked{request.method == "POST" ? request.body : std::string(), request.path};
        if (!session) return respond(sign_in_page(view, asked, Why::needed));
        if (session->must_change) return respond(password_page(visit_of(view, *session), PasswordFault::none));
        const forms::Posted posted = posted_in(request);
        if (request.method == "POST" && forms::text_of(posted, "token") != session->form_token) {
            return respond(sign_in_page(view, asked, Why::other_session));
        }
        const Visit visit = visit_of(view, std::move(*session));
        with_visit(visit, posted);
    }

    /// The password was right; whoever has a one-time code is asked for it, and nobody is signed in before.
    void ask_for_code(const View& view, const Asked& asked, const store::PeopleStore::Account& account, Respond& respond) {
        Session waiting{view.office->profile.id, account.id, account.login, {}, account.must_change, {}, {}, true};
        const std::string token = sessions.begin(std::move(waiting), site.clock->now());
        const auto session = sessions.find_waiting(token, site.clock->now());
        respond(with_cookie(code_page(view, *session, asked, CodeFault::none), view, token));
    }

    /// Whether it is the account's code of now, not used before. One whose secret cannot be opened any more lets nobody in.
    [[nodiscard]] bool is_code(const View& view, const store::PeopleStore::Account& account, const std::string& typed) const {
        const auto sealed = base::from_base64(account.totp);
        const auto secret = sealed && view.office->open_box ? view.office->open_box(*sealed) : std::nullopt;
        std::string code = typed;
        std::erase(code, ' ');
        const auto step = secret ? clerk::totp_step_of(code, *secret, site.clock->now()) : std::nullopt;
        return step && view.office->people->take_totp_step(account.id, *step);
    }

    /// The second page of signing in.
    void take_code(const Request& request, const View& view, const forms::Posted& posted, Respond respond) {
        Asked asked{forms::text_of(posted, "carried"), forms::text_of(posted, "then"), {}};
        const std::string token = token_in(request, view);
        const auto waiting = sessions.find_waiting(token, site.clock->now());
        const bool is_here = waiting && waiting->office == view.office->profile.id;
        if (!is_here || forms::text_of(posted, "token") != waiting->form_token)
            return respond(sign_in_page(view, asked, Why::needed));
        asked.login = waiting->login;
        if (brake.is_standing(waiting->login, site.clock->now())) return respond(sign_in_page(view, asked, Why::too_often));
        const auto account = view.office->people->account(waiting->account);
        if (!account || !is_code(view, *account, forms::text_of(posted, "code"))) {
            brake.wrong(waiting->login, site.clock->now());
            return respond(code_page(view, *waiting, asked, CodeFault::wrong));
        }
        brake.right(waiting->login);
        sessions.end(token);
        arrive(view, asked, *account, std::move(respond));
    }

    /// Once all was right: where the person was going, with what was typed.
    void arrive(const View& view, const Asked& asked, const store::PeopleStore::Account& account, Respond respond) {
        const std::string token = sessions.begin(
            {view.office->profile.id, account.id, account.login, {}, account.must_change, {}, {}, false}, site.clock->now());
        const Session session = *sessions.find(token, site.clock->now());
        const auto assist = asked.path.find(k_assist);
        if (assist != std::string::npos && !asked.body.empty() && !session.must_change) {
            const std::string below = asked.path.substr(assist);
            const View at_form = view.at(below);
            resume_assist(visit_of(at_form, session), below, shown_again(asked), with_token(view, token, std::move(respond)));
            return;
        }
        const auto id = matter_in(asked.path);
        const std::string below = id ? "/desk/matter/" + std::to_string(id->number) : "/desk";
        if (asked.body.empty() || !id || session.must_change) {
            respond(with_cookie(see(view.home() + below), view, token));
            return;
        }
        const View at_matter = view.at(below);
        take_act(visit_of(at_matter, session), *id, shown_again(asked), with_token(view, token, std::move(respond)));
    }
};

Desk::Desk(const Site& site) : room_(std::make_unique<Room>(site)) {}
Desk::~Desk() = default;

void Desk::answer_list(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond,
                 [&](const Visit& visit, const forms::Posted&) { respond(list_page(visit, query_of(request))); });
}

void Desk::answer_matter(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted&) {
        const auto id = matter_in(request.path);
        auto page = id ? matter_page(visit, *id) : std::nullopt;
        respond(page ? std::move(*page) : forms::no_such_page(view));
    });
}

void Desk::answer_paper(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const auto id = matter_numbered(forms::text_of(posted, "matter"));
        auto paper = id ? paper_file(visit, *id, forms::text_of(posted, "paper")) : std::nullopt;
        respond(paper ? std::move(*paper) : forms::no_such_page(view));
    });
}

void Desk::answer_together(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond,
                 [&](const Visit& visit, const forms::Posted& posted) { take_acts_together(visit, posted, std::move(respond)); });
}

void Desk::answer_act(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const auto id = matter_in(request.path);
        if (!id) return respond(forms::no_such_page(view));
        take_act(visit, *id, posted, std::move(respond));
    });
}

void Desk::answer_assist(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted&) {
        auto page = assist_page(visit);
        respond(page ? std::move(*page) : forms::no_such_page(view));
    });
}

void Desk::answer_assist_raise(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        assist_raise(visit, request.param("procedure"), request.param("act"), posted, std::move(respond));
    });
}

void Desk::answer_assist_word(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond,
                 [&](const Visit& visit, const forms::Posted& posted) { assist_word(visit, posted, std::move(respond)); });
}

void Desk::answer_sign_in(const Request& request, const View& view, Respond respond) {
    if (view.office->people == nullptr) return respond(forms::no_such_page(view));
    const forms::Posted posted = posted_in(request);
    if (posted.contains("code")) return room_->take_code(request, view, posted, std::move(respond));
    // A login that is longer than any may be is nobody's, and is not kept for counting.
    const std::string login = forms::text_of(posted, "login").substr(0, k_login_max);
    Asked asked{forms::text_of(posted, "carried"), forms::text_of(posted, "then"), login};
    if (room_->brake.is_standing(login, room_->site.clock->now())) return respond(sign_in_page(view, asked, Why::too_often));
    const auto account = view.office->people->account_of(login);
    // Whichever thread answers, it answers once; the checker may refuse to take the question at all.
    const auto shared = std::make_shared<Respond>(std::move(respond));
    const bool taken =
        room_->passwords.check(forms::text_of(posted, "password"), account ? account->secret : std::string(),
                               [this, view, asked, account, login, before = token_in(request, view), shared](bool right) {
                                   if (!right) {
                                       room_->brake.wrong(login, room_->site.clock->now());
                                       return (*shared)(sign_in_page(view, asked, Why::wrong));
                                   }
                                   room_->sessions.end(before);
                                   if (!account->totp.empty()) return room_->ask_for_code(view, asked, *account, *shared);
                                   room_->brake.right(login);
                                   room_->arrive(view, asked, *account, std::move(*shared));
                               });
    if (!taken) (*shared)(sign_in_page(view, asked, Why::too_many));
}

void Desk::answer_sign_out(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit&, const forms::Posted&) {
        room_->sessions.end(token_in(request, view));
        respond(with_cookie(see(view.home()), view, {}));
    });
}

void Desk::answer_password(const Request& request, const View& view, Respond respond) {
    if (view.office->people == nullptr) return respond(forms::no_such_page(view));
    const auto session = room_->session_of(request, view);
    if (!session) return respond(sign_in_page(view, {}, Why::needed));
    const Visit visit = room_->visit_of(view, *session);
    const forms::Posted posted = posted_in(request);
    if (request.method != "POST") return respond(password_page(visit, PasswordFault::none));
    if (forms::text_of(posted, "token") != session->form_token) return respond(sign_in_page(view, {}, Why::other_session));
    const std::string chosen = forms::text_of(posted, "new");
    const PasswordFault fault = fault_of(chosen, forms::text_of(posted, "again"));
    const auto account = view.office->people->account(session->account);
    // Hashing the new one happens where the old one was checked: on the thread for passwords, one at a time.
    const auto shared = std::make_shared<Respond>(std::move(respond));
    const bool taken = room_->passwords.check(
        forms::text_of(posted, "now"), account ? account->secret : std::string(),
        [this, view, session = *session, token = token_in(request, view), chosen, fault, shared](bool right) {
            const Visit visit = room_->visit_of(view, session);
            if (!right) return (*shared)(password_page(visit, PasswordFault::wrong));
            if (fault != PasswordFault::none) return (*shared)(password_page(visit, fault));
            view.office->people->set_secret(session.account, clerk::hash_password(chosen), false);
            room_->sessions.changed_password(session.account, token);
            (*shared)(see(view.home() + "/desk"));
        });
    if (!taken) (*shared)(sign_in_page(view, {}, Why::too_many));
}

}  // namespace hearth::web::desk
