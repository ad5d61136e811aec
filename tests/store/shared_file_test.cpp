// A database that this process has open several times, as a served office has, while another process opens, writes and closes it.
#include <gmock/gmock.h>

#include <fstream>

#include "store/people_store.hpp"
#include "store/roster_store.hpp"
#include "store/subscription_store.hpp"
#include "tests/support/founded_village.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::store {
namespace {

TEST(SharedFile, KeepsItsLogWhenAnotherProcessClosesIt) {
    const tests::TemporaryFolder folder;
    const cli::OfficePaths paths{folder.path() / "village"};
    tests::found_village(paths);
    PeopleStore people(paths.people());
    SubscriptionStore subscriptions(paths.people());
    PeopleStore(paths.people()).forget_readings_before({0});  // as the daily housekeeping does
    ASSERT_FALSE(people.roster().has_roster());

    const auto roster = folder.path() / "roster.csv";
    std::ofstream csv(roster);
    csv << "household,representative\n";
    for (int i = 0; i < 500; ++i) csv << i << ",Bo Yun\n";
    csv.close();
    const tests::Ran ran = tests::run_hearth({"roster", "import", paths.root.string(), roster.string()});
    ASSERT_EQ(ran.exit_code, 0) << ran.output;
    EXPECT_TRUE(std::filesystem::exists(paths.people().string() + "-wal")) << "it is still in use here";
    EXPECT_EQ(people.roster().households().size(), 500U);
    EXPECT_TRUE(people.add({{"aa11"}, "gaoyun", "", false}));
    EXPECT_TRUE(PeopleStore(paths.people()).account_of("gaoyun")) << "what is written here is not lost";
}

}  // namespace
}  // namespace hearth::store
