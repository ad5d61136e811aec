#pragma once

#include "web/forms/typed.hpp"
#include "web/pages/find_by_code.hpp"

/// Words of a resident that every procedure knows and that need no form: going over to the newer text, undoing what was entered for
/// her. Each stands as an offer on the page of her matter.
namespace hearth::web::forms {

bool is_plain_word(const std::string& act);

/// Answers with the matter as it stands then; where the offer does not hold any more it says that this is not possible now.
void say_plain_word(const pages::View& view, const pages::FoundByCode& found, const Posted& posted, base::Instant received_at,
                    http::Respond respond);

}  // namespace hearth::web::forms
