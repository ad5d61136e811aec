// The demonstration as a newcomer meets it, through the program itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

/// What follows `words` in `text` up to the next white space.
std::string word_after(const std::string& text, const std::string& words) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos) return {};
    const std::size_t from = at + words.size();
    return text.substr(from, text.find_first_of(" \n", from) - from);
}

TEST(DemoCommand, MakesFiveOfficesWhoseRecordsProveAndWhoseHintsWork) {
    const TemporaryFolder folder;
    const std::string dir = (folder.path() / "demo").string();
    const Ran made = run_hearth({"demo", dir, "--only-made"});
    ASSERT_EQ(made.exit_code, 0) << made.output;
    EXPECT_LT(made.peak_kb, 64 * 1024);
    for (const char* office : {"three-willows", "nantan", "caoqing", "yuntan", "liuyuan"}) {
        const Ran replayed = run_hearth({"replay", dir + "/" + office});
        EXPECT_EQ(replayed.exit_code, 0) << replayed.output;
    }
    const std::string village = dir + "/three-willows";
    const Ran verified = run_hearth({"verify", village, "--memory", dir + "/verified", "--key", word_after(made.output, "--key ")});
    EXPECT_EQ(verified.exit_code, 0) << verified.output;
    const Ran confirmed = run_hearth({"act", village, "confirm", "--code", word_after(made.output, "confirm --code ")});
    EXPECT_EQ(confirmed.exit_code, 0) << confirmed.output;
    EXPECT_THAT(confirmed.output, testing::HasSubstr("now: closed"));
    const Ran again = run_hearth({"demo", dir, "--only-made"});
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_EQ(again.output, made.output.substr(made.output.find("A demonstration"))) << "it is there already and stays as it is";
}

TEST(DemoCommand, TouchesNoFolderThatHoldsSomethingElse) {
    const TemporaryFolder folder;
    EXPECT_EQ(run_hearth({"init", (folder.path() / "mine").string()}).exit_code, 0);
    const Ran refused = run_hearth({"demo", folder.path().string(), "--only-made"});
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_THAT(refused.output, testing::HasSubstr("holds something else"));
}

}  // namespace
}  // namespace hearth::tests
