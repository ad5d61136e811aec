#pragma once

#include "web/site.hpp"

/// The witness that every office is for others, as C2SP tlog-witness speaks it.
namespace hearth::web::api {

/// POST: the signature lines, or why there are none; 409 states the size last cosigned as text/x.tlog.size.
http::Response add_checkpoint(const OfficeSite& office, std::string_view body);

/// The last checkpoint cosigned of the log whose origin has this SHA-256 (64 hex digits); else 404.
http::Response last_witnessed(const OfficeSite& office, std::string_view origin_hex);

}  // namespace hearth::web::api
