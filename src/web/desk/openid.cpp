#include "web/desk/openid.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "clerk/challenges.hpp"
#include "clerk/effects.hpp"
#include "record/sha256.hpp"
#include "web/desk/room.hpp"
#include "web/http/cookie.hpp"
#include "web/pages/addresses.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {
namespace {

using http::Request;
using http::Respond;
using http::Response;
using pages::View;

constexpr std::size_t k_chance_bytes = 32;
constexpr std::size_t k_cookie_max = 600;
constexpr std::size_t k_path_max = 300;
constexpr std::size_t k_forms_max = 40;

std::string cookie_name(const View& view) {
    return (is_over_tls(view) ? "__Host-hearth_openid_" : "hearth_openid_") + view.office->profile.id.text;
}

/// 256 bits out of the chance of a journey, by which nobody guesses it or the others.
std::string derived(const char* what, const std::string& cookie) {
    return base::base64url(base::view(record::sha256(std::string(what) + "\n" + cookie)));
}

std::string header_in(const Response& response, std::string_view name) {
    const auto found = std::ranges::find(response.headers, name, &http::Headers::value_type::first);
    return found == response.headers.end() ? std::string() : found->second;
}

}  // namespace

Journey Journey::begin(const std::string& path) {
    clerk::SystemRandomness chance;
    const std::string kept = path.size() <= k_path_max ? base::base64url(path) : std::string();
    return Journey(base::hex(chance.bytes(k_chance_bytes)) + "." + kept);
}

Journey Journey::of(const Request& request, const View& view) {
    std::string cookie = http::cookie_in(request.header("cookie"), cookie_name(view));
    return Journey(cookie.size() <= k_cookie_max ? std::move(cookie) : std::string());
}

std::string Journey::path() const {
    const auto dot = cookie_.find('.');
    const auto path = base::from_base64url(dot == std::string::npos ? std::string() : cookie_.substr(dot + 1));
    return path ? *path : std::string();
}

std::string Journey::purpose(const View& view) const { return view.office->profile.id.text + "/openid/" + cookie_; }

clerk::openid::Attempt Journey::attempt(const View& view, const std::string& challenge) const {
    return {base::base64url(challenge), derived("nonce", cookie_), derived("verifier", cookie_),
            pages::whole_address(*view.office, view.language(), "/desk/sign-in/openid/back")};
}

Response Journey::kept(Response response, const View& view) const {
    response.headers.emplace_back("Set-Cookie",
                                  http::set_cookie(cookie_name(view), cookie_, is_over_tls(view), http::SameSite::lax));
    return response;
}

Response Journey::ended(Response response, const View& view) { return Journey({}).kept(std::move(response), view); }

void LeftForms::keep(const std::string& key, const std::string& body, base::Instant now) {
    if (body.empty()) return;
    const std::lock_guard lock(mutex_);
    std::erase_if(forms_, [&](const auto& one) { return now.ms - one.second.at.ms > clerk::Challenges::k_life_ms; });
    if (forms_.size() >= k_forms_max)
        forms_.erase(std::ranges::min_element(forms_, {}, [](const auto& one) { return one.second.at; }));
    forms_[key] = {body, now};
}

std::string LeftForms::take(const std::string& key, base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto left = forms_.extract(key);
    const bool is_there = left && now.ms - left.mapped().at.ms <= clerk::Challenges::k_life_ms;
    return is_there ? std::move(left.mapped().body) : std::string();
}

Response going_on_page(const View& view, const std::string& address, const std::string& title) {
    ctemplate::TemplateDictionary values("going_on");
    fill_frame(values, view.at("/desk"), title, pages::Tab::desk);
    values.SetValue("WHERE", title);
    values.SetValue("ADDRESS", address);
    Response response = private_page(view, "going_on_page.tpl", values, k_ok);
    response.headers.emplace_back("Refresh", "0; url=" + address);
    return response;
}

Respond without_redirection(const View& view, Respond respond) {
    return [view, respond = std::move(respond)](Response response) mutable {
        if (response.status != k_see_other) return respond(std::move(response));
        Response page = going_on_page(view, header_in(response, "Location"), view.tongue.catalogue("openid.back"));
        if (std::string cookie = header_in(response, "Set-Cookie"); !cookie.empty())
            page.headers.emplace_back("Set-Cookie", std::move(cookie));
        respond(std::move(page));
    };
}

Why why_of(const base::Refusal& refusal) {
    if (refusal.rule == "clerk/openid_away" || refusal.rule == "clerk/openid_metadata") return Why::openid_away;
    const bool is_of_clocks = refusal.rule == "clerk/openid_expired" || refusal.rule == "clerk/openid_issued";
    return is_of_clocks ? Why::openid_clocks : Why::openid_refused;
}

}  // namespace hearth::web::desk
