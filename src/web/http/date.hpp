#pragma once

#include <string>

namespace hearth::web::http {

/// The date of an answer (RFC 9110, section 5.6.7), made once a second for each thread.
const std::string& date_now();

}  // namespace hearth::web::http
