// The program as a shell meets it.
#include <gmock/gmock.h>

#include <regex>

#include "cli/commands.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"

namespace hearth::cli {
namespace {

using testing::HasSubstr;

TEST(Program, SaysItsVersion) {
    std::smatch version;
    const std::string project = tests::file_text(tests::source_folder() / "CMakeLists.txt");
    ASSERT_TRUE(std::regex_search(project, version, std::regex(R"(project\(hearth VERSION ([0-9.]+))")));
    const auto ran = tests::run_hearth({"--version"});
    EXPECT_EQ(ran.exit_code, k_ok);
    EXPECT_EQ(ran.output, "hearth " + version[1].str() + "\n");
}

TEST(Program, TellsWhatItDoesNotUnderstand) {
    for (const std::vector<std::string>& words : {std::vector<std::string>{}, {"reign"}, {"verify", "--no-such-option"}}) {
        const auto ran = tests::run_hearth(words);
        EXPECT_EQ(ran.exit_code, k_usage);
        EXPECT_THAT(ran.output, HasSubstr("--help"));
    }
}

}  // namespace
}  // namespace hearth::cli
