#include "web/http/target.hpp"

#include <algorithm>
#include <ranges>

#include "base/bytes.hpp"
#include "base/percent.hpp"

namespace hearth::web::http {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

base::Refusal bad_encoding() { return {base::Reason::malformed, "http/encoding"}; }

std::vector<std::string_view> split(std::string_view text, char at) {
    if (text.empty()) return {text};
    std::vector<std::string_view> parts;
    for (const auto part : std::views::split(text, at)) parts.emplace_back(part.begin(), part.end());
    return parts;
}

base::Result<std::string> form_decoded(std::string_view text) {
    std::string spaced(text);
    std::ranges::replace(spaced, '+', ' ');
    return percent_decoded(spaced);
}

}  // namespace

base::Result<std::string> percent_decoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '%') {
            if (at + 2 >= text.size()) return bad_encoding();
            const int high = hex_digit(text[at + 1]);
            const int low = hex_digit(text[at + 2]);
            if (high < 0 || low < 0) return bad_encoding();
            c = static_cast<char>(high * 16 + low);
            at += 2;
        }
        if (c == '\0') return bad_encoding();
        decoded += c;
    }
    if (!base::is_utf8(decoded)) return bad_encoding();
    return decoded;
}

base::Result<std::vector<std::string>> path_segments(std::string_view path) {
    if (!path.starts_with('/')) return bad_encoding();
    std::vector<std::string> segments;
    for (const std::string_view part : split(path.substr(1), '/')) {
        HEARTH_TRY(segment, percent_decoded(part));
        segments.push_back(std::move(segment));
    }
    return segments;
}

base::Result<std::vector<std::pair<std::string, std::string>>> form_fields(std::string_view body, std::size_t fields_max) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (const std::string_view part : split(body, '&')) {
        if (part.empty()) continue;
        if (fields.size() == fields_max) return base::Refusal{base::Reason::limit_exceeded, "http/fields"};
        const auto equals = part.find('=');
        HEARTH_TRY(name, form_decoded(part.substr(0, equals)));
        HEARTH_TRY(value, form_decoded(equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1)));
        fields.emplace_back(std::move(name), std::move(value));
    }
    return fields;
}

std::string form_field(std::string_view name, std::string_view value) {
    return base::percent_encoded(name) + "=" + base::percent_encoded(value);
}

}  // namespace hearth::web::http
