// Whatever the readers of leaves, disclosures and frames take, has one spelling.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "record/act.hpp"
#include "record/leaf.hpp"

using namespace hearth;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto leaf = record::parse_leaf(text)) {
        const std::vector<std::string> digests(leaf->digests.begin(), leaf->digests.end());
        HEARTH_CHECK(record::write_leaf(leaf->id, leaf->date, digests) == text);
        HEARTH_CHECK(base::canonical_json(base::parse_json(text).value()).value() == text);
    }
    (void)record::open_disclosure(text);
    (void)record::open_disclosure(base::base64url(text));
    if (const auto value = base::parse_json(text)) {
        if (const auto frame = record::frame_from_json(*value)) HEARTH_CHECK(record::to_json(*frame) == *value);
    }
    return 0;
}
