#include "store/sealed_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "store/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

const std::string k_key(32, 'k');
const store::SealedHead k_head{"office", "village", {1'800'000'000'000}, {1'802'592'000'000}};

class SealedFile : public testing::Test {
protected:
    void seal(const std::string& bytes) {
        std::ofstream(plain_, std::ios::binary) << bytes;
        store::seal_file(plain_, sealed_, k_key, k_head);
    }
    std::string rule_of_opening(const std::string& key = k_key) {
        const auto opened = store::open_sealed_file(sealed_, folder_.path() / "opened", key);
        EXPECT_EQ(opened.has_value(), std::filesystem::exists(folder_.path() / "opened"));
        return opened ? "" : opened.error().rule;
    }

    TemporaryFolder folder_;
    std::filesystem::path plain_ = folder_.path() / "plain";
    std::filesystem::path sealed_ = folder_.path() / "sealed";
};

TEST_F(SealedFile, GivesBackFilesOfAnyLength) {
    for (const std::size_t length : {0UL, 1UL, 65'535UL, 65'536UL, 65'537UL, 200'000UL}) {
        const std::string bytes(length, 'x');
        seal(bytes);
        EXPECT_EQ(rule_of_opening(), "") << length;
        EXPECT_EQ(store::read_file(folder_.path() / "opened"), bytes) << length;
        EXPECT_EQ(store::read_file(sealed_).find("xxxx"), std::string::npos);
    }
}

TEST_F(SealedFile, SaysWhatItIsWithoutTheKey) {
    seal("abc");
    EXPECT_EQ(store::read_sealed_head(sealed_).value(), k_head);
}

TEST_F(SealedFile, IsRefusedWhenCutOffAnywhere) {
    seal(std::string(150'000, 'x'));
    const std::string whole = store::read_file(sealed_);
    const std::size_t line = whole.find('\n') + 1;
    for (const std::size_t keep : {line + 5, line + 24, line + 24 + 65'553, line + 24 + 65'553 * 2, whole.size() - 1}) {
        std::ofstream(sealed_, std::ios::binary) << whole.substr(0, keep);
        EXPECT_EQ(rule_of_opening(), "backup/cut_off") << keep;
    }
    for (const std::size_t keep : {0UL, 20UL, line - 1}) {
        std::ofstream(sealed_, std::ios::binary) << whole.substr(0, keep);
        EXPECT_EQ(rule_of_opening(), "backup/not_one") << keep;
    }
}

TEST_F(SealedFile, IsRefusedWhenABitWasFlippedAnywhere) {
    seal(std::string(150'000, 'x'));
    const std::string whole = store::read_file(sealed_);
    for (std::size_t at = 0; at < whole.size(); at += at < 150 ? 1 : 7919) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        std::ofstream(sealed_, std::ios::binary) << flipped;
        EXPECT_NE(rule_of_opening(), "") << at;
    }
}

TEST_F(SealedFile, IsRefusedWithBytesAfterItsEndOrAnotherKey) {
    seal("abc");
    EXPECT_NE(rule_of_opening(std::string(32, 'o')), "");
    std::ofstream(sealed_, std::ios::binary | std::ios::app) << "x";
    EXPECT_NE(rule_of_opening(), "");
}

TEST_F(SealedFile, IsRefusedWhenItsLifeWasProlonged) {
    seal("abc");
    std::string whole = store::read_file(sealed_);
    const std::size_t year = whole.find("2027");
    ASSERT_NE(year, std::string::npos);
    whole[year + 3] = '9';
    std::ofstream(sealed_, std::ios::binary) << whole;
    EXPECT_NE(rule_of_opening(), "");
}

}  // namespace
}  // namespace hearth::tests
