#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/paths.hpp"
#include "tests/support/story.hpp"

namespace hearth::tests {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> story_files() {
    std::vector<std::string> files;
    for (const char* folder : {"tests/story", "tests/defect"})
        for (const auto& entry : fs::directory_iterator(source_folder() / folder))
            if (entry.path().extension() == ".story") files.push_back(std::string(folder) + "/" + entry.path().filename().string());
    std::ranges::sort(files);
    return files;
}

class Story : public testing::TestWithParam<std::string> {};

TEST_P(Story, ComesAsTold) {
    for (const std::string& failure : play_story(GetParam(), read(source_folder() / GetParam()))) ADD_FAILURE() << failure;
}

TEST(StoryPlayer, NamesEachLineThatDoesNotHold) {
    const std::string story =
        "story Wrong on purpose\nat 2026-03-02 09:00\nwhen ana submit\nthen state accepted\nand owes nobody\nand acts +3\n"
        "when handler@village support\nwhen ana confirm\nthen refused conflict request/confirm\nthen rain\nsing\n";
    const std::vector<std::string> expected = {"s:4: it is state received",
                                               "s:5: it is owes village",
                                               "s:6: it is acts +1",
                                               "s:7: not told: refused out_of_order request/support received",
                                               "s:9: it is refused out_of_order request/confirm",
                                               "s:10: refused out_of_order request/confirm received",
                                               "s:11: no such word: sing"};
    EXPECT_EQ(play_story("s", story), expected);
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
    std::string name = fs::path(info.param).stem().string();
    std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, Story, testing::ValuesIn(story_files()), name_of);

}  // namespace
}  // namespace hearth::tests
