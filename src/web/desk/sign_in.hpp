#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "clerk/passkey.hpp"
#include "web/desk/visit.hpp"

/// Pages for signing in and for one's own password.
namespace hearth::web::desk {

/// What somebody asked for before being asked to sign in.
struct Asked {
    std::string body = {};  // of the form that was sent, so that nothing of it is lost
    std::string path = {};
    std::string login = {};
};

/// What a browser needs to use a passkey in place of a password.
struct PasskeyOffer {
    clerk::RelyingParty party;
    std::string challenge;
};

enum class Why {
    needed,
    other_session,
    wrong,
    too_often,
    too_many,
    passkey_stale,
    passkey_wrong,
    passkey_unverified,
    passkey_copied,
    openid_stale,
    openid_stopped,
    openid_away,
    openid_clocks,
    openid_refused,
    openid_unknown
};
/// Its words in the catalogue, and its name in the log: "sign_in.wrong". Null when nothing was tried.
const char* id_of(Why why);
http::Response sign_in_page(const pages::View& view, const Asked& asked, Why why, const std::optional<PasskeyOffer>& offer);

/// The one-time code, after a password that was right.
enum class CodeFault { none, wrong };
http::Response code_page(const pages::View& view, const Session& waiting, const Asked& asked, CodeFault fault);

/// Ten characters at least (NIST SP 800-63B asks for eight), a hundred at most, and the same twice.
enum class PasswordFault { none, wrong, too_short, too_long, easily_guessed, not_the_same };
PasswordFault fault_of(const std::string& chosen, std::string_view again, const std::string& login);
http::Response password_page(const Visit& visit, PasswordFault fault);

/// "/o/village/desk/matter/17" -> 17.
std::optional<base::MatterId> matter_in(std::string_view path);
/// A number as a form carries it; nothing when no matter can have it.
std::optional<base::MatterId> matter_numbered(const std::string& text);
/// The same of a number as people quote it: "SL-2026-0017", or "17" alone.
std::optional<base::MatterId> matter_quoted(const std::string& text);

}  // namespace hearth::web::desk
