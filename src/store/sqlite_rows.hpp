#pragma once

#include <string>
#include <vector>

#include "record/store.hpp"
#include "store/sqlite.hpp"

/// How rows of the office's database are written and read; each function takes part in a transaction of its caller.
namespace hearth::store {

/// Ids of content: those of one entry lie together.
inline constexpr std::int64_t k_fields_max = 256;
inline std::int64_t first_content_id(std::uint64_t entry) { return static_cast<std::int64_t>(entry) * k_fields_max; }

void write_entry(Connection& to, std::uint64_t index, const record::Entry& entry, base::MatterId matter);
void write_tile(Connection& to, const record::Tile& tile);
void write_matter(Connection& to, const record::MatterRow& row);
void write_figure(Connection& to, const record::FigureDelta& delta);
void write_outbox(Connection& to, const record::OutboxRow& row);
void write_key(Connection& to, const record::CommandKey& key);
void write_letter(Connection& to, const record::LetterRow& letter);
void write_received_letter(Connection& to, const record::ReceivedLetterRow& letter);
void write_retention_end(Connection& to, const record::RetentionEnd& end);
void write_paper(Connection& to, const record::PaperKey& paper);
/// Overwrites the disclosure, and the keys of papers that it names, with as many zeros, in place.
void write_erasure(Connection& to, const record::Erasure& erasure);

std::vector<record::SealedField> read_content(Connection& from, std::uint64_t entry);
/// From a query for all columns of `matter`.
std::vector<record::MatterRow> read_matters(Rows rows);

}  // namespace hearth::store
