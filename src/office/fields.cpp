#include <algorithm>

#include "office/fields.hpp"

namespace hearth::office {

namespace {

using base::Json;
using base::Reason;
using base::Refusal;

constexpr std::size_t k_text_bytes_max = 1'000;
constexpr std::size_t k_long_text_bytes_max = 20'000;
constexpr std::size_t k_points_max = 20;

Refusal bad(const procedure::Field& field, std::string detail = {}) {
    return {Reason::malformed, "office/field_" + field.type, {.field = field.id}, std::move(detail)};
}

Refusal too_long(const procedure::Field& field, std::size_t bytes_max) {
    return {Reason::limit_exceeded, "office/field_length", {.field = field.id}, std::to_string(bytes_max)};
}

bool is_control(char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\n' && c != '\r' && c != '\t') || u == 0x7f;
}

/// Text as people write it: not blank, UTF-8, no control characters but line breaks and tabs.
base::Result<base::Done> check_text(const procedure::Field& field, const Json& value, std::size_t bytes_max) {
    if (!value.is_string()) return bad(field, "text");
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > bytes_max) return too_long(field, bytes_max);
    if (!base::is_utf8(text)) return bad(field, "utf8");
    if (std::any_of(text.begin(), text.end(), is_control)) return bad(field, "control");
    if (std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; })) {
        return bad(field, "blank");
    }
    return base::Done{};
}

base::Result<base::Done> check_list(const procedure::Field& field, const Json& value) {
    if (!value.is_array() || value.empty()) return bad(field, "list");
    if (value.size() > k_points_max)
        return Refusal{Reason::limit_exceeded, "office/field_count", {.field = field.id}, std::to_string(k_points_max)};
    for (const Json& item : value) {
        if (const auto ok = check_text(field, item, k_long_text_bytes_max / 4); !ok) return ok.error();
    }
    return base::Done{};
}

/// What is cited: {"text": .., "article": .., "published": date, "from": date, "until": date} with at least the text, or the name
/// of a text alone.
base::Result<base::Done> check_rule(const procedure::Field& field, const Json& rule) {
    if (!rule.is_object()) return check_text(field, rule, k_text_bytes_max);
    if (!rule.contains("text")) return bad(field, "text");
    for (const auto& [name, part] : rule.items()) {
        const bool is_date = name == "published" || name == "from" || name == "until";
        if (!is_date && name != "text" && name != "article") return bad(field, name.substr(0, 40));
        if (const auto ok = check_text(field, part, k_text_bytes_max); !ok) return ok.error();
        if (is_date && !base::parse_date(part.get_ref<const std::string&>())) return bad(field, name);
    }
    return base::Done{};
}

base::Result<base::Done> check_rules(const procedure::Field& field, const Json& value) {
    if (!value.is_array() || value.empty()) return bad(field, "list");
    if (value.size() > k_points_max) {
        return Refusal{Reason::limit_exceeded, "office/field_count", {.field = field.id}, std::to_string(k_points_max)};
    }
    for (const Json& rule : value) {
        if (const auto ok = check_rule(field, rule); !ok) return ok.error();
    }
    return base::Done{};
}

/// Whole numbers that every reader of JSON keeps exactly.
bool is_exact(const Json& value) {
    constexpr std::int64_t most = std::int64_t{1} << 53;
    if (value.is_number_unsigned()) return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most);
    return value.is_number_integer() && value.get<std::int64_t>() >= -most && value.get<std::int64_t>() <= most;
}

base::Result<base::Done> check_choice(const procedure::Field& field, const Json& value) {
    const bool known = value.is_string() && std::any_of(field.options.begin(), field.options.end(), [&](const auto& option) {
                           return option.first == value.get_ref<const std::string&>();
                       });
    if (!known) return bad(field, value.is_string() ? value.get<std::string>().substr(0, 40) : "text");
    return base::Done{};
}

base::Result<base::Done> check_date(const procedure::Field& field, const Json& value) {
    if (!value.is_string() || !base::parse_date(value.get_ref<const std::string&>())) return bad(field, "date");
    return base::Done{};
}

bool is_degrees(const Json& value, const char* name, double most) {
    return value.contains(name) && value[name].is_number() && value[name].get<double>() >= -most &&
           value[name].get<double>() <= most;
}

