#include "store/search_index.hpp"

#include <gtest/gtest.h>

#include "store/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

bool is_anywhere(const std::string& word, const std::filesystem::path& folder) {
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (store::read_file(file.path()).find(word) != std::string::npos) return true;
    }
    return false;
}

TEST(SearchIndex, ScrubsWhenOpenedWhatWasForgottenBeforeACrash) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "search.db";
    {
        store::SearchIndex index(file, 9);
        index.put(9, {{{1}, "brokenlamp"}, {{2}, "drywell"}});
        index.forget({{1}});
        EXPECT_TRUE(is_anywhere("brokenlamp", folder.path())) << "only a scrub takes the bytes away; else this test says nothing";
    }
    store::SearchIndex index(file, 9);
    EXPECT_FALSE(is_anywhere("brokenlamp", folder.path()));
    EXPECT_TRUE(is_anywhere("drywell", folder.path()));
    EXPECT_EQ(index.find("drywell", 9).size(), 1U);
    EXPECT_EQ(index.stale(9).size(), 1U);
    EXPECT_EQ(index.mark(), 9U);
}

TEST(SearchIndex, IsReadableByItsOwnerOnlyAlsoAfterAScrub) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "search.db";
    store::SearchIndex index(file, 9);
    index.scrub();
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

}  // namespace
}  // namespace hearth::tests
