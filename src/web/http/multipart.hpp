#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hearth::web::http {

/// One part of a form in multipart/form-data. `bytes` lie in the body that was read.
struct Part {
    std::string name;
    std::string file_name;     // without the folders that some browsers send with it; empty: no file
    std::string content_type;  // as it was sent
    std::string_view bytes;
};

/// The value of "boundary" in a Content-Type of multipart/form-data; empty when it is of another kind or has none.
std::string boundary_in(std::string_view content_type);

/// The parts of a body (RFC 7578, RFC 2046 section 5.1) between delimiters of `boundary`; nothing may stand before the first one.
/// Refused `malformed` http/multipart: a delimiter or header that does not fit, a part without a name, no end; `limit_exceeded`
/// http/parts: more than `parts_max`.
base::Result<std::vector<Part>> parts_in(std::string_view body, std::string_view boundary, std::size_t parts_max);

/// The parts that stand whole in the beginning of a body; at most `parts_max`.
std::vector<Part> whole_parts_in(std::string_view beginning, std::string_view boundary, std::size_t parts_max);

}  // namespace hearth::web::http
