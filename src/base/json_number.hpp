#pragma once

#include <cstdint>
#include <string>

/// Numbers as JSON readers of other languages hold them: doubles (RFC 8785 section 3.2.2.3).
namespace hearth::base {

/// The text that ECMAScript gives a finite number (ECMA-262, Number::toString): shortest digits that read back as the same double.
std::string es6_text(double value);

/// Whether every reader sees this integer unrounded: within +-2^53.
constexpr bool is_exact_in_double(std::int64_t value) {
    constexpr std::int64_t limit = std::int64_t{1} << 53;
    return value >= -limit && value <= limit;
}
constexpr bool is_exact_in_double(std::uint64_t value) { return value <= std::uint64_t{1} << 53; }

}  // namespace hearth::base
