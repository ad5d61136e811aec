#pragma once

#include <cstdint>
#include <string>

namespace hearth::web::http {

/// "Tue, 24 Nov 2026 01:12:00 GMT" (RFC 9110, section 5.6.7).
std::string http_date(std::int64_t seconds_since_1970);

/// The date of an answer, made once a second for each thread.
const std::string& date_now();

}  // namespace hearth::web::http
