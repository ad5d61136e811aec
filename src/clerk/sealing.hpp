#pragma once

#include <map>

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "office/office.hpp"

namespace hearth::clerk {

/// Replaces every sealed field of a command by its ciphertext {"sealed": base64, "to": office}, encrypted to the office whose post
/// reads it, so that nothing behind this call ever holds the text. The text is checked first, for afterwards nobody can. Refused
/// as `office::check_field` says, and `not_permitted` clerk/no_key_of_reader when that office's key is not known.
base::Result<base::Done> seal_fields(office::Command& command, const office::Office& office,
                                     const std::map<base::OfficeId, base::Bytes32>& box_keys);

}  // namespace hearth::clerk
