#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace hearth::web::http {

/// Undoes percent-encoding (RFC 3986, section 2.1). Refused `malformed` http/encoding: a percent sign without two hex digits, a
/// null byte, or what is not UTF-8 afterwards.
base::Result<std::string> percent_decoded(std::string_view text);

/// The segments of an absolute path, decoded: "/o/a%20b/" -> "o", "a b", "". Refused as above.
base::Result<std::vector<std::string>> path_segments(std::string_view path);

/// Fields of a form in application/x-www-form-urlencoded, at most `fields_max`. Refused as above, and `limit_exceeded`
/// http/fields.
base::Result<std::vector<std::pair<std::string, std::string>>> form_fields(std::string_view body, std::size_t fields_max = 100);

/// One field as such a form carries it: "f.points=Mend%20it".
std::string form_field(std::string_view name, std::string_view value);

}  // namespace hearth::web::http
