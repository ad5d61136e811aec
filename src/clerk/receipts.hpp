#pragma once

#include <cstdint>
#include <string>

#include "clerk/clerk.hpp"
#include "clerk/head.hpp"
#include "record/store.hpp"

namespace hearth::clerk {

/// Entries under a checkpoint; 0 for an empty text.
std::uint64_t size_of_checkpoint(const std::string& checkpoint);

/// The receipt of the first act that answered a command. Proofs of this batch are read off the growing tree; for an earlier one
/// they are put together from stored tiles. `written` is the batch that was just made durable.
std::string receipt_for(const Acknowledged& told, const Head& head, record::Store& store, const record::Batch& written);

}  // namespace hearth::clerk
