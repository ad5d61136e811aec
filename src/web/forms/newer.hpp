#pragma once

#include "web/forms/typed.hpp"
#include "web/pages/find_by_code.hpp"

/// The word of a resident by which her matter goes over to a newer text of its procedure, out of the offer on her page.
namespace hearth::web::forms {

/// Answers with the matter as it stands then; where the offer does not hold any more it says that this is not possible now.
void take_newer_text(const pages::View& view, const pages::FoundByCode& found, const Posted& posted, base::Instant received_at,
                     http::Respond respond);

}  // namespace hearth::web::forms
