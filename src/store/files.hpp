#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// The few ways in which this folder touches plain files. Each throws a Fault that names the file and what the system said.
namespace hearth::store {

std::string read_file(const std::filesystem::path& file);

/// Makes an empty file readable by its owner only, unless there is one, which is left alone.
void create_private(const std::filesystem::path& file);

/// Appends to a file readable by its owner only, and syncs it.
void append_synced(const std::filesystem::path& file, std::string_view bytes);

/// Writes beside, syncs, renames over, syncs the folder: after a power cut there is the old file or the new one.
void replace_synced(const std::filesystem::path& file, std::string_view bytes);

void sync_file(const std::filesystem::path& file);

/// Syncs the folder, so that a file made, renamed or removed in it stays so.
void sync_folder(const std::filesystem::path& folder);

}  // namespace hearth::store
