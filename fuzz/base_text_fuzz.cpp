// Whatever the small readers of base take, they give back in one spelling.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "base/time.hpp"

using namespace hearth::base;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto bytes = from_base64(text)) HEARTH_CHECK(base64(*bytes) == text);
    if (const auto bytes = from_base64url(text)) HEARTH_CHECK(base64url(*bytes) == text);
    if (const auto bytes = from_hex(text)) HEARTH_CHECK(from_hex(hex(*bytes)).value() == *bytes);
    if (const auto date = parse_date(text)) HEARTH_CHECK(to_string(*date) == text);
    if (const auto instant = parse_rfc3339(text)) {
        HEARTH_CHECK(parse_rfc3339(to_rfc3339(*instant)).has_value());
    }
    (void)is_utf8(text);
    return 0;
}
