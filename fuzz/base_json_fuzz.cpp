// Whatever JSON is taken has one canonical form, which is its own canonical form.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "base/json.hpp"

using namespace hearth::base;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto value = parse_json({reinterpret_cast<const char*>(data), size});
    if (!value) return 0;
    const auto canonical = canonical_json(*value);
    HEARTH_CHECK(canonical.has_value());
    HEARTH_CHECK(canonical_json(parse_json(*canonical).value()).value() == *canonical);
    return 0;
}
