#include "web/forms/typed.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "office/fields.hpp"
#include "web/http/target.hpp"

namespace hearth::web::forms {
namespace {

using base::Json;

constexpr std::string_view k_blanks = " \t\r\n";

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(k_blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(k_blanks) - first + 1));
}

/// Browsers send line ends as CR LF; the record keeps LF.
std::string with_plain_line_ends(std::string text) {
    std::erase(text, '\r');
    return text;
}

Json lines_in(std::string_view text) {
    Json lines = Json::array();
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (std::string line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// "Rural Road Regulation; 19; 2020-01-01; 2020-03-01": name, article, day of publication, in force from. The name alone stays a
/// text.
Json rule_in(const std::string& line) {
    constexpr std::string_view k_wide = "\uff1b";
    std::string plain = line;
    for (auto at = plain.find(k_wide); at != std::string::npos; at = plain.find(k_wide)) plain.replace(at, k_wide.size(), ";");
    Json rule = Json::object();
    std::string_view rest = plain;
    for (const char* part : {"text", "article", "published", "from"}) {
        const auto end = std::min(rest.find(';'), rest.size());
        if (std::string text = trimmed(rest.substr(0, end)); !text.empty()) rule[part] = std::move(text);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!rest.empty()) return Json(line);
    return rule.size() == 1 && rule.contains("text") ? rule["text"] : rule;
}

Json rules_in(std::string_view text) {
    Json rules = lines_in(text);
    for (Json& rule : rules) rule = rule_in(rule.get<std::string>());
    return rules;
}

/// What is no whole number stays text, and is refused as such.
Json whole_number_in(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? Json(number) : Json(text);
}

bool is_date(const procedure::Field& field) { return field.type == "date" || field.type == "person.birth_date"; }

bool is_list(const procedure::Field& field) {
    return field.type == "points" || field.type == "reasons" || field.type == "evidence";
}

std::optional<Json> date_in(const std::string& name, const Posted& texts) {
    const std::string year = text_of(texts, name + ".year");
    const std::string month = text_of(texts, name + ".month");
    const std::string day = text_of(texts, name + ".day");
    if (year.empty() && month.empty() && day.empty()) return std::nullopt;
    return Json(fmt::format("{:0>4}-{:0>2}-{:0>2}", year, month, day));
}

/// Nothing when nothing was typed.
std::optional<Json> value_in(const procedure::Field& field, const Posted& texts) {
    const std::string name = name_of(field);
    if (is_date(field)) return date_in(name, texts);
    const std::string text = trimmed(text_of(texts, name));
    if (text.empty()) return std::nullopt;
    if (is_list(field)) return lines_in(text);
    if (field.type == "rules") return rules_in(text);
    if (field.type == "yes_no") return text == "yes" ? Json(true) : text == "no" ? Json(false) : Json(text);
    if (field.type == "number" || field.type == "amount") return whole_number_in(text);
    return Json(text);
}

void keep_texts(const procedure::Field& field, const Posted& posted, Posted& texts) {
    const std::string name = name_of(field);
    std::vector<std::string> names = {name};
    if (is_date(field)) names = {name + ".year", name + ".month", name + ".day"};
    for (const std::string& one : names) {
        if (const auto found = posted.find(one); found != posted.end()) {
            texts[one] = is_date(field) ? trimmed(found->second) : with_plain_line_ends(found->second);
        }
    }
}

/// "<file>.<key>.<bytes>.<name>"; nothing for what no page of ours wrote, since the file becomes a name on the disk.
std::optional<TakenPaper> taken_in(std::string_view text) {
    constexpr std::size_t k_hex_chars = 64;
    constexpr std::size_t k_head_chars = 2 * (k_hex_chars + 1);
    if (text.size() < k_head_chars || text[k_hex_chars] != '.' || text[k_head_chars - 1] != '.') return std::nullopt;
    const auto file = base::from_hex(text.substr(0, k_hex_chars));
    const auto key = base::from_hex(text.substr(k_hex_chars + 1, k_hex_chars));
    const std::string_view rest = text.substr(k_head_chars);
    const auto dot = rest.find('.');
    const auto bytes = number_in(std::string(rest.substr(0, dot)));
    if (!file || !key || !bytes || dot == std::string_view::npos || !base::is_utf8(rest)) return std::nullopt;
    return TakenPaper{{}, {}, base::hex(*file), *key, *bytes, std::string(rest.substr(dot + 1))};
}

void keep_papers(const procedure::Field& field, const Posted& posted, Typed& typed) {
    const std::string mark = std::string(k_paper_mark) + field.id + ".";
    for (auto at = posted.lower_bound(mark); at != posted.end() && at->first.starts_with(mark); ++at) {
        auto paper = taken_in(at->second);
        if (!paper) continue;
        paper->text = at->first;
        paper->field = field.id;
        typed.texts.insert(*at);
        typed.papers.push_back(std::move(*paper));
    }
}

}  // namespace

Posted posted_in(std::string_view content_type, std::string_view body) {
    Posted posted;
    if (!content_type.starts_with("application/x-www-form-urlencoded")) return posted;
    const auto fields = http::form_fields(body);
    if (!fields) return posted;
    for (const auto& [name, value] : *fields) posted[name] = value;
    return posted;
}

const std::string& text_of(const Posted& posted, const std::string& name) {
    static const std::string none;
    const auto found = posted.find(name);
    return found == posted.end() ? none : found->second;
}

std::optional<std::uint64_t> number_in(const std::string& text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string name_of(const procedure::Field& field) { return "f." + field.id; }

bool takes_papers(const procedure::Field& field) { return field.type == "paper" || field.type == "photo"; }

std::string paper_name_of(const procedure::Field& field, std::size_t number) {
    return std::string(k_paper_mark) + field.id + "." + std::to_string(number);
}

std::string text_of_taken(const TakenPaper& paper) {
    return paper.file + "." + base::hex(paper.key) + "." + std::to_string(paper.bytes) + "." + paper.name;
}

Typed read_typed(const procedure::Form* form, const Posted& posted) {
    Typed typed;
    if (form == nullptr) return typed;
    for (const procedure::Field& field : form->fields) {
        if (takes_papers(field)) {
            keep_papers(field, posted, typed);
            continue;
        }
        keep_texts(field, posted, typed.texts);
        auto value = value_in(field, typed.texts);
        if (!value) {
            if (office::is_required(field, *form)) {
                typed.faults.insert({field.id, {base::Reason::malformed, "office/missing_field", {.field = field.id}}});
            }
            continue;
        }
        if (const auto checked = office::check_field(field, *value); !checked) typed.faults.insert({field.id, checked.error()});
        typed.fields[field.id] = std::move(*value);
    }
    return typed;
}

}  // namespace hearth::web::forms
