#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "cli/act_request.hpp"
#include "cli/installation.hpp"

namespace hearth::cli {

/// One act in an office, by the process that serves it or, when nobody does, here: {"acknowledged": ..}, {"refused": ..} or
/// {"fault": ..}.
base::Json do_act(const OfficePaths& paths, const ActRequest& request);

/// Puts an act of the office itself on its record, as the operator; its entry. Throws Fault with the words of a refusal.
std::uint64_t put_on_record(const OfficePaths& paths, std::string_view act, const std::map<std::string, base::Json>& facts);

}  // namespace hearth::cli
