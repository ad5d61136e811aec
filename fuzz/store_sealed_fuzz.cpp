// A backup of any bytes is refused by a reason or opened; refused, it leaves nothing behind. What was sealed with our key and
// changed afterwards never opens: the first byte of an input says where, the second how.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "store/files.hpp"
#include "store/sealed_file.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace hearth;

namespace {

const std::string k_key(store::k_seal_key_bytes, 'k');

void write(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

bool opens(const std::filesystem::path& sealed, const std::filesystem::path& plain) {
    (void)store::read_sealed_head(sealed);
    const auto opened = store::open_sealed_file(sealed, plain, k_key);
    HEARTH_CHECK(opened.has_value() == std::filesystem::exists(plain));
    HEARTH_CHECK(opened || !opened.error().rule.empty());
    std::filesystem::remove(plain);
    return opened.has_value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const tests::TemporaryFolder folder;
    const std::filesystem::path plain = folder.path() / "plain";
    const std::filesystem::path sealed = folder.path() / "sealed";
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    write(sealed, bytes);
    (void)opens(sealed, plain);
    if (size < 2) return 0;

    write(plain, bytes);
    std::filesystem::remove(sealed);
    store::seal_file(plain, sealed, k_key, {"office", "village", {1'800'000'000'000}, {1'802'592'000'000}});
    std::filesystem::remove(plain);
    std::string changed = store::read_file(sealed);
    changed[(data[0] * std::size_t{256} + data[1]) % changed.size()] ^= static_cast<char>(data[1] | 1);
    write(sealed, changed);
    HEARTH_CHECK(!opens(sealed, plain));
    return 0;
}
