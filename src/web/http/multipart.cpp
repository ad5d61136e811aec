#include "web/http/multipart.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/bytes.hpp"

namespace hearth::web::http {
namespace {

constexpr std::string_view k_line_end = "\r\n";
constexpr std::size_t k_head_bytes_max = 2'048;

base::Refusal broken(std::string detail) { return {base::Reason::malformed, "http/multipart", {}, std::move(detail)}; }

bool same_letters(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

/// `value` or `"value"` at the beginning of `rest`, which is moved behind it. In quotes a backslash stands before a quote or
/// itself.
std::optional<std::string> take_value(std::string_view& rest) {
    std::string value;
    if (!rest.starts_with('"')) {
        value = trimmed(rest.substr(0, rest.find(';')));
        rest.remove_prefix(std::min(rest.size(), rest.find(';')));
        return value;
    }
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] == '"') {
            rest.remove_prefix(at + 1);
            return value;
        }
        if (rest[at] == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\')) ++at;
        value += rest[at];
    }
    return std::nullopt;
}

/// The parameter `wanted` of a header value `kind; name=value; ..`; nothing when it is absent or what stands before it is broken.
std::optional<std::string> parameter(std::string_view header, std::string_view wanted) {
    std::string_view rest = header.substr(std::min(header.size(), header.find(';')));
    while (rest.starts_with(';')) {
        rest = trimmed(rest.substr(1));
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string_view name = trimmed(rest.substr(0, equals));
        rest = trimmed(rest.substr(equals + 1));
        auto value = take_value(rest);
        if (!value) return std::nullopt;
        if (same_letters(name, wanted)) return value;
        rest = trimmed(rest);
    }
    return std::nullopt;
}

/// Browsers write a quote or a line break in a name as percent signs (HTML, section 4.10.22.8).
std::string as_named(std::string name) {
    for (const auto& [sent, meant] : {std::pair{"%22", "\""}, {"%0D", "\r"}, {"%0A", "\n"}}) {
        for (std::size_t at = name.find(sent); at != std::string::npos; at = name.find(sent, at + 1)) name.replace(at, 3, meant);
    }
    return name;
}

std::string without_folders(const std::string& name) { return name.substr(name.find_last_of("/\\") + 1); }

base::Result<Part> read_head(std::string_view head) {
    Part part;
    bool is_named = false;
    while (!head.empty()) {
        const std::size_t end = head.find(k_line_end);
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + k_line_end.size());
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return broken("header");
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (same_letters(line.substr(0, colon), "content-type")) part.content_type = value;
        if (!same_letters(line.substr(0, colon), "content-disposition")) continue;
        const auto name = parameter(value, "name");
        if (!value.starts_with("form-data") || !name || is_named) return broken("name");
        is_named = true;
        part.name = as_named(*name);
        part.file_name = without_folders(as_named(parameter(value, "filename").value_or("")));
    }
    if (part.name.empty() || !base::is_utf8(part.name) || !base::is_utf8(part.file_name)) return broken("name");
    return part;
}

std::string delimiter_of(std::string_view boundary) { return "\r\n--" + std::string(boundary); }

/// Whether the first delimiter stands at the very beginning.
bool begins(std::string_view body, std::string_view boundary) {
    return !boundary.empty() && body.starts_with(std::string_view(delimiter_of(boundary)).substr(k_line_end.size()));
}

/// The part behind a delimiter, with the delimiter that ends it, off the front of `rest`.
base::Result<Part> take_part(std::string_view& rest, const std::string& delimiter) {
    if (!rest.starts_with(k_line_end)) return broken("delimiter");
    rest.remove_prefix(k_line_end.size());
    const std::size_t head_end = rest.substr(0, k_head_bytes_max).find("\r\n\r\n");
    if (head_end == std::string_view::npos) return broken("header");
    HEARTH_TRY(part, read_head(rest.substr(0, head_end)));
    // An empty part ends with the line break that ends its head.
    rest.remove_prefix(head_end + k_line_end.size());
    const std::size_t end = rest.find(delimiter);
    if (end == std::string_view::npos) return broken("end");
    part.bytes = end < k_line_end.size() ? std::string_view() : rest.substr(k_line_end.size(), end - k_line_end.size());
    rest.remove_prefix(end + delimiter.size());
    return part;
}

}  // namespace

std::string boundary_in(std::string_view content_type) {
    constexpr std::size_t k_boundary_max = 70;
    if (!same_letters(trimmed(content_type.substr(0, content_type.find(';'))), "multipart/form-data")) return {};
    std::string boundary = parameter(content_type, "boundary").value_or("");
    return boundary.size() <= k_boundary_max ? boundary : std::string();
}

base::Result<std::vector<Part>> parts_in(std::string_view body, std::string_view boundary, std::size_t parts_max) {
    if (!begins(body, boundary)) return broken("delimiter");
    const std::string delimiter = delimiter_of(boundary);
    std::string_view rest = body.substr(delimiter.size() - k_line_end.size());
    std::vector<Part> parts;
    while (!rest.starts_with("--")) {
        if (parts.size() == parts_max)
            return base::Refusal{base::Reason::limit_exceeded, "http/parts", {}, std::to_string(parts_max)};
        HEARTH_TRY(part, take_part(rest, delimiter));
        parts.push_back(std::move(part));
    }
    const std::string_view after = rest.substr(2);
    if (!after.empty() && after != k_line_end) return broken("end");
    return parts;
}

std::vector<Part> whole_parts_in(std::string_view beginning, std::string_view boundary, std::size_t parts_max) {
    std::vector<Part> parts;
    if (!begins(beginning, boundary)) return parts;
    const std::string delimiter = delimiter_of(boundary);
    std::string_view rest = beginning.substr(delimiter.size() - k_line_end.size());
    while (parts.size() < parts_max && !rest.starts_with("--")) {
        auto part = take_part(rest, delimiter);
        if (!part) break;
        parts.push_back(std::move(*part));
    }
    return parts;
}

}  // namespace hearth::web::http
