#include "store/record_reader.hpp"

#include "store/packing.hpp"
#include "store/sqlite_rows.hpp"

namespace hearth::store {

RecordReader::RecordReader(const std::filesystem::path& database) : connection_(database, Connection::Mode::read_only) {}

std::string RecordReader::checkpoint() { return connection_.text("SELECT checkpoint FROM office").value_or(""); }

std::vector<record::StoredEntry> RecordReader::entries(std::uint64_t first, std::uint64_t count) {
    std::vector<record::StoredEntry> entries;
    entries.reserve(count);
    Rows rows = connection_.query("SELECT idx, matter, leaf, frame FROM entry WHERE idx >= ? ORDER BY idx LIMIT ?", first, count);
    while (rows.next()) {
        record::StoredEntry& entry = entries.emplace_back();
        entry.index = static_cast<std::uint64_t>(rows.integer(0));
        entry.matter.number = rows.integer(1);
        entry.leaf = unpack_leaf(rows.packed(2));
        entry.frame = unpack_disclosure(rows.packed(3));
    }
    add_content(first, count, entries);
    return entries;
}

std::optional<std::string> RecordReader::tile(int level, std::uint64_t number) {
    return connection_.text("SELECT hashes FROM tile WHERE level = ? AND number = ?", level, number);
}

// One pass over the content of all these entries, which lies together.
void RecordReader::add_content(std::uint64_t first, std::uint64_t count, std::vector<record::StoredEntry>& entries) {
    Rows rows =
        connection_.query("SELECT id, name, klass, disclosure FROM content WHERE id >= ? AND id < ? AND erased = 0 ORDER BY id",
                          first_content_id(first), first_content_id(first + count));
    auto entry = entries.begin();
    while (rows.next()) {
        const auto index = static_cast<std::uint64_t>(rows.integer(0) / k_fields_max);
        while (entry != entries.end() && entry->index < index) ++entry;
        if (entry == entries.end() || entry->index != index) continue;
        entry->content.push_back({rows.text(1), unpack_disclosure(rows.packed(3)), rows.text(2), {}, {}});
    }
}

}  // namespace hearth::store
