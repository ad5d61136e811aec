#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/http/message.hpp"

/// The scripts of the few pages that have one (`web-client/scripts`): one small file each, served at "/script/NAME.js". Every page
/// works without its script, but for making a passkey and the field page.
namespace hearth::web::pages {

/// `file` is "print.js". Nothing when there is none of that name. Asked for by its version, as pages do, it may be kept for ever;
/// by any other or none, as a service worker must be, it is asked for again each time.
std::optional<http::Response> script_file(std::string_view file, std::string_view version);

/// What stands behind the address of the script of this name ("print"), so that a new one is fetched.
std::string script_version(std::string_view name);

}  // namespace hearth::web::pages
