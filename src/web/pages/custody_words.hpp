#pragma once

#include "web/pages/timeline.hpp"

namespace hearth::web::pages {

/// Which office has the matter now, when it is not this one, and the way there: HELD with WHERE, and a form with the code
/// (HELD_HERE) or a link (HELD_FAR).
void fill_custody(ctemplate::TemplateDictionary& values, const View& view, const OpenedMatter& opened);

/// Matters below this office whose answer is overdue, or offices of which nothing is heard: OVERDUE_BELOW. No more than number,
/// office and day.
void fill_overdue_below(ctemplate::TemplateDictionary& values, const View& view);

/// "Went on to Nantan Township", "Came from ..": the title of an act of a letter.
std::string letter_title(const record::Frame& frame, const View& view);

}  // namespace hearth::web::pages
