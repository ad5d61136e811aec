#pragma once

#include "notice/mail.hpp"
#include "people/subscription.hpp"
#include "web/pages/wording.hpp"

namespace hearth::web::pages {

/// Who owes the next step in a state, as whoever follows a matter hears it.
std::string next_step(const base::OfficeId& owner, const procedure::State& state, const Wording& wording);

/// The mail that tells of an outgoing notice: what it is called, who owes the next step until when, where to read it. Nothing of
/// what anybody wrote, no name, and not the receipt code: whoever else reads the mail learns a number and a day.
notice::Mail news_mail(const OfficeSite& office, const Wording& wording, const record::OutboxRow& row,
                       const people::Subscription& reader);

}  // namespace hearth::web::pages
