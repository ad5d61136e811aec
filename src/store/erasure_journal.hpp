#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The list of what was erased, outside the database and its backups, so that a restored backup of yesterday forgets again what
/// was forgotten today. Holds no content: one JSON line per erased field with entry, name and the SHA-256 of the entry's leaf,
/// which keeps it from touching another entry should a record ever begin anew.
namespace hearth::store {

struct JournalLine {
    std::uint64_t entry = 0;
    std::string name;         // empty: every field of the entry
    std::string leaf_digest;  // hex SHA-256 of the leaf

    auto operator<=>(const JournalLine&) const = default;
};

/// Appends and syncs before it returns; a Fault otherwise.
void append_erasures(const std::filesystem::path& journal, const std::vector<JournalLine>& lines);

/// All whole lines, oldest first; nothing when the file does not exist. A last line cut off by a power cut is passed over: its
/// erasure was not committed. A damaged line elsewhere is a Fault, since to overlook it would bring back what was erased.
std::vector<JournalLine> read_erasures(const std::filesystem::path& journal);

/// Adds to `into` the lines of `from` that it lacks.
void merge_erasures(const std::filesystem::path& from, const std::filesystem::path& into);

}  // namespace hearth::store
