#pragma once

#include <string>
#include <string_view>

namespace hearth::clerk {

/// A value as an address or a form carries it: all but letters, digits and "-_." as "%2F" (RFC 3986, section 2.1).
std::string percent_encoded(std::string_view text);

}  // namespace hearth::clerk
