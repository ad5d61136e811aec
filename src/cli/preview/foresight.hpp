#pragma once

#include "cli/installation.hpp"
#include "web/operator/foresight.hpp"

namespace hearth::cli::preview {

/// What another pack, or another calendar, would do to an office: `files` as they would lie in its folder. Nothing is written and
/// no lock is taken, so that it may be asked while the office is served.
web::Foresight foresee(const OfficePaths& paths, const std::vector<procedure::SourceFile>& files);

/// The words of it for a terminal. `language`: "en" or "zh-Hans".
std::string text_of(const web::Foresight& foresight, const std::string& language);

}  // namespace hearth::cli::preview
