#include "web/desk/room.hpp"

#include <algorithm>

#include "store/sign_in_store.hpp"
#include "web/desk/assist.hpp"
#include "web/desk/field.hpp"
#include "web/desk/passkeys.hpp"
#include "web/http/cookie.hpp"
#include "web/http/target.hpp"

namespace hearth::web::desk {

using http::Request;
using http::Respond;
using http::Response;
using pages::View;

namespace {

/// With its prefix a browser takes it from this host only, over TLS only, and for every path (RFC 6265bis, section 4.1.3).
std::string cookie_name(const View& view) {
    return (is_over_tls(view) ? "__Host-hearth_" : "hearth_") + view.office->profile.id.text;
}

/// The answer of a browser that has just signed in.
Respond with_token(const View& view, const std::string& token, Respond respond) {
    return
        [view, token, respond = std::move(respond)](Response page) mutable { respond(with_cookie(std::move(page), view, token)); };
}

/// Takes away what a password alone does not open.
void hold_back_guarded(Visit& visit) {
    const auto& guarded = visit.view.office->second_factor;
    const auto is_open = [&](const base::PostId& post) { return std::ranges::find(guarded, post) == guarded.end(); };
    const auto held_back = std::ranges::stable_partition(visit.posts, is_open);
    visit.guarded.assign(held_back.begin(), held_back.end());
    visit.posts.erase(held_back.begin(), held_back.end());
}

/// The name in the log.
const char* word_of(Room::Way way) {
    switch (way) {
        case Room::Way::password: return "opened.password";
        case Room::Way::code: return "opened.code";
        case Room::Way::passkey: return "opened.passkey";
        case Room::Way::provider: return "opened.provider";
    }
    return nullptr;
}

/// What was being written when the session ended, to be shown again; sending it is for the person.
forms::Posted shown_again(const Asked& asked) {
    forms::Posted posted = forms::posted_in("application/x-www-form-urlencoded", asked.body);
    posted["go"] = "stay";
    return posted;
}

}  // namespace

forms::Posted posted_in(const Request& request) { return forms::filled_in(request).texts; }

std::string carried(const forms::Posted& texts) {
    std::string body;
    for (const auto& [name, value] : texts) body += (body.empty() ? "" : "&") + http::form_field(name, value);
    return body;
}

std::string token_in(const Request& request, const View& view) {
    return http::cookie_in(request.header("cookie"), cookie_name(view));
}

Response with_cookie(Response response, const View& view, const std::string& token) {
    response.headers.emplace_back("Set-Cookie", http::set_cookie(cookie_name(view), token, is_over_tls(view)));
    return response;
}

Response see(const std::string& address) {
    Response response;
    response.status = k_see_other;
    response.headers.emplace_back("Location", address);
    return response;
}

bool is_over_tls(const View& view) {
    return !view.office->origin.starts_with("localhost") && !view.office->origin.starts_with("127.");
}

std::optional<clerk::RelyingParty> relying_party_of(const View& view) {
    return clerk::relying_party(std::string_view(view.office->origin).substr(0, view.office->origin.find('/')));
}

std::optional<Session> Room::session_of(const Request& request, const View& view) {
    return session_by(token_in(request, view), view);
}

std::optional<Session> Room::session_by(const std::string& token, const View& view) {
    auto session = sessions.find(token, now());
    if (session && !stands(*session, view)) return std::nullopt;
    return session;
}

std::optional<Session> Room::waiting_of(const Request& request, const View& view) {
    auto session = sessions.find_waiting(token_in(request, view), now());
    if (session && is_over(*session, view)) return std::nullopt;
    return session;
}

bool Room::is_over(const Session& session, const View& view) const {
    return session.office != view.office->profile.id ||
           session.round != view.office->people->sign_in().session_round(session.account);
}

bool Room::stands(Session& session, const View& view) const {
    if (session.office != view.office->profile.id) return false;
    auto standing = view.office->people->standing(session.account);
    session.holdings = std::move(standing.holdings);
    return session.round == standing.session_round;
}

Session Room::fresh_session(const View& view, const store::PeopleStore::Account& account) const {
    Session session;
    session.office = view.office->profile.id;
    session.account = account.id;
    session.login = account.login;
    session.must_change = account.must_change;
    session.round = view.office->people->sign_in().session_round(account.id);
    return session;
}

std::string Room::begin_session(const View& view, const store::PeopleStore::Account& account, Way way) {
    Session session = fresh_session(view, account);
    // A passkey that made sure who holds it is both what she has and what she knows (NIST SP 800-63B, section 5.1.8). What a
    // provider asked for is not known here.
    session.second_factor = way == Way::code || way == Way::passkey;
    return sessions.begin(std::move(session), now());
}

std::string Room::begin_waiting(const View& view, const store::PeopleStore::Account& account) {
    Session session = fresh_session(view, account);
    session.waits_for_code = true;
    return sessions.begin(std::move(session), now());
}

Visit Room::visit_of(const View& view, Session session) const {
    const base::CivilDate day = today(view);
    const auto holdings = session.holdings;
    Visit visit{view, std::move(session), people::posts_today(holdings, day), now()};
    if (!visit.session.second_factor) hold_back_guarded(visit);
    for (const base::PostId& post : visit.posts) {
        const people::AccountId away = people::deputised_today(holdings, post, day);
        if (away.empty()) continue;
        const auto account = view.office->people->account(away);
        visit.in_place_of[post.text] = account ? account->login : away.text;
    }
    return visit;
}

clerk::openid::Provider* Room::provider_of(const View& view) {
    const auto& openid = view.office->openid;
    if (!openid || view.office->people == nullptr) return nullptr;
    const std::lock_guard lock(providers_mutex);
    return &providers.try_emplace(view.office, openid->client, openid->transport, *site.clock).first->second;
}

void Room::log_sign_in(const View& view, std::string how) const {
    site.log({"sign_in", view.office->profile.id.text, std::move(how)});
}

Response Room::ask_to_sign_in(const View& view, const Asked& asked, Why why) {
    if (const char* tried = id_of(why)) log_sign_in(view, tried);
    const auto party = relying_party_of(view);
    if (!party) return sign_in_page(view, asked, why, {});
    return sign_in_page(view, asked, why, PasskeyOffer{*party, challenges.draw(purpose_of_sign_in(view), now())});
}

void Room::arrive(const View& view, const Asked& asked, const store::PeopleStore::Account& account, Way way, Respond respond) {
    log_sign_in(view, word_of(way));
    const std::string token = begin_session(view, account, way);
    const auto session = session_by(token, view);
    if (!session) return respond(ask_to_sign_in(view, asked, Why::needed));  // ended meanwhile
    const auto assist = asked.path.find(k_assist);
    if (assist != std::string::npos && !asked.body.empty() && !session->must_change) {
        const std::string below = asked.path.substr(assist);
        const View at_form = view.at(below);
        resume_assist(visit_of(at_form, *session), below, shown_again(asked), with_token(view, token, std::move(respond)));
        return;
    }
    if (asked.path.ends_with(k_field)) return respond(with_cookie(see(view.home() + std::string(k_field)), view, token));
    const auto id = matter_in(asked.path);
    const std::string below = id ? "/desk/matter/" + std::to_string(id->number) : "/desk";
    if (asked.body.empty() || !id || session->must_change) {
        respond(with_cookie(see(view.home() + below), view, token));
        return;
    }
    const View at_matter = view.at(below);
    take_act(visit_of(at_matter, *session), *id, {shown_again(asked), {}, false}, with_token(view, token, std::move(respond)));
}

}  // namespace hearth::web::desk
