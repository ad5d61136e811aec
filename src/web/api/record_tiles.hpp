#pragma once

#include "web/site.hpp"

/// The record of an office as C2SP tlog-tiles serves it.
namespace hearth::web::api {

/// The checkpoint that strangers are served: kept by caches for a few seconds. 404 before the first.
http::Response checkpoint(const OfficeSite& office);

/// The verifier key as text, for the convenience of `hearth verify`: a stranger trusts it only after comparing it with a notice.
http::Response verifier_key(const OfficeSite& office);

/// `path` is what follows "tile/": "0/x001/234.p/5", "entries/000". Only hashes and entries that the served checkpoint covers, of
/// full tiles also every narrower width; they never change, so caches may keep them for good. Anything else is 404.
http::Response tile(const OfficeSite& office, std::string_view path);

}  // namespace hearth::web::api
