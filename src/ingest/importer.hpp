#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <set>
#include <string>

#include "clerk/clerk.hpp"
#include "ingest/import_map.hpp"

namespace hearth::ingest {

/// What a first reading of the source finds: its columns and how many rows it has.
struct Survey {
    std::set<std::string> columns;
    std::uint64_t rows = 0;
};
base::Result<Survey> survey(std::istream& in, Format format, const std::string& file);

/// What came of an import.
struct ImportSummary {
    std::uint64_t rows = 0;
    std::uint64_t taken = 0;     // every act of the row is in the record now
    std::uint64_t repeated = 0;  // of these, rows that were there before
    std::uint64_t refused = 0;
    std::uint64_t acts = 0;  // acts added
    // Rows for which the source says whether the answer came in time, by what Hearth computes from target and answer.
    std::uint64_t on_time = 0;
    std::uint64_t overdue = 0;
    std::uint64_t differ = 0;  // the source says otherwise
};

/// Hands the rows of a source to the clerk as history, many at once, in the order of the file; the acts of one row one after the
/// other. Each act has a ticket made of the map's name, the row's id and the act's place in the row, so what is already in the
/// record is not added again.
/// Promise: a row is counted as taken only when all its acts are durable. When the machinery breaks, run() throws its Fault after
/// all answers that are still under way have come; running again goes on where it stopped.
/// Not here: whether the map fits the rules and the source (check_rules, check_columns come first).
class Importer {
public:
    struct Listener {
        std::function<void(const base::Refusal&)> refused;  // each row that is not taken, with file, line, field and rule
        std::function<void(std::uint64_t rows)> progress;   // rows read so far
    };

    Importer(clerk::Clerk& clerk, const ImportMap& map, const procedure::ZoneRules* zone, Listener listener);

    ImportSummary run(std::istream& in, const std::string& file, base::Instant now);

private:
    clerk::Clerk& clerk_;
    const ImportMap& map_;
    const procedure::ZoneRules* zone_;
    Listener listener_;
};

}  // namespace hearth::ingest
