#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/import_map.hpp"
#include "office/office.hpp"

namespace hearth::ingest {

/// An instant as sources write it: RFC 3339, or civil time without an offset ("2015-01-02T09:22:00", also with a space between)
/// that is read in `zone`. Refused `malformed` import/time; without a zone import/time_without_offset.
base::Result<base::Instant> read_time(const std::string& text, const procedure::ZoneRules* zone);

/// What one row becomes: its own id, and its acts in the order of the map as commands of history, still without the matter that
/// the first of them opens.
struct RowActs {
    int line = 0;
    std::string id;
    std::vector<office::Command> commands;
    std::optional<bool> in_time;  // the source's word, where the map says which column holds it
};

/// Where rows go.
struct RowTarget {
    const ImportMap& map;
    const procedure::Procedure& procedure;
    const procedure::ZoneRules* zone;  // of the map; null: every time states its offset
    base::OfficeId office;
    base::Instant now;
};

/// Refused with file, line and column name: `malformed` import/row_id (empty, over 64 characters, or with others than letters,
/// digits and "._:-"), import/no_value, import/value, import/time, import/unknown_code; `out_of_time` import/in_future.
base::Result<RowActs> acts_of(const Row& row, const RowTarget& target, const std::string& file);

}  // namespace hearth::ingest
