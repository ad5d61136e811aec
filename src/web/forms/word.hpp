#pragma once

#include "web/forms/papers.hpp"
#include "web/pages/view.hpp"

/// The word of whoever holds a receipt code: what may be said in the present state, the form of one act, and the answer to it.
namespace hearth::web::forms {

/// What was posted with a code: `act` chosen, `go` = "send" once its form is filled in. A code that opens nothing is answered as
/// everywhere; an act that is not possible (any more) shows the matter as it stands now. `received_at` is the legal time.
void say_word(const pages::View& view, Filled filled, base::Instant received_at, http::Respond respond);

}  // namespace hearth::web::forms
