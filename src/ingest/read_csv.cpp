#include <csv.h>

#include <istream>
#include <set>
#include <vector>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "ingest/row.hpp"

namespace hearth::ingest {
namespace {

using base::Reason;
using base::Refusal;

/// libcsv hands over fields and ends of rows but keeps no lines, so it is fed one physical line at a time.
class CsvReader {
public:
    CsvReader(std::string name, const RowSink& sink, const HeadingSink& heading)
        : name_(std::move(name)), sink_(sink), heading_(heading) {
        start();
    }
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader() { csv_free(&parser_); }

    base::Result<base::Done> read(std::istream& in) {
        std::string line;
        while (!stopped_ && std::getline(in, line)) {
            ++line_;
            if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (!in.eof()) line += '\n';
            take(line);
            if (heading_refusal_) return *heading_refusal_;
        }
        if (!stopped_ && csv_fini(&parser_, on_field, on_row, this) != 0) refuse_row(Reason::malformed, "import/csv", 0);
        if (heading_refusal_) return *heading_refusal_;
        if (columns_.empty()) return Refusal{Reason::malformed, "import/no_heading", place(0)};
        return base::Done{};
    }

private:
    static void on_field(void* bytes, std::size_t size, void* self) {
        static_cast<CsvReader*>(self)->fields_.emplace_back(static_cast<const char*>(bytes), size);
    }
    static void on_row(int /*terminator*/, void* self) { static_cast<CsvReader*>(self)->end_row(); }

    [[nodiscard]] base::Place place(int line, int column = 0, const std::string& field = {}) const {
        return {.file = name_, .line = line, .column = column, .field = field};
    }

    void start() {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw base::Fault("libcsv does not start");
        // RFC 4180, section 2.4: spaces are part of a field.
        csv_set_space_func(&parser_, [](unsigned char) { return 0; });
    }

    void restart() {
        csv_free(&parser_);
        start();
        fields_.clear();
        in_row_ = false;
    }

    void take(const std::string& line) {
        if (!in_row_) {
            if (line == "\n" || line == "\r\n" || line.empty()) return;
            in_row_ = true;
            row_line_ = line_;
            row_bytes_ = 0;
        }
        row_bytes_ += line.size();
        if (row_bytes_ > k_row_bytes_max) return refuse_row(Reason::limit_exceeded, "import/row_too_long", 0);
        const std::size_t taken = csv_parse(&parser_, line.data(), line.size(), on_field, on_row, this);
        if (taken == line.size()) return;
        if (csv_error(&parser_) != CSV_EPARSE) throw base::Fault("libcsv: out of memory");
        refuse_row(Reason::malformed, "import/csv", static_cast<int>(taken) + 1);
    }

    void end_row() {
        in_row_ = false;
        std::vector<std::string> fields;
        fields.swap(fields_);
        if (stopped_ || heading_refusal_) return;
        if (columns_.empty()) return take_heading(fields);
        if (fields.size() != columns_.size()) {
            const std::string count = std::to_string(fields.size()) + " for " + std::to_string(columns_.size());
            return give(Refusal{Reason::malformed, "import/row_columns", place(row_line_), count});
        }
        give(row_of(fields));
    }

    base::Result<Row> row_of(std::vector<std::string>& fields) const {
        Row row{row_line_, base::Json::object()};
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (!base::is_utf8(fields[i])) return Refusal{Reason::malformed, "import/utf8", place(row_line_, 0, columns_[i])};
            row.values[columns_[i]] = fields[i].empty() ? base::Json() : base::Json(std::move(fields[i]));
        }
        return row;
    }

    void take_heading(const std::vector<std::string>& names) {
        std::set<std::string> seen;
        for (const std::string& name : names) {
            const base::Place named = place(row_line_, 0, base::is_utf8(name) ? name : "");
            if (named.field.empty()) heading_refusal_ = Refusal{Reason::malformed, "import/column_unnamed", named};
            if (!seen.insert(name).second) heading_refusal_ = Refusal{Reason::malformed, "import/column_twice", named};
        }
        columns_ = names;
        if (heading_ && !heading_refusal_) heading_(columns_, row_line_);
    }

    void refuse_row(Reason reason, const std::string& rule, int column) {
        const Refusal refusal{reason, rule, place(column > 0 ? line_ : row_line_, column)};
        if (columns_.empty()) heading_refusal_ = refusal;
        restart();
        if (!heading_refusal_) give(refusal);
    }

    void give(base::Result<Row> row) { stopped_ = stopped_ || !sink_(std::move(row)); }

    std::string name_;
    const RowSink& sink_;
    const HeadingSink& heading_;
    csv_parser parser_{};
    std::vector<std::string> columns_;
    std::vector<std::string> fields_;
    std::optional<Refusal> heading_refusal_;
    std::size_t row_bytes_ = 0;
    int line_ = 0;
    int row_line_ = 0;
    bool in_row_ = false;
    bool stopped_ = false;
};

}  // namespace

base::Result<base::Done> read_csv(std::istream& in, const std::string& name, const RowSink& sink, const HeadingSink& heading) {
    return CsvReader(name, sink, heading).read(in);
}

}  // namespace hearth::ingest
