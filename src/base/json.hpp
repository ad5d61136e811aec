#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearth::base {

using Json = nlohmann::json;

/// RFC 8785 (JCS): members sorted by UTF-16 code units, ES6 numbers, minimal escapes, no white space. Refused `malformed`:
/// text that is not UTF-8 (base/utf8); numbers that are not finite, and integers beyond 2^53, since other readers would round
/// them (base/json_number).
Result<std::string> canonical_json(const Json& value);

/// One JSON value (RFC 8259) and nothing after it, arrays and objects nested at most `depth_max` deep. Refused `malformed` with
/// line and column: base/json; base/json_twice (a member named twice, its name as field); base/json_depth; base/utf8;
/// base/json_number (a number that a double cannot hold, or an integer beyond 2^53 that it would round). Never throws.
Result<Json> parse_json(std::string_view text, int depth_max = 64);

}  // namespace hearth::base
