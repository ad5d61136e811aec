// A verifier that shares no code with ours (tests/judge/judge_log.go, over the Go team's library) judges a record that our code
// wrote, and refuses it after one flipped byte.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "record/merkle_tree.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sample_record.hpp"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class OutsideJudge : public testing::Test {
protected:
    void SetUp() override {
        if (std::system("command -v go >/dev/null") != 0 || !fs::exists("/usr/share/gocode/src/golang.org/x/mod/sumdb")) {
            GTEST_SKIP() << "the Go compiler or golang-golang-x-mod-dev is not installed";
        }
        work_ = tests::build_folder() / "outside_judge";
        fs::remove_all(work_);
        fs::create_directories(work_);
        const std::string build =
            "cd " + work_.string() + " && GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=" + (work_ / "cache").string() +
            " GOFLAGS= go build -o judge_log " + (tests::source_folder() / "tests/judge/judge_log.go").string();
        ASSERT_EQ(std::system(build.c_str()), 0);
    }
    void TearDown() override { fs::remove_all(work_); }

    fs::path log() const { return work_ / "log"; }

    bool accepts(const std::string& old = {}) const {
        const std::string run = (work_ / "judge_log").string() + " " + log().string() + " " + record_.key().text() + " " + old +
                                " >" + (work_ / "out").string() + " 2>&1";
        return std::system(run.c_str()) == 0;
    }

    void flip(const std::string& path, std::size_t at) const {
        std::string bytes = tests::file_text(log() / path);
        ASSERT_LT(at, bytes.size()) << path;
        bytes[at] ^= 1;
        tests::write_file(log() / path, bytes);
    }

    tests::SampleRecord record_;
    fs::path work_;
};

TEST_F(OutsideJudge, AcceptsOurRecordAndRefusesOneFlippedByte) {
    record_.write_served_files(log(), record_.grow(300));
    EXPECT_TRUE(accepts()) << tests::file_text(work_ / "out");
    const auto old = record::read_checkpoint(record_.checkpoint()).value().checkpoint;
    const std::string seen = std::to_string(old.size) + " " + base::base64(base::view(old.root));
    record_.write_served_files(log(), record_.grow(66'000));
    EXPECT_TRUE(accepts(seen)) << tests::file_text(work_ / "out");
    EXPECT_FALSE(accepts("301 " + base::base64(base::view(old.root))));
    for (const auto& [path, at] : {std::pair{"tile/0/000", 100U},
                                   {"tile/1/000", 8191U},
                                   {"tile/2/000.p/1", 0U},
                                   {"tile/1/001.p/2", 33U},
                                   {"tile/entries/257", 300U},
                                   {"checkpoint", 25U}}) {
        flip(path, at);
        EXPECT_FALSE(accepts()) << path;
        flip(path, at);
    }
    EXPECT_TRUE(accepts());
}

}  // namespace
}  // namespace hearth
