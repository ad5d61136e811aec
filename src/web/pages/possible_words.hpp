#pragma once

#include "web/pages/view.hpp"

/// What persons may say in a matter, read off the text of its procedure.
namespace hearth::web::pages {

/// Whether a person may do this act from this state, as far as the text says; guards speak when it is sent.
bool is_word(const procedure::ActRule& act, const procedure::State& state);

/// A row to choose: the act's title and what follows from it (sections CAN of the pages).
void fill_possible(ctemplate::TemplateDictionary& values, const procedure::ActRule& act, const procedure::Procedure& procedure,
                   const View& view);

/// What follows from an act: "the level above: Reviewed by the level above, within 30 days".
std::string leads_words(const procedure::ActRule& act, const procedure::Procedure& procedure, const View& view);

}  // namespace hearth::web::pages
