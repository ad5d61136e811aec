#include "store/packing.hpp"

#include <gtest/gtest.h>

#include "record/leaf.hpp"
#include "tests/store/sample_batch.hpp"

namespace hearth::store {
namespace {

TEST(Packing, HalvesWhatIsEncodedAndGivesItBack) {
    const std::string hex = base::hex(tests::sample_digest(1));
    EXPECT_EQ(pack_hex(hex).bytes.size(), 32U);
    EXPECT_EQ(unpack_hex(pack_hex(hex)), hex);
    const std::string disclosure = base::base64url("[\"salt\",\"name\",1]");
    EXPECT_EQ(pack_disclosure(disclosure).bytes, "[\"salt\",\"name\",1]");
    EXPECT_EQ(unpack_disclosure(pack_disclosure(disclosure)), disclosure);
}

TEST(Packing, KeepsEverythingElseAsItCame) {
    for (const std::string& text :
         {std::string(""), std::string("ABCD"), std::string("abc"), std::string("zz"), std::string("0a\n")}) {
        EXPECT_EQ(unpack_hex(pack_hex(text)), text);
        EXPECT_FALSE(pack_hex(text).decoded);
    }
    for (const std::string& text : {std::string(""), std::string("ab=="), std::string("a"), std::string("[1]")}) {
        EXPECT_EQ(unpack_disclosure(pack_disclosure(text)), text);
        EXPECT_FALSE(pack_disclosure(text).decoded);
        EXPECT_EQ(unpack_leaf(pack_leaf(text)), text);
        EXPECT_FALSE(pack_leaf(text).decoded);
    }
}

TEST(Packing, KeepsALeafAsIdDayAndDigests) {
    const std::string leaf = tests::sample_leaf(5);
    const Packed packed = pack_leaf(leaf);
    EXPECT_TRUE(packed.decoded);
    EXPECT_EQ(packed.bytes.size(), 16U + 4 + 8 * 32);
    EXPECT_EQ(unpack_leaf(packed), leaf);
}

TEST(Packing, GivesBackNoLeafFromADamagedRow) {
    for (const std::size_t length : {0UL, 1UL, 15UL, 16UL, 19UL, 20UL, 51UL}) {
        EXPECT_FALSE(record::parse_leaf(unpack_leaf({std::string(length, '\xff'), true}))) << length;
    }
}

}  // namespace
}  // namespace hearth::store
