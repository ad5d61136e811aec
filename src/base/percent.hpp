#pragma once

#include <string>
#include <string_view>

namespace hearth::base {

/// A value as an address or a form carries it: all but letters, digits and "-._~" as "%2F" (RFC 3986, sections 2.1 and 2.3).
std::string percent_encoded(std::string_view text);

}  // namespace hearth::base
