#pragma once

#include <string_view>

#include "base/bytes.hpp"

namespace hearth::record {

/// SHA-256 (FIPS 180-4) of a text.
base::Bytes32 sha256(std::string_view bytes);

/// SHA-256 of one byte followed by a text: RFC 6962 sets leaves and nodes apart by such a byte.
base::Bytes32 sha256(char first, std::string_view bytes);

/// SHA-256 of one byte followed by two texts.
base::Bytes32 sha256(char first, std::string_view left, std::string_view right);

}  // namespace hearth::record
