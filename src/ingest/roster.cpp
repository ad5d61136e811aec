#include "ingest/roster.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "ingest/row.hpp"
#include "procedure/forbidden_words.hpp"

namespace hearth::ingest {
namespace {

using base::Reason;
using base::Refusal;

constexpr const char* k_household = "household";
constexpr const char* k_representative = "representative";
constexpr const char* k_until = "until";

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool has_control_characters(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

std::string without_blanks_around(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Takes one row after the other and keeps whatever is wrong.
class RosterReader {
public:
    explicit RosterReader(std::string file) : file_(std::move(file)) {}

    void take_heading(const std::vector<std::string>& columns, int line) {
        line_ = line;
        for (const char* name : {k_household, k_representative})
            if (std::ranges::find(columns, name) == columns.end()) refuse(Reason::not_found, "roster/no_column", name, {});
        constexpr std::array<std::string_view, 3> k_known = {k_household, k_representative, k_until};
        for (const std::string& name : columns) {
            if (std::ranges::find(k_known, name) != k_known.end()) continue;
            const auto word = procedure::forbidden_word(name);
            refuse(Reason::not_permitted, word ? "roster/forbidden_column" : "roster/other_column", name, word.value_or(""));
        }
    }

    void take(const base::Result<Row>& row) {
        if (!row) return refusals.push_back(row.error());
        people::RosterLine line{
            people::household_label(text_of(*row, k_household)), without_blanks_around(text_of(*row, k_representative)), {}};
        line_ = row->line;
        check_text(line.household, k_household, k_household_chars_max);
        check_text(line.representative, k_representative, k_representative_chars_max);
        check_label(line.household);
        const std::string until = without_blanks_around(text_of(*row, k_until));
        if (const auto day = base::parse_date(until)) {
            line.until = *day;
        } else if (!until.empty()) {
            refuse(Reason::malformed, "roster/until", k_until, {});
        }
        lines.push_back(std::move(line));
    }

    std::vector<people::RosterLine> lines;
    std::vector<Refusal> refusals;

private:
    static std::string text_of(const Row& row, const char* column) {
        const auto found = row.values.find(column);
        return found != row.values.end() && found->is_string() ? found->get<std::string>() : std::string();
    }

    void refuse(Reason reason, const char* rule, const std::string& column, const std::string& detail) {
        refusals.push_back({reason, rule, {.file = file_, .line = line_, .column = 0, .field = column}, detail});
    }

    void check_text(const std::string& text, const char* column, std::size_t chars_max) {
        if (has_control_characters(text)) refuse(Reason::malformed, "roster/letters", column, {});
        if (characters(text) > chars_max) refuse(Reason::limit_exceeded, "roster/too_long", column, std::to_string(chars_max));
    }

    void check_label(const std::string& label) {
        if (label.empty()) return refuse(Reason::malformed, "roster/no_household", k_household, {});
        const auto [first, is_new] = line_of_.try_emplace(label, line_);
        if (!is_new) refuse(Reason::conflict, "roster/twice", k_household, std::to_string(first->second));
    }

    std::string file_;
    int line_ = 0;
    std::map<std::string, int> line_of_;  // label -> where it stands first
};

}  // namespace

std::variant<std::vector<people::RosterLine>, std::vector<Refusal>> parse_roster(std::istream& in, const std::string& file) {
    RosterReader reader(file);
    const auto whole = read_csv(
        in, file,
        [&reader](const base::Result<Row>& row) {
            reader.take(row);
            return true;
        },
        [&reader](const std::vector<std::string>& columns, int line) { reader.take_heading(columns, line); });
    if (!whole) reader.refusals.push_back(whole.error());
    if (reader.lines.empty() && reader.refusals.empty())
        reader.refusals.push_back({Reason::malformed, "roster/empty", {.file = file, .line = 0, .column = 0, .field = {}}, {}});
    if (!reader.refusals.empty()) return reader.refusals;
    return reader.lines;
}

}  // namespace hearth::ingest
