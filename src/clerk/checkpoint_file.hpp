#pragma once

#include <filesystem>
#include <string>

/// The copy of the newest checkpoint outside the database. It is what tells a restored backup of yesterday from the record of
/// today, so it is replaced after each commit; without a sync of its own, for it may lag the database and must never lead it.
namespace hearth::clerk {

/// Empty when there is none.
std::string read_checkpoint_file(const std::filesystem::path& file);
/// Writes beside and renames over: a reader sees the old or the new one. A Fault when the disk says no.
void replace_checkpoint_file(const std::filesystem::path& file, const std::string& checkpoint);

}  // namespace hearth::clerk
