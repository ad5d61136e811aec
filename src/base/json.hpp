#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearth::base {

using Json = nlohmann::json;

/// RFC 8785 (JCS): members sorted by UTF-16 code units, ES6 numbers, minimal escapes, no white space. Strings must be UTF-8 and
/// numbers finite; integers beyond 2^53 are refused `malformed` base/json_number, since other readers would round them.
Result<std::string> canonical_json(const Json& value);

/// One JSON value and nothing after it, at most `depth_max` levels deep. Refused `malformed` base/json with line and column;
/// a member named twice is refused base/json_twice. Never throws.
Result<Json> parse_json(std::string_view text, int depth_max = 64);

}  // namespace hearth::base
