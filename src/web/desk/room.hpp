#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "clerk/challenges.hpp"
#include "clerk/openid/provider.hpp"
#include "clerk/passkey.hpp"
#include "clerk/passwords.hpp"
#include "web/desk/openid.hpp"
#include "web/desk/sign_in.hpp"
#include "web/desk/visit.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/page_cache.hpp"

namespace hearth::web::desk {

/// What the desks of an installation keep in memory: who is signed in, who guessed wrongly, which challenges were answered. Any
/// thread.
struct Room {
    explicit Room(const Site& its_site) : site(its_site) {
        for (const OfficeSite& office : site.offices) drawn.try_emplace(&office);
    }

    const Site& site;
    Sessions sessions;
    SignInBrake brake;
    clerk::Challenges challenges;
    std::map<const OfficeSite*, pages::PageCache> drawn;  // of matters, one per office; the map itself stays as it was made
    LeftForms left_forms;
    std::mutex providers_mutex;
    // What has threads of its own stands last, so that these end first.
    std::map<const OfficeSite*, clerk::openid::Provider> providers;  // guarded by providers_mutex
    clerk::PasswordChecker passwords;

    [[nodiscard]] base::Instant now() const { return site.clock->now(); }
    [[nodiscard]] base::CivilDate today(const pages::View& view) const { return view.office->rules->zone().date(now()); }
    /// Of the browser, in this office; over when all sessions of its account were ended meanwhile.
    [[nodiscard]] std::optional<Session> session_of(const http::Request& request, const pages::View& view);
    /// The same by the session's token.
    [[nodiscard]] std::optional<Session> session_by(const std::string& token, const pages::View& view);
    /// The same for one that waits for its code.
    [[nodiscard]] std::optional<Session> waiting_of(const http::Request& request, const pages::View& view);
    /// By what somebody signed in.
    enum class Way { password, code, passkey, provider };
    /// What the browser keeps once all that is asked for was right; `begin_waiting`: once the password was, and the code is next.
    std::string begin_session(const pages::View& view, const store::PeopleStore::Account& account, Way way);
    std::string begin_waiting(const pages::View& view, const store::PeopleStore::Account& account);
    /// Of a session as `session_of` gives it.
    [[nodiscard]] Visit visit_of(const pages::View& view, Session session) const;
    /// At which those of the office may sign in; null when there is none, or no desk. Its thread begins when it is first needed.
    clerk::openid::Provider* provider_of(const pages::View& view);
    /// The page for signing in, with an offer of doing so by a passkey where one can be. What was tried in vain is logged.
    http::Response ask_to_sign_in(const pages::View& view, const Asked& asked, Why why);
    /// Once all was right: where the person was going, with what was typed.
    void arrive(const pages::View& view, const Asked& asked, const store::PeopleStore::Account& account, Way way,
                http::Respond respond);
    /// How signing in went, and of nobody (OWASP ASVS 4.0.3, 7.1.3 and 7.2.1).
    void log_sign_in(const pages::View& view, std::string how) const;

    [[nodiscard]] bool is_over(const Session& session, const pages::View& view) const;
    /// Reads what the session holds, with the same question that tells whether it is over: false then.
    [[nodiscard]] bool stands(Session& session, const pages::View& view) const;
    [[nodiscard]] Session fresh_session(const pages::View& view, const store::PeopleStore::Account& account) const;

    /// Hands a visit on, or asks to sign in first; what was sent comes back afterwards.
    template <class F>
    void enter(const http::Request& request, const pages::View& view, http::Respond& respond, F with_visit);
    /// The same for a form that was read already.
    template <class F>
    void enter_with(const http::Request& request, const forms::Posted& posted, const pages::View& view, http::Respond& respond,
                    F with_visit);
};

/// The texts of a form in either of its encodings.
forms::Posted posted_in(const http::Request& request);
/// The same as one text, for signing in to carry on; files that were taken are among them.
std::string carried(const forms::Posted& texts);
/// The session's token that the browser sent; empty when there is none.
std::string token_in(const http::Request& request, const pages::View& view);
http::Response with_cookie(http::Response response, const pages::View& view, const std::string& token);
/// After a form is done its page is fetched anew, so that looking again sends nothing twice.
http::Response see(const std::string& address);
/// Everywhere but on the machine itself a session travels over TLS only.
bool is_over_tls(const pages::View& view);
/// Of the office's public address; nothing where it is one of numbers.
std::optional<clerk::RelyingParty> relying_party_of(const pages::View& view);

template <class F>
void Room::enter(const http::Request& request, const pages::View& view, http::Respond& respond, F with_visit) {
    const forms::Posted posted = posted_in(request);
    enter_with(request, posted, view, respond, [&](const Visit& visit) { with_visit(visit, posted); });
}

template <class F>
void Room::enter_with(const http::Request& request, const forms::Posted& posted, const pages::View& view, http::Respond& respond,
                      F with_visit) {
    if (view.office->people == nullptr) return respond(forms::no_such_page(view));
    auto session = session_of(request, view);
    const Asked asked{request.method == "POST" ? carried(posted) : std::string(), request.path};
    if (!session) return respond(ask_to_sign_in(view, asked, Why::needed));
    if (session->must_change) return respond(password_page(visit_of(view, *session), PasswordFault::none));
    if (request.method == "POST" && forms::text_of(posted, "token") != session->form_token) {
        return respond(ask_to_sign_in(view, asked, Why::other_session));
    }
    with_visit(visit_of(view, std::move(*session)));
}

}  // namespace hearth::web::desk
