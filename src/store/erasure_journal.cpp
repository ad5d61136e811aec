#include "store/erasure_journal.hpp"

#include <set>

#include "base/fault.hpp"
#include "base/json.hpp"
#include "store/files.hpp"

namespace hearth::store {
namespace {

std::string to_line(const JournalLine& line) {
    return base::Json{{"entry", line.entry}, {"name", line.name}, {"leaf", line.leaf_digest}}.dump() + "\n";
}

JournalLine from_line(const std::string& text, const std::filesystem::path& journal, std::size_t number) {
    const auto value = base::Json::parse(text, nullptr, false);
    if (!value.is_object() || !value.contains("entry") || !value["entry"].is_number_unsigned() || !value.contains("name") ||
        !value["name"].is_string() || !value.contains("leaf") || !value["leaf"].is_string()) {
        throw base::Fault("journal of erasures: line " + std::to_string(number) + " of " + journal.string() + " is damaged");
    }
    return {value["entry"].get<std::uint64_t>(), value["name"].get<std::string>(), value["leaf"].get<std::string>()};
}

void drop_cut_off_line(const std::filesystem::path& journal) {
    if (!std::filesystem::exists(journal)) return;
    const std::string text = read_file(journal);
    const std::size_t whole = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
    if (whole < text.size()) std::filesystem::resize_file(journal, whole);
}

}  // namespace

void append_erasures(const std::filesystem::path& journal, const std::vector<JournalLine>& lines) {
    drop_cut_off_line(journal);
    std::string text;
    for (const JournalLine& line : lines) text += to_line(line);
    append_synced(journal, text);
}

std::vector<JournalLine> read_erasures(const std::filesystem::path& journal) {
    if (!std::filesystem::exists(journal)) return {};
    const std::string text = read_file(journal);
    std::vector<JournalLine> lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        lines.push_back(from_line(text.substr(begin, end - begin), journal, lines.size() + 1));
        begin = end + 1;
    }
    return lines;
}

void merge_erasures(const std::filesystem::path& from, const std::filesystem::path& into) {
    const auto known = read_erasures(into);
    std::set<JournalLine> seen(known.begin(), known.end());
    std::vector<JournalLine> missing;
    for (const JournalLine& line : read_erasures(from)) {
        if (seen.insert(line).second) missing.push_back(line);
    }
    if (!missing.empty()) append_erasures(into, missing);
}

}  // namespace hearth::store
