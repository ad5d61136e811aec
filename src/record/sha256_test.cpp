#include "record/sha256.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth::record {
namespace {

// FIPS 180-4, examples of NIST.
TEST(Sha256, GivesTheExamplesOfTheStandard) {
    EXPECT_EQ(base::hex(base::view(sha256(""))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(base::hex(base::view(sha256("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(base::hex(base::view(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

RC_GTEST_PROP(Sha256, PartsHashAsTheirWhole, (char first, const std::string& left, const std::string& right)) {
    RC_ASSERT(sha256(first, left, right) == sha256(first + left + right));
    RC_ASSERT(sha256(first, left) == sha256(first + left));
}

}  // namespace
}  // namespace hearth::record