/// A place in words, or {"lat": .., "long": .., "name"?: ..} in degrees of WGS 84.
base::Result<base::Done> check_place(const procedure::Field& field, const Json& value) {
    if (value.is_string()) return check_text(field, value, k_text_bytes_max);
    if (!value.is_object() || !is_degrees(value, "lat", 90) || !is_degrees(value, "long", 180)) return bad(field, "place");
    for (const auto& [name, part] : value.items()) {
        if (name != "lat" && name != "long" && name != "name") return bad(field, name.substr(0, 40));
    }
    if (value.contains("name")) return check_text(field, value["name"], k_text_bytes_max);
    return base::Done{};
}

bool is_hex_digest(const Json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// A paper that lies encrypted beside the record: {"paper": hex digest of the ciphertext, "digest": hex digest of the plain bytes,
/// "name": .., "bytes": n}. A list of them is one field.
base::Result<base::Done> check_paper(const procedure::Field& field, const Json& value) {
    const Json papers = value.is_array() ? value : Json::array({value});
    if (papers.empty() || papers.size() > k_points_max) return bad(field, "list");
    for (const Json& paper : papers) {
        const bool whole = paper.is_object() && paper.contains("paper") && is_hex_digest(paper["paper"]) &&
                           paper.contains("digest") && is_hex_digest(paper["digest"]) && paper.contains("bytes") &&
                           paper["bytes"].is_number_unsigned() && is_exact(paper["bytes"]) && paper.size() == 4;
        if (!whole || !paper.contains("name")) return bad(field, "paper");
        if (const auto ok = check_text(field, paper["name"], 255); !ok) return ok.error();
    }
    return base::Done{};
}

}  // namespace

bool is_sealed(const Json& value) {
    return value.is_object() && value.size() == 2 && value.contains("sealed") && value.contains("to") &&
           value["sealed"].is_string() && (value["to"].is_object() || value["to"].is_string());
}

base::Result<base::Done> check_field(const procedure::Field& field, const Json& value) {
    const std::string& type = field.type;
    if (type == "choice") return check_choice(field, value);
    if (type == "date" || type == "person.birth_date") return check_date(field, value);
    if (type == "place") return check_place(field, value);
    if (type == "paper" || type == "photo") return check_paper(field, value);
    if (type == "points" || type == "reasons" || type == "evidence") return check_list(field, value);
    if (type == "rules") return check_rules(field, value);
    if (type == "long_text" || type == "facts") return check_text(field, value, k_long_text_bytes_max);
    if (type == "yes_no") return value.is_boolean() ? base::Result<base::Done>(base::Done{}) : bad(field, "yes_no");
    if (type == "number" || type == "amount") {
        return is_exact(value) ? base::Result<base::Done>(base::Done{}) : bad(field, "whole_number");
    }
    return check_text(field, value, k_text_bytes_max);
}

bool is_required(const procedure::Field& field, const procedure::Form& form) {
    const std::string& t = field.type;
    if (t == "points" || t == "facts" || t == "evidence" || t == "rules" || t == "reasons") return true;
    const auto first_words =
        std::find_if(form.fields.begin(), form.fields.end(), [](const auto& f) { return f.type == "long_text"; });
    const bool has_points = std::any_of(form.fields.begin(), form.fields.end(), [](const auto& f) { return f.type == "points"; });
    return !has_points && first_words != form.fields.end() && first_words->id == field.id;
}

base::Result<base::Done> check_fields(const procedure::Form* form, const std::map<std::string, Json>& fields, bool imported) {
    for (const auto& [id, value] : fields) {
        const auto known = [&] {
            return std::find_if(form->fields.begin(), form->fields.end(), [&](const auto& f) { return f.id == id; });
        };
        if (form == nullptr || known() == form->fields.end()) {
            return Refusal{Reason::malformed, "office/unknown_field", {.field = id.substr(0, 64)}};
        }
        const procedure::Field& field = *known();
        if (field.klass == procedure::FieldClass::sealed && is_sealed(value)) continue;
        if (const auto ok = check_field(field, value); !ok) return ok.error();
    }
    if (form == nullptr || imported) return base::Done{};
    for (const procedure::Field& field : form->fields) {
        if (is_required(field, *form) && !fields.contains(field.id))
            return Refusal{Reason::malformed, "office/missing_field", {.field = field.id}};
    }
    return base::Done{};
}

}  // namespace hearth::office
