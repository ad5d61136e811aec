#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace hearth::ingest {

/// One record of a source: an object of column names and values, with the line on which it starts, counted from 1. Values of a
/// CSV file are texts; an empty one is null, so that "nothing there" has one form.
struct Row {
    int line = 0;
    base::Json values;
};

/// Gets each row, or why there is none at that place. False: read no further.
using RowSink = std::function<bool(base::Result<Row>)>;

/// Gets the names of the columns and the line on which they stand, before any row.
using HeadingSink = std::function<void(const std::vector<std::string>& columns, int line)>;

/// Longer rows are refused `limit_exceeded` import/row_too_long, so that one stray quote does not swallow a file into memory.
inline constexpr std::size_t k_row_bytes_max = std::size_t{1} << 20U;

enum class Format { csv, json, json_lines };

/// RFC 4180: a heading line, quotes, fields of several lines, CRLF or LF; a byte order mark is passed over. `name` stands as the
/// file in every place. The sink gets `malformed` import/csv for a row with misplaced quotes, import/row_columns for a wrong
/// number of columns, import/utf8; reading goes on with the next line. Returned as a whole: import/no_heading, and
/// import/column_twice or import/column_unnamed for a heading that names columns badly.
base::Result<base::Done> read_csv(std::istream& in, const std::string& name, const RowSink& sink, const HeadingSink& heading = {});

/// One JSON array of objects, read element by element. A row that is not an object or not JSON goes to the sink as `malformed`
/// import/json_row; returned as a whole: import/json_array, when no array begins or ends.
base::Result<base::Done> read_json(std::istream& in, const std::string& name, const RowSink& sink);

/// One JSON object a line; empty lines are passed over. Rows are refused as in an array.
base::Result<base::Done> read_json_lines(std::istream& in, const std::string& name, const RowSink& sink);

base::Result<base::Done> read_rows(Format format, std::istream& in, const std::string& name, const RowSink& sink);

}  // namespace hearth::ingest
