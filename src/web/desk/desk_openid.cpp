// Signing in at a provider elsewhere.
#include "base/bytes.hpp"
#include "store/sign_in_store.hpp"
#include "web/desk/desk.hpp"
#include "web/desk/openid.hpp"
#include "web/desk/room.hpp"
#include "web/http/target.hpp"

namespace hearth::web::desk {

using http::Request;
using http::Respond;
using http::Response;
using pages::View;

namespace {

/// What a provider sends back with the browser, each field at most once; a field that came twice is none.
std::map<std::string, std::string> sent_back(const Request& request) {
    std::map<std::string, std::string> fields;
    const auto said = http::form_fields(request.query);
    if (!said) return fields;
    for (const auto& [name, value] : *said)
        if (!fields.emplace(name, value).second) return {};
    return fields;
}

/// The page to sign in once more, with what was typed. Those who look after the machine are told why, and not of whom.
Response turned_away(Room& room, const View& view, const Asked& asked, const base::Refusal& refusal) {
    room.site.log_fault("nobody was let in by the provider: " + to_string(refusal), view.office->profile.id.text);
    return room.ask_to_sign_in(view, asked, why_of(refusal));
}

/// Whom the provider knows as this, or nobody.
std::optional<store::PeopleStore::Account> linked_to(const View& view, const std::string& identity) {
    const auto id = view.office->people->sign_in().account_linked(identity);
    return id ? view.office->people->account(*id) : std::nullopt;
}

/// The browser is back with an answer that is its own.
struct Return {
    Asked asked;
    std::string challenge;
    std::string session;  // that it had before
};

void let_in(Room& room, const View& view, const Return& back, const base::Result<std::string>& identity, Respond respond) {
    if (!identity) return respond(turned_away(room, view, back.asked, identity.error()));
    if (!room.challenges.use(back.challenge, room.now())) return respond(room.ask_to_sign_in(view, back.asked, Why::openid_stale));
    const auto account = linked_to(view, *identity);
    if (!account) return respond(room.ask_to_sign_in(view, back.asked, Why::openid_unknown));
    room.sessions.end(back.session);
    room.arrive(view, back.asked, *account, Room::Way::provider, without_redirection(view, std::move(respond)));
}

}  // namespace

void Desk::answer_openid(const Request& request, const View& view, Respond respond) {
    clerk::openid::Provider* provider = room_->provider_of(view);
    if (provider == nullptr) return respond(forms::no_such_page(view));
    const forms::Posted posted = posted_in(request);
    const Asked asked{forms::text_of(posted, "carried"), forms::text_of(posted, "then"), {}};
    const Journey journey = Journey::begin(asked.path);
    const std::string challenge = room_->challenges.draw(journey.purpose(view), room_->now());
    const auto shared = std::make_shared<Respond>(std::move(respond));
    const bool taken = provider->lead(journey.attempt(view, challenge),
                                      [room = room_.get(), view, asked, journey, shared](base::Result<std::string> address) {
                                          if (!address) return (*shared)(turned_away(*room, view, asked, address.error()));
                                          room->left_forms.keep(journey.key(), asked.body, room->now());
                                          const std::string name = in(view.office->openid->name, view.language());
                                          const std::string title = view.tongue.catalogue.with("openid.there", name);
                                          (*shared)(journey.kept(going_on_page(view, *address, title), view));
                                      });
    if (!taken) (*shared)(room_->ask_to_sign_in(view, asked, Why::too_many));
}

void Desk::answer_openid_back(const Request& request, const View& view, Respond respond) {
    clerk::openid::Provider* provider = room_->provider_of(view);
    if (provider == nullptr) return respond(forms::no_such_page(view));
    const Journey journey = Journey::of(request, view);
    const auto fields = sent_back(request);
    const auto field = [&](const char* name) { return fields.contains(name) ? fields.at(name) : std::string(); };
    const auto challenge = base::from_base64url(field("state"));
    const bool is_its_own =
        !journey.empty() && challenge && room_->challenges.is_open(*challenge, journey.purpose(view), room_->now());
    // An answer that is not this browser's leaves alone what it is about.
    if (!is_its_own) return respond(room_->ask_to_sign_in(view, {}, Why::openid_stale));
    const Return back{
        {room_->left_forms.take(journey.key(), room_->now()), journey.path(), {}}, *challenge, token_in(request, view)};
    const auto shared = std::make_shared<Respond>(
        [view, respond = std::move(respond)](Response response) mutable { respond(Journey::ended(std::move(response), view)); });
    if (field("code").empty()) return (*shared)(room_->ask_to_sign_in(view, back.asked, Why::openid_stopped));
    clerk::openid::Provider::Answer answer{field("code"), {}};
    if (fields.contains("iss")) answer.issuer = field("iss");
    const bool taken = provider->redeem(std::move(answer), journey.attempt(view, *challenge),
                                        [room = room_.get(), view, back, shared](const base::Result<std::string>& identity) {
                                            let_in(*room, view, back, identity, std::move(*shared));
                                        });
    if (!taken) (*shared)(room_->ask_to_sign_in(view, back.asked, Why::too_many));
}

}  // namespace hearth::web::desk
