// `hearth check` as a program: its JSON and its exit codes.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/json.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::procedure {
namespace {

namespace fs = std::filesystem;

struct Ran {
    int exit_code = -1;
    std::string out;
};

Ran check(const std::string& arguments) {
    const std::string command = tests::build_folder().string() + "/hearth check " + arguments + " 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    Ran ran;
    std::array<char, 4096> part{};
    while (const std::size_t count = fread(part.data(), 1, part.size(), pipe)) ran.out.append(part.data(), count);
    ran.exit_code = WEXITSTATUS(pclose(pipe));
    return ran;
}

/// The sample pack on the disk, with one edit: a folder of its own for each test, for several of them run at once.
class SampleOnDisk {
public:
    SampleOnDisk(std::string_view name, std::string_view old_text, std::string_view new_text) {
        for (const SourceFile& file : tests::with_edit(tests::pack_files("tests/procedure/sample"), name, old_text, new_text)) {
            fs::create_directories((path() / file.name).parent_path());
            std::ofstream(path() / file.name, std::ios::binary) << file.bytes;
        }
    }

    [[nodiscard]] const fs::path& path() const { return folder_.path(); }

private:
    tests::TemporaryFolder folder_;
};

TEST(CheckCommand, ProvesWhatWeShip) {
    const Ran ran = check(tests::source_folder().string() + "/procedures --json");
    EXPECT_EQ(ran.exit_code, 0) << ran.out;
    const auto json = base::parse_json(ran.out);
    ASSERT_TRUE(json) << ran.out;
    ASSERT_FALSE(json->empty());
    for (const auto& report : *json) {
        EXPECT_TRUE(report["procedure"].is_string());
        EXPECT_EQ(report["proved"].size(), 24U);
        EXPECT_GT(report["configurations"].get<int>(), 1);
        EXPECT_TRUE(report["violations"].empty());
    }
}

TEST(CheckCommand, ShowsTheShortestWayToABreach) {
    const SampleOnDisk sample("information.yaml", "from: [deciding], to: refused", "from: [received, deciding], to: refused");
    const Ran ran = check(sample.path().string() + " --json");
    EXPECT_EQ(ran.exit_code, 1);
    const auto json = base::parse_json(ran.out);
    ASSERT_TRUE(json) << ran.out;
    const auto& violation = json->at(0)["violations"].at(0);
    EXPECT_EQ(violation["right"], 13);
    EXPECT_EQ(violation["where"], (sample.path() / "information.yaml:51:3").string());
    EXPECT_EQ(violation["path"], (base::Json{"start", "received (Ask)", "refused (Refuse or give in part)"}));
    EXPECT_EQ(json->at(0)["proved"].size(), 23U);
}

TEST(CheckCommand, TellsErrorsOfTheTextAsRightZero) {
    const SampleOnDisk sample("information.yaml", "from: [deciding], to: refused", "from: [deciding], to: refusd");
    const Ran ran = check(sample.path().string() + " --json");
    EXPECT_EQ(ran.exit_code, 1);
    const auto json = base::parse_json(ran.out);
    ASSERT_TRUE(json) << ran.out;
    EXPECT_EQ(json->at(0)["procedure"], "information");
    EXPECT_TRUE(json->at(0)["proved"].empty());
    EXPECT_EQ(json->at(0)["violations"].at(0)["right"], 0);
    EXPECT_TRUE(json->at(0)["violations"].at(0)["path"].empty());
}

TEST(CheckCommand, NamesNoProcedureWhereNoneCouldBeRead) {
    const SampleOnDisk sample("information.yaml", "procedure: information", "procedure: [information");
    const auto json = base::parse_json(check(sample.path().string() + " --json").out);
    ASSERT_TRUE(json);
    EXPECT_TRUE(json->at(0)["procedure"].is_null());
    EXPECT_EQ(json->at(0)["configurations"], 0);
}

TEST(CheckCommand, SaysSoWhenThereIsNoFolder) {
    const Ran ran = check("/nonexistent/folder");
    EXPECT_EQ(ran.exit_code, 3);
    EXPECT_NE(ran.out.find("/nonexistent/folder"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace hearth::procedure
