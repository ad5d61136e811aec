// Whatever is packed comes back as it was, and whatever a damaged row holds is unpacked without harm.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "store/packing.hpp"

using namespace hearth::store;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    HEARTH_CHECK(unpack_disclosure(pack_disclosure(text)) == text);
    HEARTH_CHECK(unpack_leaf(pack_leaf(text)) == text);
    HEARTH_CHECK(unpack_hex(pack_hex(text)) == text);
    const Packed row{std::string(text), true};
    (void)unpack_disclosure(row);
    (void)unpack_leaf(row);
    (void)unpack_hex(row);
    return 0;
}
