#include "store/paper_files.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "record/sha256.hpp"
#include "store/memory_store.hpp"
#include "tests/store/sample_batch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

constexpr base::Instant k_now{1'800'000'000'000};

class Papers : public testing::Test {
protected:
    record::PaperKey keep(const std::string& words, std::uint64_t entry) {
        const auto sealed = papers_.keep(words);
        return {sealed.digest, sealed.key, entry, "request.words"};
    }
    void set_age(const std::string& digest, std::int64_t ms) {
        const std::chrono::sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds(k_now.ms - ms)};
        std::filesystem::last_write_time(folder_.path() / "papers" / digest, std::chrono::file_clock::from_sys(at));
    }
    bool is_there(const std::string& digest) { return std::filesystem::exists(folder_.path() / "papers" / digest); }

    TemporaryFolder folder_;
    store::PaperFiles papers_{folder_.path() / "papers"};
    store::MemoryStore store_;
};

TEST_F(Papers, AreReadBackByTheirKeyOnly) {
    const auto paper = keep("a letter of a resident", 0);
    EXPECT_EQ(papers_.read(paper).value(), "a letter of a resident");
    auto other = paper;
    other.key[0] ^= 1;
    EXPECT_EQ(papers_.read(other).error().rule, "paper/changed");
    other.digest = base::hex(sample_digest(1));
    EXPECT_EQ(papers_.read(other).error().rule, "paper/file");
}

TEST_F(Papers, LieEncryptedUnderTheirDigest) {
    const auto paper = keep("a letter of a resident", 0);
    std::ifstream file(folder_.path() / "papers" / paper.digest);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(bytes.find("letter"), std::string::npos);
    EXPECT_EQ(base::hex(base::view(record::sha256(bytes))), paper.digest);
}

TEST_F(Papers, AreRefusedWhenAByteWasFlippedOrCutOff) {
    const auto paper = keep("a letter of a resident", 0);
    const auto file = folder_.path() / "papers" / paper.digest;
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    EXPECT_EQ(papers_.read(paper).error().rule, "paper/changed");
    std::ofstream(file) << "x";
    EXPECT_EQ(papers_.read(paper).error().rule, "paper/changed");
}

TEST_F(Papers, ThatNoActNamedAreSweptAfterADay) {
    const auto named = keep("named", 0);
    const auto young = keep("young", 0);
    const auto old = keep("old", 0);
    auto batch = sample_batch(0, 1);
    batch.papers = {named};
    store_.append(batch);
    set_age(named.digest, 90'000'000);
    set_age(young.digest, 80'000'000);
    set_age(old.digest, 90'000'000);
    EXPECT_EQ(papers_.sweep(store_, k_now), 1U);
    EXPECT_TRUE(is_there(named.digest) && is_there(young.digest));
    EXPECT_FALSE(is_there(old.digest));
}

TEST_F(Papers, WhoseFieldWasErasedAreSweptAtOnce) {
    const auto paper = keep("a letter", 0);
    auto batch = sample_batch(0, 1);
    batch.papers = {paper};
    store_.append(batch);
    auto erasing = sample_batch(1, 1);
    erasing.erasures = {{0, ""}};
    store_.append(erasing);
    EXPECT_EQ(papers_.sweep(store_, {0}), 1U);
    EXPECT_FALSE(is_there(paper.digest));
}

}  // namespace
}  // namespace hearth::tests
