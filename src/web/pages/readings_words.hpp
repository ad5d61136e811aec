#pragma once

#include "base/ids.hpp"
#include "web/pages/view.hpp"

namespace hearth::web::pages {

/// By post, how often and when last: what the log of readings holds of a matter. READ with a READING each, or NOT_READ; neither
/// where an office has no desk.
void fill_readings(ctemplate::TemplateDictionary& values, const View& view, base::MatterId matter);

}  // namespace hearth::web::pages
