#pragma once

#include "bench/http_load.hpp"
#include "record/store.hpp"

namespace hearth::bench {

/// The store's own group commit: `clients` threads each hand in one sealed opening act after the other and wait for it; one writer
/// appends all that wait as one batch with rows, figures, notice, command key and tile, as the clerk would. No rules, no hashing,
/// no signing, no HTTP: the bound for everything above it.
LoadResult group_commit(record::Store& store, int clients, double seconds);

}  // namespace hearth::bench
