#pragma once

#include <string_view>

#include "web/http/message.hpp"

namespace hearth::web::http {

/// What the client says that it holds already.
struct Held {
    std::string_view if_none_match;
    std::string_view if_modified_since;
};

/// Makes an answer ready for the wire, the same for every handler: the security headers (a page that was allowed its
/// script keeps that), 304 when the client already holds it
/// (RFC 9110, sections 13.1.2 and 13.1.3; a date counts only without a tag, and only the very date that we gave: no other tells
/// that nothing was taken away since), compression when the client takes gzip. No header names the software or its version.
void finish(const Held& held, std::string_view accept_encoding, Response& response);

/// Lets a page run the script files of this site, never what stands in a page and never text made into a script. For who answers
/// with a page that names one; without it the browser runs none.
void allow_scripts(Response& page);
/// Lets its scripts record a voice, once the person lets them.
void allow_microphone(Response& page);
/// As `allow_scripts`, and a service worker of this site, and requests of its scripts to it.
void allow_worker(Response& page);

/// Whether the client's Accept-Encoding takes gzip (RFC 9110, section 12.5.3).
bool takes_gzip(std::string_view accept_encoding);

/// RFC 1952, at the given level of zlib.
std::string gzip(std::string_view bytes, int level);

/// A strong entity tag of these bytes.
std::string etag_of(std::string_view bytes);

}  // namespace hearth::web::http
