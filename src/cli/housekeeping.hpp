#pragma once

#include <filesystem>

#include "base/time.hpp"
#include "cli/installation.hpp"
#include "record/store.hpp"

namespace hearth::cli {

/// Puts in order what lies beside the database of an office, whoever erased and whenever a process was killed: removes papers whose
/// key was dropped or that no act came to name within a day, receipts in the office's folder that disclose what was erased, and
/// readings that are a year old.
void keep_house(const OfficePaths& paths, record::Store& store, base::Instant now);

/// Bytes of the journal of erasures: more than before, and something was erased.
std::uintmax_t size_of_journal(const OfficePaths& paths);

/// Keeps the house of an office that is served: at once, after every erasure, and daily.
class Housekeeper {
public:
    Housekeeper(const OfficePaths& paths, record::Store& store) : paths_(paths), store_(store) {}

    /// Called about once a second.
    void look(base::Instant now);

private:
    const OfficePaths& paths_;
    record::Store& store_;
    base::Instant kept_at_;
    std::uintmax_t erased_ = 0;  // size of the journal of erasures when it was last looked at
    bool is_again_ = false;      // the journal is written before its commit: what was just added is looked at twice
};

}  // namespace hearth::cli
