#pragma once

#include <optional>
#include <string>

#include "base/json.hpp"
#include "cli/installation.hpp"

/// The way to an office that is served: its installation's socket file, which only the operator of the machine can open.
namespace hearth::cli {

inline constexpr long k_control_wait_ms = 120'000;

/// The reply of the process that serves this office to POST `path` with `body`; nothing when nobody serves it. A Fault when it does
/// not answer in time.
std::optional<base::Json> ask_server(const OfficePaths& office, const std::string& path, const base::Json& body,
                                     long wait_ms = k_control_wait_ms);

}  // namespace hearth::cli
