#include <algorithm>
#include <istream>

#include "ingest/row.hpp"

namespace hearth::ingest {
namespace {

using base::Reason;
using base::Refusal;

base::Place place(const std::string& name, int line, int column = 0) {
    return {.file = name, .line = line, .column = column, .field = {}};
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// One object, or why the text is none.
base::Result<Row> row_of(std::string_view text, const std::string& name, int line) {
    auto parsed = base::parse_json(text);
    if (!parsed) {
        // The place within the element becomes a place in the file.
        const base::Place inner = parsed.error().place;
        return Refusal{Reason::malformed, "import/json_row", place(name, line + std::max(inner.line - 1, 0), inner.column),
                       parsed.error().rule};
    }
    if (!parsed->is_object()) return Refusal{Reason::malformed, "import/json_row", place(name, line), "not an object"};
    return Row{line, std::move(*parsed)};
}

/// Where one element of an array ends: brackets and strings are counted, the rest is left to the parser.
class ElementBorder {
public:
    /// True while `c` belongs to the element.
    bool take(char c) {
        if (in_string_) {
            if (escaped_)
                escaped_ = false;
            else if (c == '\\')
                escaped_ = true;
            else if (c == '"')
                in_string_ = false;
            return true;
        }
        if (depth_ == 0 && (c == ',' || c == ']')) return false;
        if (c == '"') in_string_ = true;
        if (c == '[' || c == '{') ++depth_;
        if (c == ']' || c == '}') --depth_;
        return true;
    }

private:
    int depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

/// The elements of one array, one after the other.
class ArrayReader {
public:
    ArrayReader(std::istream& in, std::string name, const RowSink& sink) : in_(in), name_(std::move(name)), sink_(sink) {}

    base::Result<base::Done> read() {
        if (next_visible() == '\xEF') {
            next();
            next();
            next_visible();
        }
        if (c_ != '[') return no_array();
        bool more = next_visible() != ']';
        while (more) {
            HEARTH_TRY(goes_on, element());
            more = goes_on;
            if (more) next_visible();
        }
        if (stopped_) return base::Done{};
        next_visible();
        return in_.eof() ? base::Result<base::Done>(base::Done{}) : no_array();
    }

private:
    bool next() {
        c_ = '\0';
        if (!in_.get(c_)) return false;
        if (c_ == '\n') ++line_;
        return true;
    }

    char next_visible() {
        while (next() && is_space(c_)) {
        }
        return c_;
    }

    Refusal no_array() const { return Refusal{Reason::malformed, "import/json_array", place(name_, line_)}; }

    /// Reads the element that begins with c_ and the comma or bracket after it; whether another follows.
    base::Result<bool> element() {
        const int line = line_;
        ElementBorder border;
        std::string text;
        bool too_long = false;
        while (border.take(c_)) {
            too_long = too_long || text.size() >= k_row_bytes_max;
            if (!too_long) text += c_;
            if (!next()) return no_array();
        }
        if (too_long)
            stopped_ = !sink_(Refusal{Reason::limit_exceeded, "import/row_too_long", place(name_, line)});
        else
            stopped_ = !sink_(row_of(text, name_, line));
        return !stopped_ && c_ == ',';
    }

    std::istream& in_;
    std::string name_;
    const RowSink& sink_;
    char c_ = '\0';
    int line_ = 1;
    bool stopped_ = false;
};

}  // namespace

base::Result<base::Done> read_json(std::istream& in, const std::string& name, const RowSink& sink) {
    return ArrayReader(in, name, sink).read();
}

base::Result<base::Done> read_json_lines(std::istream& in, const std::string& name, const RowSink& sink) {
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const bool too_long = line.size() > k_row_bytes_max;
        const Refusal refusal{Reason::limit_exceeded, "import/row_too_long", place(name, number)};
        if (!sink(too_long ? base::Result<Row>(refusal) : row_of(line, name, number))) break;
    }
    return base::Done{};
}

base::Result<base::Done> read_rows(Format format, std::istream& in, const std::string& name, const RowSink& sink) {
    switch (format) {
        case Format::csv: return read_csv(in, name, sink);
        case Format::json: return read_json(in, name, sink);
        case Format::json_lines: return read_json_lines(in, name, sink);
    }
    return base::Done{};
}

}  // namespace hearth::ingest
