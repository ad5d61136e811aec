#pragma once

#include "web/pages/view.hpp"

namespace hearth::web::pages {

/// SIZE, ROOT_HASH, WITNESSES, CHECKPOINT out of the checkpoint that strangers are served; shows EMPTY or FILLED.
void fill_checkpoint(ctemplate::TemplateDictionary& values, const View& view);

}  // namespace hearth::web::pages
