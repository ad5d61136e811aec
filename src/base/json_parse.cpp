#include <algorithm>
#include <charconv>

#include "base/bytes.hpp"
#include "base/json.hpp"
#include "base/json_number.hpp"

namespace hearth::base {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Line and column of a byte; columns count characters.
Place place_of(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto is_lead = [](char c) { return (c & '\xc0') != '\x80'; };
    Place place;
    place.line = static_cast<int>(std::ranges::count(before, '\n')) + 1;
    place.column = static_cast<int>(std::ranges::count_if(before.substr(line_start), is_lead)) + 1;
    return place;
}

void append_utf8(std::string& out, std::uint32_t point) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (point >> shift & 0x3f)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0 | point >> 6);
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0 | point >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | point >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

template <class Kind>
Kind& become(Json& value) {
    value = Kind{};
    return *value.get_ptr<Kind*>();
}

/// RFC 8259, and nothing more. Every step returns false once it has refused.
class Reader {
public:
    Reader(std::string_view text, int depth_max) : text_(text), depth_left_(depth_max) {}

    Result<Json> read() {
        Json value;
        skip_space();
        if (!read_value(value)) return refusal_;
        skip_space();
        if (at_ == text_.size()) return value;
        (void)refuse();
        return refusal_;
    }

private:
    bool refuse(std::string_view rule = "base/json") { return refuse_at(at_, rule); }

    bool refuse_at(std::size_t at, std::string_view rule, std::string field = {}) {
        refusal_ = {Reason::malformed, std::string(rule), place_of(text_, at), {}};
        refusal_.place.field = std::move(field);
        return false;
    }

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
    }

    bool read_value(Json& value) {
        switch (peek()) {
            case '{': return read_nested(value, &Reader::read_object);
            case '[': return read_nested(value, &Reader::read_array);
            case '"': return read_string(become<Json::string_t>(value));
            case 't': return read_word("true", value, true);
            case 'f': return read_word("false", value, false);
            case 'n': return read_word("null", value, nullptr);
            default: return read_number(value);
        }
    }

    bool read_word(std::string_view word, Json& value, Json meaning) {
        if (!text_.substr(at_).starts_with(word)) return refuse();
        at_ += word.size();
        value = std::move(meaning);
        return true;
    }

    bool read_nested(Json& value, bool (Reader::*read)(Json&)) {
        if (depth_left_ == 0) return refuse("base/json_depth");
        --depth_left_;
        ++at_;
        skip_space();
        const bool read_well = (this->*read)(value);
        ++depth_left_;
        return read_well;
    }

    bool read_array(Json& value) {
        auto& array = become<Json::array_t>(value);
        if (take(']')) return true;
        while (true) {
            skip_space();
            if (!read_value(array.emplace_back())) return false;
            skip_space();
            if (take(']')) return true;
            if (!take(',')) return refuse();
        }
    }

    bool read_object(Json& value) {
        auto& object = become<Json::object_t>(value);
        if (take('}')) return true;
        while (true) {
            skip_space();
            if (!read_member(object)) return false;
            skip_space();
            if (take('}')) return true;
            if (!take(',')) return refuse();
        }
    }

    bool read_member(Json::object_t& object) {
        const std::size_t start = at_;
        std::string name;
        if (!read_string(name)) return false;
        skip_space();
        if (!take(':')) return refuse();
        skip_space();
        const auto [member, is_new] = object.try_emplace(name);
        if (!is_new) return refuse_at(start, "base/json_twice", name);
        return read_value(member->second);
    }

    bool read_string(std::string& out) {
        const std::size_t start = at_;
        if (!take('"')) return refuse();
        while (true) {
            const std::size_t run = at_;
            while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x20 && text_[at_] != '"' &&
                   text_[at_] != '\\') {
                ++at_;
            }
            out.append(text_.substr(run, at_ - run));
            if (take('"')) break;
            if (peek() != '\\') return refuse();
            if (!read_escape(out)) return false;
        }
        return is_utf8(out) || refuse_at(start, "base/utf8");
    }

    bool read_escape(std::string& out) {
        constexpr std::string_view letters = "\"\\/bfnrtu";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const std::size_t start = at_++;
        const std::size_t letter = letters.find(peek());
        if (at_ == text_.size() || letter == std::string_view::npos) return refuse_at(start, "base/json");
        ++at_;
        if (letter == meanings.size()) return read_code_point(out) || refuse_at(start, "base/json");
        out += meanings[letter];
        return true;
    }

    /// What follows "\u": four hex digits, and for a high surrogate the low one that must come next.
    bool read_code_point(std::string& out) {
        std::uint32_t point = 0;
        if (!read_hex4(point) || (point >= 0xdc00 && point < 0xe000)) return false;
        if (point >= 0xd800 && point < 0xdc00) {
            std::uint32_t low = 0;
            if (!take('\\') || !take('u') || !read_hex4(low) || low < 0xdc00 || low >= 0xe000) return false;
            point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
        }
        append_utf8(out, point);
        return true;
    }

    bool read_hex4(std::uint32_t& unit) {
        const std::string_view digits = text_.substr(at_, 4);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
        // from_chars would take a minus sign as well.
        if (digits.size() < 4 || error != std::errc{} || end != digits.data() + 4 || digits[0] == '-') return false;
        at_ += 4;
        return true;
    }

    bool skip_digits() {
        const std::size_t start = at_;
        while (is_digit(peek())) ++at_;
        return at_ > start;
    }

    bool read_number(Json& value) {
        const std::size_t start = at_;
        (void)take('-');
        if (!take('0') && !skip_digits()) return refuse();
        bool whole = true;
        if (take('.')) {
            whole = false;
            if (!skip_digits()) return refuse();
        }
        if (take('e') || take('E')) {
            whole = false;
            if (!take('-')) (void)take('+');
            if (!skip_digits()) return refuse();
        }
        const std::string_view number = text_.substr(start, at_ - start);
        return (whole && read_integer(number, value)) || read_float(number, whole, value) || refuse_at(start, "base/json_number");
    }

    static bool read_integer(std::string_view number, Json& value) {
        std::int64_t integer = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), integer);
        if (error != std::errc{} || !is_exact_in_double(integer)) return false;
        // As nlohmann reads them: unsigned unless there is a minus sign.
        if (integer >= 0) {
            value = static_cast<std::uint64_t>(integer);
        } else {
            value = integer;
        }
        return true;
    }

    /// A whole number beyond 2^53 is taken only in the spelling that its double has, since any other one would be rounded.
    static bool read_float(std::string_view number, bool whole, Json& value) {
        double real = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), real);
        if (error != std::errc{} || (whole && es6_text(real) != number)) return false;
        value = real;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_left_;
    Refusal refusal_{Reason::malformed, "base/json"};
};

}  // namespace

Result<Json> parse_json(std::string_view text, int depth_max) { return Reader(text, depth_max).read(); }

}  // namespace hearth::base
