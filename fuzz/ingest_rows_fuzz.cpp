// Rows of any bytes: each is an object or a refusal with a line inside the input, and lines never go back.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sstream>

#include "base/check.hpp"
#include "ingest/row.hpp"

using namespace hearth;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (const ingest::Format format : {ingest::Format::csv, ingest::Format::json, ingest::Format::json_lines}) {
        std::istringstream in(text);
        int last = 0;
        (void)ingest::read_rows(format, in, "input", [&](const base::Result<ingest::Row>& row) {
            const int line = row ? row->line : row.error().place.line;
            HEARTH_CHECK(line >= 1 && line <= lines + 1);
            HEARTH_CHECK(!row || (row->values.is_object() && line >= last));
            last = row ? line : last;
            return true;
        });
    }
    return 0;
}
