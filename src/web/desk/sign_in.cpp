#include "web/desk/sign_in.hpp"

#include <algorithm>
#include <limits>

#include "base/bytes.hpp"
#include "clerk/passwords.hpp"
#include "web/desk/recovery.hpp"
#include "web/forms/questions.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;

// In characters; OWASP ASVS 4.0.3, 2.1.1 and 2.1.2.
constexpr std::ptrdiff_t k_password_min = 12;
constexpr std::ptrdiff_t k_password_max = 128;

const char* words_of(PasswordFault fault) {
    switch (fault) {
        case PasswordFault::none: return nullptr;
        case PasswordFault::wrong: return "password.wrong";
        case PasswordFault::too_short: return "password.too_short";
        case PasswordFault::too_long: return "password.too_long";
        case PasswordFault::easily_guessed: return "password.easily_guessed";
        case PasswordFault::not_the_same: return "password.not_the_same";
    }
    return nullptr;
}

}  // namespace

const char* id_of(Why why) {
    switch (why) {
        case Why::needed: return nullptr;
        case Why::other_session: return "sign_in.other_session";
        case Why::wrong: return "sign_in.wrong";
        case Why::too_often: return "sign_in.too_often";
        case Why::too_many: return "sign_in.too_many";
        case Why::passkey_stale: return "passkey.stale";
        case Why::passkey_wrong: return "passkey.wrong";
        case Why::passkey_unverified: return "passkey.unverified";
        case Why::passkey_copied: return "passkey.copied";
        case Why::openid_stale: return "openid.stale";
        case Why::openid_stopped: return "openid.stopped";
        case Why::openid_away: return "openid.away";
        case Why::openid_clocks: return "openid.clocks";
        case Why::openid_refused: return "openid.refused";
        case Why::openid_unknown: return "openid.unknown";
    }
    return nullptr;
}

std::optional<base::MatterId> matter_in(std::string_view path) {
    constexpr std::string_view k_before = "/desk/matter/";
    const auto at = path.find(k_before);
    if (at == std::string_view::npos) return std::nullopt;
    return matter_numbered(std::string(path.substr(at + k_before.size())));
}

std::optional<base::MatterId> matter_numbered(const std::string& text) {
    const auto number = forms::number_in(text);
    if (!number || *number == 0 || *number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return base::MatterId{static_cast<std::int64_t>(*number)};
}

std::optional<base::MatterId> matter_quoted(const std::string& text) {
    const auto dash = text.rfind('-');
    return matter_numbered(dash == std::string::npos ? text : text.substr(dash + 1));
}

http::Response sign_in_page(const View& view, const Asked& asked, Why why, const std::optional<PasskeyOffer>& offer) {
    TemplateDictionary values("sign_in");
    const Catalogue& say = view.tongue.catalogue;
    const char* trouble = id_of(why);
    const std::string title = trouble == nullptr ? say("sign_in.title") : say.with("form.error_title", say("sign_in.title"));
    fill_frame(values, view.at("/desk"), title, pages::Tab::desk);
    values.SetValue("LOGIN", asked.login);
    values.SetValue("CARRIED", asked.body);
    values.SetValue("THEN", asked.path);
    if (!asked.body.empty()) values.ShowSection("KEPT");
    if (offer) {
        TemplateDictionary* passkey = values.AddSectionDictionary("PASSKEY");
        passkey->SetValue("RP", offer->party.id);
        passkey->SetValue("CHALLENGE", base::base64url(offer->challenge));
    }
    if (view.office->openid) {
        const std::string& name = in(view.office->openid->name, view.language());
        values.SetValueAndShowSection("SIGN_IN_THERE", say.with("openid.use", name), "OPENID");
    }
    if (trouble != nullptr) forms::fill_refusal(values, say(trouble));
    const Status status = trouble == nullptr ? k_ok : k_forbidden;
    return private_page(view, "sign_in_page.tpl", values, status, {offer ? "passkey" : "password"});
}

http::Response code_page(const View& view, const Session& waiting, const Asked& asked, CodeFault fault) {
    TemplateDictionary values("code");
    const Catalogue& say = view.tongue.catalogue;
    const bool is_wrong = fault == CodeFault::wrong;
    const std::string title = is_wrong ? say.with("form.error_title", say("code.title")) : say("code.title");
    fill_frame(values, view.at("/desk"), title, pages::Tab::desk);
    values.SetValue("FORM_TOKEN", waiting.form_token);
    values.SetValue("CARRIED", asked.body);
    values.SetValue("THEN", asked.path);
    if (is_wrong) forms::fill_refusal(values, say("code.wrong"));
    return private_page(view, "code_page.tpl", values, is_wrong ? k_forbidden : k_ok);
}

PasswordFault fault_of(const std::string& chosen, std::string_view again, const std::string& login) {
    const auto characters = std::ranges::count_if(chosen, [](char byte) { return (byte & 0xC0) != 0x80; });  // of UTF-8
    if (characters < k_password_min) return PasswordFault::too_short;
    if (characters > k_password_max) return PasswordFault::too_long;
    if (clerk::is_easily_guessed(chosen, login)) return PasswordFault::easily_guessed;
    return chosen == again ? PasswordFault::none : PasswordFault::not_the_same;
}

http::Response password_page(const Visit& visit, PasswordFault fault) {
    TemplateDictionary values("password");
    const Catalogue& say = visit.view.tongue.catalogue;
    const View at_password = visit.view.at("/desk/password");
    const char* trouble = words_of(fault);
    fill_desk_frame(values, visit.on(at_password),
                    trouble == nullptr ? say("password.title") : say.with("form.error_title", say("password.title")));
    if (visit.session.must_change) {
        values.ShowSection("MUST_CHANGE");
        fill_recovered(values, visit);
    }
    if (trouble != nullptr) forms::fill_refusal(values, say(trouble));
    return private_page(visit.view, "password_page.tpl", values, trouble == nullptr ? k_ok : k_bad_request, {"password"});
}

}  // namespace hearth::web::desk
