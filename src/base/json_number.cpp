#include "base/json_number.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace hearth::base {

namespace {

/// A positive double as its shortest digits and the power of ten of the first: 0.0123 is {"123", -2}.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

Decimal shortest(double positive) {
    std::array<char, 32> text;
    const char* end = std::to_chars(text.begin(), text.end(), positive, std::chars_format::scientific).ptr;
    const std::string_view written(text.data(), end);
    const std::size_t e = written.find('e');
    Decimal decimal;
    for (const char c : written.substr(0, e)) {
        if (c != '.') decimal.digits += c;
    }
    // "e+21": from_chars takes no plus sign.
    const std::size_t sign = written[e + 1] == '+' ? e + 2 : e + 1;
    std::from_chars(text.data() + sign, end, decimal.exponent);
    return decimal;
}

std::string exponential(const Decimal& d) {
    std::string out = d.digits.substr(0, 1);
    if (d.digits.size() > 1) out += "." + d.digits.substr(1);
    out += d.exponent < 0 ? "e-" : "e+";
    return out + std::to_string(d.exponent < 0 ? -d.exponent : d.exponent);
}

}  // namespace

std::string es6_text(double value) {
    if (value == 0) return "0";
    if (value < 0) return "-" + es6_text(-value);
    Decimal d = shortest(value);
    if (d.exponent >= 21 || d.exponent < -6) return exponential(d);
    if (d.exponent < 0) return "0." + std::string(static_cast<std::size_t>(-d.exponent - 1), '0') + d.digits;
    const auto whole = static_cast<std::size_t>(d.exponent) + 1;
    if (d.digits.size() <= whole) return d.digits.append(whole - d.digits.size(), '0');
    return d.digits.insert(whole, ".");
}

}  // namespace hearth::base
