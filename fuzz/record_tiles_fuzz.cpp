// Tile paths and entry bundles are written back as they were read.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "record/tiles.hpp"

using namespace hearth::record;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto name = parse_tile_path(text)) HEARTH_CHECK(path_of(*name) == text);
    for (const std::size_t width : {std::size_t{1}, std::size_t{3}, k_tile_width}) {
        if (const auto entries = decode_bundle(text, width)) HEARTH_CHECK(encode_bundle(*entries) == text);
    }
    return 0;
}
