#pragma once

#include <map>
#include <optional>

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "clerk/keys.hpp"
#include "office/office.hpp"

namespace hearth::clerk {

/// Replaces every sealed field of a command by its ciphertext (docs/formats/act.md): a fresh key over the text, and that key in a
/// box for every office whose posts are readers, so that nothing behind this call ever holds the text. The text is checked first,
/// for afterwards nobody can. A unit that the command accuses gets no box, whatever post of it is named as a reader. Readers whose
/// key is not known here get none either. The keys of papers in such a field go under the seal and are emptied in `papers`. Refused
/// as `office::check_field` says, and `not_permitted` clerk/no_key_of_reader when no reader's key is known.
/// `version` is that of the matter's procedure; 0: today's.
base::Result<base::Done> seal_fields(office::Command& command, std::vector<record::PaperKey>& papers, const office::Office& office,
                                     const std::map<base::OfficeId, base::Bytes32>& box_keys, int version = 0);

/// What was sealed, read by one of its readers; nothing when there is no box for this office, or a byte was changed.
std::optional<base::Json> unsealed(const base::Json& value, const base::OfficeId& reader, const BoxKey& key);

}  // namespace hearth::clerk
