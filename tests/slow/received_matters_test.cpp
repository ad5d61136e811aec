// Matters that came from another office by letters, under the hands of the operator: views made anew, backed up, exported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class ReceivedMatters : public testing::Test {
protected:
    void SetUp() override {
        const Ran made = run_hearth({"demo", dir_, "--only-made"});
        ASSERT_EQ(made.exit_code, 0) << made.output;
        const std::string before = " in the village, the township or the county";
        const std::size_t end = made.output.find(before);
        ASSERT_NE(end, std::string::npos);
        code_ = made.output.substr(made.output.rfind(' ', end - 1) + 1, end - 1 - made.output.rfind(' ', end - 1));
    }
    std::string run(std::vector<std::string> words) {
        const Ran ran = run_hearth(std::move(words));
        EXPECT_EQ(ran.exit_code, 0) << ran.output;
        return ran.output;
    }
    std::string shown_at(const std::string& office) { return run({"show", dir_ + "/" + office, "--code", code_}); }

    TemporaryFolder folder_;
    std::string dir_ = (folder_.path() / "demo").string();
    std::string code_;
};

TEST_F(ReceivedMatters, AreReadableWhereverTheyCameAndNothingOfTheLettersShows) {
    const std::string village = shown_at("three-willows");
    for (const char* office : {"nantan", "caoqing"}) {
        const std::string shown = shown_at(office);
        EXPECT_THAT(shown, HasSubstr("request.points")) << "what the resident wrote came along, under its own name";
        EXPECT_THAT(shown, HasSubstr("record: 127.0.0.1:8080/o/three-willows")) << "and says in whose record it stands";
        EXPECT_THAT(shown, Not(HasSubstr("hearth-receipt")));
        EXPECT_THAT(shown, Not(HasSubstr(code_)));
    }
    EXPECT_THAT(village, HasSubstr("act: correct")) << "the village hears what the township decided";
}

TEST_F(ReceivedMatters, AreTheSameAfterTheViewsWereMadeAnewAndAfterABackup) {
    const std::string township = dir_ + "/nantan";
    const std::string before = shown_at("nantan");
    run({"rebuild", township});
    EXPECT_EQ(shown_at("nantan"), before);
    run({"replay", township});
    const std::filesystem::path to = folder_.path() / "backups";
    run({"backup", township, "--to", to.string()});
    for (const auto& file : std::filesystem::directory_iterator(to / "nantan")) {
        if (!file.path().filename().string().starts_with("office-")) continue;
        run({"restore", file.path().string(), township, "--replace"});
    }
    EXPECT_EQ(shown_at("nantan"), before);
    run({"replay", township});
    run({"verify", township, "--memory", dir_ + "/verified"});
    EXPECT_THAT(run({"export", township}), HasSubstr("hearth_export"));
}

}  // namespace
}  // namespace hearth::tests
