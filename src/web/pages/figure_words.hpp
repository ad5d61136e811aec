#pragma once

#include "web/pages/view.hpp"

namespace hearth::web::pages {

/// The published figures of requests by quarter, the newest `quarters_max`: FIGURES with a QUARTER each, or NO_FIGURES.
void fill_figures(ctemplate::TemplateDictionary& values, const View& view, std::size_t quarters_max);

}  // namespace hearth::web::pages
