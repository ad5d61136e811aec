// A photo or a voice note is refused or becomes one that lost nothing more when it is read again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "clerk/picture.hpp"
#include "clerk/sound.hpp"

using namespace hearth;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto bare = clerk::bare_jpeg(bytes)) {
        HEARTH_CHECK(bare->size() <= bytes.size() && clerk::bare_jpeg(*bare).value() == *bare);
    }
    if (const auto bare = clerk::bare_png(bytes)) {
        HEARTH_CHECK(bare->size() <= bytes.size() && clerk::bare_png(*bare).value() == *bare);
    }
    if (const auto bare = clerk::bare_wave(bytes)) {
        HEARTH_CHECK(bare->size() <= bytes.size() + 1 && clerk::bare_wave(*bare).value() == *bare);
    }
    return 0;
}
