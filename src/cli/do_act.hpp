#pragma once

#include "base/json.hpp"
#include "cli/act_request.hpp"
#include "cli/installation.hpp"

namespace hearth::cli {

/// One act in an office, by the process that serves it or, when nobody does, here: {"acknowledged": ..}, {"refused": ..} or
/// {"fault": ..}.
base::Json do_act(const OfficePaths& paths, const ActRequest& request);

}  // namespace hearth::cli
