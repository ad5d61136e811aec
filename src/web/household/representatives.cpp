#include "web/household/representatives.hpp"

#include <memory>

#include "clerk/office_acts.hpp"
#include "clerk/receipt_code.hpp"
#include "people/roster.hpp"
#include "store/roster_store.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/household/household_pages.hpp"
#include "web/http_status.hpp"

namespace hearth::web::household {
namespace {

using forms::text_of;
using http::Respond;
using http::Response;
using pages::View;
using store::RosterStore;

constexpr std::size_t k_label_bytes_max = 160;  // 40 characters, as the roster takes them

/// As it is printed; empty when it is none.
std::string code_of(const std::string& typed) {
    auto code = clerk::parse_receipt_code(typed);
    return code ? std::move(*code) : std::string();
}

RosterStore& roster_of(const View& view) { return view.office->people->roster(); }

void submit(const View& view, std::string_view act, std::uint64_t households, const clerk::Ticket& ticket, base::Instant now,
            std::move_only_function<void(clerk::Outcome)> done) {
    office::Command command;
    command.office = view.office->profile.id;
    command.by.kind = record::Actor::Kind::resident;
    command.act = act;
    command.fields["households"] = households;
    command.received_at = now;
    view.office->submit(std::move(command), ticket, std::move(done));
}

}  // namespace

/// What somebody sent.
struct Representatives::Attempt {
    std::string label;
    std::string code;      // as it is printed; empty when it is none
    std::string digest;    // of the code
    std::string key;       // of the form
    bool is_told = false;  // the page that told her own code
    base::Instant now;
    base::CivilDate today;

    Attempt(const View& view, const forms::Posted& posted, base::Instant its_now)
        : label(people::household_label(text_of(posted, "label").substr(0, k_label_bytes_max))),
          code(code_of(text_of(posted, "code"))),
          digest(clerk::receipt_code_digest(code)),
          key(text_of(posted, "key")),
          is_told(!text_of(posted, "told").empty()),
          now(its_now),
          today(view.office->rules->zone().date(its_now)) {}

    /// Of the code that was typed with this very form.
    [[nodiscard]] clerk::Ticket ticket() const { return {"household/" + digest, key}; }
    [[nodiscard]] std::string braked_as(const View& view) const { return view.office->profile.id.text + "/" + label; }

    /// What the same form was answered before: the code of her own that it was given.
    [[nodiscard]] std::optional<Response> answered_before(const View& view) const {
        const std::string own = key.empty() ? std::string() : clerk::open_code(ticket(), roster_of(view).again(label));
        if (own.empty()) return std::nullopt;
        const auto proof = roster_of(view).proof(label, clerk::receipt_code_digest(own));
        return proof ? std::optional(standing_page(view, {*proof, own, today, true})) : std::nullopt;
    }
};

bool has_roster(const OfficeSite& office) { return office.people != nullptr && office.people->roster().has_roster(); }

Response Representatives::ask(const View& view) {
    return has_roster(*view.office) ? form_page(view, {}, FormFault::none) : forms::no_such_page(view);
}

void Representatives::take(const View& view, const forms::Posted& posted, base::Instant now, Respond respond) {
    if (!has_roster(*view.office)) return respond(forms::no_such_page(view));
    const Attempt attempt(view, posted, now);
    const std::string& go = text_of(posted, "go");
    const bool is_standing = !text_of(posted, "standing").empty();
    if (go == "stay" && !is_standing) return respond(form_page(view, attempt.label, FormFault::none));
    if (attempt.label.empty() || text_of(posted, "code").empty())
        return respond(form_page(view, attempt.label, FormFault::missing));
    if (brake_.is_standing(attempt.braked_as(view), now)) return respond(form_page(view, attempt.label, FormFault::wait));
    if (const auto proof = roster_of(view).proof(attempt.label, attempt.digest)) {
        brake_.right(attempt.braked_as(view));
        if (go == "give_back") return give_back(view, attempt, std::move(respond));
        return respond(standing_page(view, {*proof, attempt.code, attempt.today, attempt.is_told}));
    }
    if (!is_standing && roster_of(view).fits(attempt.label, attempt.digest, attempt.today))
        return prove(view, attempt, std::move(respond));
    auto before = attempt.answered_before(view);
    respond(before ? std::move(*before) : wrong(view, attempt));
}

Response Representatives::wrong(const View& view, const Attempt& attempt) {
    brake_.wrong(attempt.braked_as(view), attempt.now);
    return form_page(view, attempt.label, FormFault::wrong);
}

std::uint64_t Representatives::begin(const View& view, const Attempt& attempt, int change) {
    const std::lock_guard lock(mutex_);
    auto& changes = under_way_[view.office->profile.id];
    changes[attempt.label] = change;  // who presses twice counts once
    std::int64_t proved = roster_of(view).standing(attempt.today).proved;
    for (const auto& [label, by] : changes) proved += by;
    return static_cast<std::uint64_t>(std::max<std::int64_t>(proved, 0));
}

void Representatives::end(const View& view, const Attempt& attempt) {
    const std::lock_guard lock(mutex_);
    under_way_[view.office->profile.id].erase(attempt.label);
}

void Representatives::prove(const View& view, const Attempt& attempt, Respond respond) {
    clerk::SystemRandomness chance;
    const std::string own = clerk::draw_receipt_code(chance);
    const RosterStore::OwnCode kept{clerk::receipt_code_digest(own),
                                    attempt.key.empty() ? std::string() : clerk::seal_code(attempt.ticket(), own, chance)};
    const int change = roster_of(view).is_proved(attempt.label) ? 0 : 1;
    submit(view, clerk::k_representative_proved, begin(view, attempt, change), attempt.ticket(), attempt.now,
           [this, view, attempt, own, kept, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
               const bool is_trouble = forms::trouble_of(outcome, view).has_value();
               const bool is_proved =
                   !is_trouble && outcome.answer() && roster_of(view).prove(attempt.label, attempt.digest, kept, attempt.today);
               end(view, attempt);
               if (is_proved) brake_.right(attempt.braked_as(view));
               auto before = attempt.answered_before(view);
               const auto proof = roster_of(view).proof(attempt.label, kept.digest);
               if (proof) return respond(standing_page(view, {*proof, own, attempt.today, true}));
               if (before) return respond(std::move(*before));
               respond(is_trouble ? form_page(view, attempt.label, FormFault::trouble) : wrong(view, attempt));
           });
}

void Representatives::give_back(const View& view, const Attempt& attempt, Respond respond) {
    submit(view, clerk::k_representative_gone, begin(view, attempt, -1), {attempt.ticket().account, forms::fresh_key()},
           attempt.now, [this, view, attempt, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
               const bool is_trouble = forms::trouble_of(outcome, view) || !outcome.answer();
               if (!is_trouble) roster_of(view).give_back(attempt.label, attempt.digest);
               end(view, attempt);
               respond(is_trouble ? form_page(view, attempt.label, FormFault::trouble) : given_back_page(view, attempt.label));
           });
}

}  // namespace hearth::web::household
