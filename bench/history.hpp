#pragma once

#include <cstdint>
#include <filesystem>

namespace hearth::bench {

/// Gives a new office in `folder` (made by `hearth init`) `open` matters that wait for their first answer, and then so many matters
/// raised and taken back again that its record holds at least `acts` acts.
void write_history(const std::filesystem::path& folder, std::uint64_t acts, std::uint64_t open);

}  // namespace hearth::bench
