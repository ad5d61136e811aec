#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/bytes.hpp"
#include "base/json_number.hpp"

namespace hearth::base {

namespace {

/// Where a first differing byte stands in the order of UTF-16 code units: surrogates (four-byte sequences) come before U+E000 to
/// U+FFFF (leads 0xee and 0xef), everything else as in UTF-8.
int utf16_rank(char c) {
    const int byte = static_cast<unsigned char>(c);
    return byte == 0xee || byte == 0xef ? byte + 0x10 : byte;
}

bool utf16_less(const std::string& a, const std::string& b) {
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (in_b == b.end()) return false;
    return in_a == a.end() || utf16_rank(*in_a) < utf16_rank(*in_b);
}

/// Whether the byte order of the names may differ from their UTF-16 order.
bool needs_sorting(const Json::object_t& object) {
    return std::ranges::any_of(object, [](const auto& member) {
        return std::ranges::any_of(member.first, [](char c) { return (c & '\xf0') == '\xf0'; });
    });
}

class Writer {
public:
    /// False at the first value that has no canonical form; `refusal` then says why.
    bool write(const Json& value) {
        switch (value.type()) {
            case Json::value_t::null: out_ += "null"; return true;
            case Json::value_t::boolean: out_ += value.get<bool>() ? "true" : "false"; return true;
            case Json::value_t::string: return write_string(*value.get_ptr<const Json::string_t*>());
            case Json::value_t::array: return write_array(*value.get_ptr<const Json::array_t*>());
            case Json::value_t::object: return write_object(*value.get_ptr<const Json::object_t*>());
            case Json::value_t::number_integer: return write_integer(value.get<std::int64_t>());
            case Json::value_t::number_unsigned: return write_integer(value.get<std::uint64_t>());
            case Json::value_t::number_float: return write_float(value.get<double>());
            default: return refuse("base/json");
        }
    }

    Result<std::string> finish(bool written) && {
        if (!written) return Refusal{Reason::malformed, std::move(rule_)};
        return std::move(out_);
    }

private:
    bool refuse(std::string rule) {
        rule_ = std::move(rule);
        return false;
    }

    template <class Integer>
    bool write_integer(Integer value) {
        if (!is_exact_in_double(value)) return refuse("base/json_number");
        std::array<char, 24> text;
        out_.append(text.data(), std::to_chars(text.begin(), text.end(), value).ptr);
        return true;
    }

    bool write_float(double value) {
        if (!std::isfinite(value)) return refuse("base/json_number");
        out_ += es6_text(value);
        return true;
    }

    bool write_string(const std::string& text) {
        if (!is_utf8(text)) return refuse("base/utf8");
        out_ += '"';
        std::size_t copied = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
            out_.append(text, copied, i - copied);
            write_escape(c);
            copied = i + 1;
        }
        out_.append(text, copied);
        out_ += '"';
        return true;
    }

    void write_escape(char c) {
        constexpr std::string_view named = "\"\\\b\f\n\r\t";
        constexpr std::string_view letters = "\"\\bfnrt";
        constexpr std::string_view digits = "0123456789abcdef";
        out_ += '\\';
        if (const auto at = named.find(c); at != std::string_view::npos) {
            out_ += letters[at];
            return;
        }
        out_ += "u00";
        out_ += digits[static_cast<unsigned char>(c) >> 4];
        out_ += digits[static_cast<unsigned char>(c) & 15];
    }

    bool write_array(const Json::array_t& array) {
        out_ += '[';
        bool first = true;
        for (const Json& element : array) {
            if (!first) out_ += ',';
            first = false;
            if (!write(element)) return false;
        }
        out_ += ']';
        return true;
    }

    bool write_object(const Json::object_t& object) {
        out_ += '{';
        if (needs_sorting(object) ? !write_sorted(object) : !write_members(object)) return false;
        out_ += '}';
        return true;
    }

    bool write_members(const Json::object_t& object) {
        bool first = true;
        return std::ranges::all_of(object, [&](const auto& member) {
            if (!first) out_ += ',';
            first = false;
            return write_member(member);
        });
    }

    bool write_sorted(const Json::object_t& object) {
        std::vector<const Json::object_t::value_type*> members;
        members.reserve(object.size());
        for (const auto& member : object) members.push_back(&member);
        std::ranges::sort(members, [](const auto* a, const auto* b) { return utf16_less(a->first, b->first); });
        bool first = true;
        return std::ranges::all_of(members, [&](const auto* member) {
            if (!first) out_ += ',';
            first = false;
            return write_member(*member);
        });
    }

    bool write_member(const Json::object_t::value_type& member) {
        if (!write_string(member.first)) return false;
        out_ += ':';
        return write(member.second);
    }

    std::string out_;
    std::string rule_;
};

}  // namespace

Result<std::string> canonical_json(const Json& value) {
    Writer writer;
    const bool written = writer.write(value);
    return std::move(writer).finish(written);
}

}  // namespace hearth::base
