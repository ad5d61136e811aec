#pragma once

#include <string>
#include <vector>

#include "record/store.hpp"

namespace hearth::office {

/// All acts of a matter that this office knows of, wherever they stand: its own, and those that came in letters, each once and
/// under the names that its content had there. Letters stay as one act each where they say that the matter moved.
struct FiledActs {
    std::vector<record::StoredEntry> entries;  // oldest first
    std::vector<std::string> records;          // origin of each; empty: of this office
};
FiledActs filed_acts(const std::vector<record::StoredEntry>& stored, const std::string& origin);

}  // namespace hearth::office
