#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "record/store.hpp"
#include "store/sqlite.hpp"

namespace hearth::store {

/// Reads the record out of an office's database and writes nothing, also while another process serves it. For verifying and
/// exporting: whole rows at a time. Damage to the file is a DatabaseFault; damage to what lies in it is for the verifier to find.
class RecordReader {
public:
    explicit RecordReader(const std::filesystem::path& database);

    /// The signed note; empty before the first act.
    std::string checkpoint();
    /// With the content that was not erased. Fewer than `count` when there are no more.
    std::vector<record::StoredEntry> entries(std::uint64_t first, std::uint64_t count);
    std::optional<std::string> tile(int level, std::uint64_t number);

private:
    void add_content(std::uint64_t first, std::uint64_t count, std::vector<record::StoredEntry>& entries);

    Connection connection_;
};

}  // namespace hearth::store
