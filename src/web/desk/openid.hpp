#pragma once

#include <map>
#include <mutex>
#include <string>

#include "clerk/openid/exchange.hpp"
#include "web/desk/sign_in.hpp"

/// Signing in at a provider elsewhere (OpenID Connect): the browser goes there, and comes back.
namespace hearth::web::desk {

/// What the browser keeps on its way, in a cookie of its own that ends with it: chance that binds the answer to this browser, and
/// where the person was going. Here nothing is kept for somebody who only sets out.
class Journey {
public:
    /// Begins one to `path`, of which no more is kept than leads to a page of the desk.
    static Journey begin(const std::string& path);
    /// The one that the browser is on; empty when it is on none.
    static Journey of(const http::Request& request, const pages::View& view);

    [[nodiscard]] bool empty() const { return cookie_.empty(); }
    [[nodiscard]] std::string path() const;
    /// For what the challenge is drawn that travels as `state`.
    [[nodiscard]] std::string purpose(const pages::View& view) const;
    [[nodiscard]] clerk::openid::Attempt attempt(const pages::View& view, const std::string& challenge) const;
    /// Has the browser keep it, or take it back.
    [[nodiscard]] http::Response kept(http::Response response, const pages::View& view) const;
    static http::Response ended(http::Response response, const pages::View& view);

    /// Of what was typed before setting out.
    [[nodiscard]] const std::string& key() const { return cookie_; }

private:
    explicit Journey(std::string cookie) : cookie_(std::move(cookie)) {}

    std::string cookie_;  // "<chance>.<path>"
};

/// Forms that were being filled in when a session ended and their writer went to sign in elsewhere. For five minutes, and of the
/// last forty: a stranger who sends in more pushes them out, and then what was typed is lost. Any thread.
class LeftForms {
public:
    void keep(const std::string& key, const std::string& body, base::Instant now);
    std::string take(const std::string& key, base::Instant now);

private:
    struct Left {
        std::string body;
        base::Instant at;
    };
    std::mutex mutex_;
    std::map<std::string, Left> forms_;  // guarded by mutex_
};

/// A page that goes on to another address by itself: to the provider, to which no form of ours may lead along a redirection
/// (`form-action`), or from there into the desk, where a redirection would come without the session's cookie (`SameSite=Strict`).
http::Response going_on_page(const pages::View& view, const std::string& address, const std::string& title);

/// Answers as `respond`, but goes on by such a page where it would redirect.
http::Respond without_redirection(const pages::View& view, http::Respond respond);

/// Why a provider's answer, or none, lets nobody in.
Why why_of(const base::Refusal& refusal);

}  // namespace hearth::web::desk
