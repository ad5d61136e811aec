#pragma once

#include <string>
#include <string_view>

namespace hearth::web::notices {

/// "urn:uuid:.." made of a name (RFC 9562, version 5, with the name space of addresses): the same name gives the same, on every
/// machine and for ever, and tells nothing of the name.
std::string urn_of(std::string_view name);

}  // namespace hearth::web::notices
