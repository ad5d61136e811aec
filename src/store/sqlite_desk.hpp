#pragma once

#include "record/store.hpp"
#include "store/sqlite.hpp"

/// The list of a desk, by one statement each over the index `matter_on_desk`.
namespace hearth::store {

std::uint64_t count_on_desk(Connection& from, const record::DeskQuestion& question);
std::vector<record::MatterRow> on_desk(Connection& from, const record::DeskQuestion& question, std::uint64_t skip,
                                       std::uint64_t limit);

/// With content that was not erased; of each matter its first entry alone, or all.
std::vector<record::StoredEntry> openings_of(Connection& from, const std::vector<base::MatterId>& matters);
std::vector<record::StoredEntry> entries_of_all(Connection& from, const std::vector<base::MatterId>& matters);

}  // namespace hearth::store
