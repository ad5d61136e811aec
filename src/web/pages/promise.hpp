#pragma once

#include "web/pages/timeline.hpp"

namespace hearth::web::pages {

/// The part that every page about a matter has: who owes the next step, until when, what happens if the day passes. Office and
/// term of what follows are named, not described.
void fill_promise(ctemplate::TemplateDictionary& values, const View& view, const OpenedMatter& opened);

/// One small box a day as three paths in a drawing 300 wide: days gone, days left, the last day.
struct DayBoxes {
    std::string gone, left, last;
};
DayBoxes day_boxes(int days, int gone);

}  // namespace hearth::web::pages
