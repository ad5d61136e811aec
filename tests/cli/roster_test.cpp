#include <gmock/gmock.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <regex>

#include "base/fault.hpp"
#include "clerk/receipt_code.hpp"
#include "cli/commands.hpp"
#include "cli/roster_book.hpp"
#include "cli/roster_codes.hpp"
#include "store/people_store.hpp"
#include "store/roster_store.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/founded_village.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

using people::RosterLine;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class RosterCommand : public testing::Test {
protected:
    RosterCommand() { tests::found_village(paths_); }

    /// What `hearth roster` says, on both its outputs.
    std::string run(const std::string& what, std::vector<std::string> more = {}) {
        CLI::App app;
        add_roster(app, exit_code_);
        std::vector<std::string> words(more.rbegin(), more.rend());
        for (const std::string& word : {paths_.root.string(), what, std::string("roster")}) words.push_back(word);
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        app.parse(words);
        return testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr();
    }
    std::string import(const std::string& csv, std::vector<std::string> more = {}) {
        const auto file = folder_.path() / "roster.csv";
        std::ofstream(file) << csv;
        more.insert(more.begin(), file.string());
        return run("import", more);
    }
    [[nodiscard]] record::Frame last_act() const {
        const auto store = open_store(paths_);
        return record::open_frame(store->entries(store->size() - 1, 1, false).at(0).frame).value();
    }
    [[nodiscard]] std::uint64_t acts() const { return open_store(paths_)->size(); }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
    int exit_code_ = -1;
};

constexpr const char* k_roster = "household,representative,until\n3-12,Alatengqiqige,2099-12-31\n3-13,Bo Yun,\n3-14,,\n";

TEST_F(RosterCommand, TakesARosterSealsItsNamesAndPutsNumbersOnTheRecord) {
    EXPECT_THAT(import(k_roster), HasSubstr("3 households: 3 added"));
    EXPECT_EQ(exit_code_, k_ok);
    EXPECT_EQ(last_act().act, "roster_entered");
    EXPECT_EQ(last_act().facts, (base::Json{{"households", 3}, {"named", 2}, {"added", 3}, {"gone", 0}, {"changed", 0}}));
    EXPECT_THAT(read_roster(paths_), ElementsAre(RosterLine{"3-12", "Alatengqiqige", base::parse_date("2099-12-31").value()},
                                                 RosterLine{"3-13", "Bo Yun", {}}, RosterLine{"3-14", "", {}}));
    EXPECT_THAT(tests::file_text(paths_.people()), AllOf(HasSubstr("3-12"), Not(HasSubstr("Alatengqiqige"))));
    EXPECT_THAT(run("show"), AllOf(HasSubstr("Households: 3\n"), HasSubstr("With a named representative: 2\n"),
                                   HasSubstr("Proved: 0\n"), Not(HasSubstr("3-12"))));
    EXPECT_THAT(run("show", {"--open"}), AllOf(HasSubstr("Not proved yet: 3-12 3-13\n"), Not(HasSubstr("Bo Yun"))));
}

TEST_F(RosterCommand, ShowsOnATryWhatWouldChangeAndTakesNothing) {
    import(k_roster);
    const std::uint64_t before = acts();
    const std::string tried = import("household,representative\n3-12,Alatengqiqige\n3-13,Cheng\n3-15,Dawa\n", {"--try"});
    EXPECT_THAT(tried, AllOf(HasSubstr("1 added, 1 gone, 1 with another representative, 1 with another last day"),
                             HasSubstr("Added: 3-15\n"), HasSubstr("Gone, with what was proved: 3-14\n"),
                             HasSubstr("Another representative, who has nothing proved: 3-13\n"), HasSubstr("this was a try")));
    EXPECT_EQ(acts(), before);
    EXPECT_EQ(read_roster(paths_).size(), 3U);
}

TEST_F(RosterCommand, NamesEveryBadRowAndTakesNothingThen) {
    import(k_roster);
    const std::uint64_t before = acts();
    const std::string said = import("household,representative,religion\n3-12,Alatengqiqige,a\n,Bo,b\n3-12,Cheng,c\n");
    EXPECT_EQ(exit_code_, k_refused);
    EXPECT_THAT(said, AllOf(HasSubstr("roster.csv:1 religion: A column religion is never taken"),
                            HasSubstr("roster.csv:3 household: This row names no household. (roster/no_household)"),
                            HasSubstr("roster.csv:4 household: This household stands in line 2 already."),
                            HasSubstr("Nothing was taken.")));
    EXPECT_EQ(acts(), before);
    EXPECT_EQ(read_roster(paths_).size(), 3U);
}

TEST_F(RosterCommand, KeepsAProofForTheSameRepresentativeOnly) {
    import(k_roster);
    const base::CivilDate today = today_in(paths_);
    store::PeopleStore kept(paths_.people());
    for (const char* label : {"3-12", "3-13"}) {
        kept.roster().put_codes({{label, "paper", today, today}});
        kept.roster().prove(label, "paper", {"own"}, today);
    }
    EXPECT_THAT(run("show"), HasSubstr("Proved: 2\n"));
    import("household,representative\n3-12,Alatengqiqige\n3-13,Cheng\n");
    EXPECT_TRUE(kept.roster().proof("3-12", "own"));
    EXPECT_FALSE(kept.roster().proof("3-13", "own"));
    EXPECT_THAT(run("end"), HasSubstr("Gone, with what was proved: 3-12 3-13\n"));
    EXPECT_FALSE(kept.roster().has_roster());
    EXPECT_EQ(last_act().facts, (base::Json{{"households", 0}, {"named", 0}, {"added", 0}, {"gone", 2}, {"changed", 0}}));
}

TEST_F(RosterCommand, PrintsASlipForEachWhoHasNotProvedItAndKeepsDigestsOnly) {
    import(k_roster);
    const std::string said = run("codes", {"--out", (folder_.path() / "slips").string(), "--language", "en"});
    EXPECT_THAT(said, AllOf(HasSubstr("Codes for 2 households"), HasSubstr("delete the file")));
    EXPECT_EQ(last_act().act, "roster_codes_drawn");
    EXPECT_EQ(last_act().facts, (base::Json{{"households", 2}}));
    const std::filesystem::path file = *std::filesystem::directory_iterator(folder_.path() / "slips");
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
    const std::string slips = tests::file_text(file);
    EXPECT_THAT(slips, AllOf(HasSubstr("<b>3-12</b>"), HasSubstr("Alatengqiqige"), HasSubstr("Bo Yun"), Not(HasSubstr("3-14"))));
    EXPECT_THAT(slips, AllOf(HasSubstr("hearth.example/<wbr>o/<wbr>village/<wbr>household"), Not(HasSubstr("<script")),
                             Not(HasSubstr("src=")), Not(HasSubstr("href=\"h"))))
        << "nothing outside itself";
    const std::regex code("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
    const std::vector<std::string> codes{std::sregex_token_iterator(slips.begin(), slips.end(), code), {}};
    ASSERT_EQ(codes.size(), 2U);
    EXPECT_THAT(tests::file_text(paths_.people()), Not(HasSubstr(codes[0])));
    store::PeopleStore kept(paths_.people());
    const base::CivilDate today = today_in(paths_);
    EXPECT_TRUE(kept.roster().prove("3-12", clerk::receipt_code_digest(codes[0]), {"own"}, today));
    EXPECT_THAT(run("codes", {"--out", folder_.path().string()}), HasSubstr("Codes for 1 households"))
        << "the proved one needs none";
    EXPECT_FALSE(kept.roster().fits("3-13", clerk::receipt_code_digest(codes[1]), today)) << "printed anew";
}

TEST_F(RosterCommand, PrintsForOneHouseholdAloneAlsoWhenItsOwnCodeWasLost) {
    import(k_roster);
    const auto slips = draw_codes(paths_, " 3-13 ", today_in(paths_));
    ASSERT_EQ(slips.size(), 1U);
    EXPECT_EQ(slips[0].representative, "Bo Yun");
    EXPECT_EQ(std::chrono::sys_days(slips[0].until) - std::chrono::sys_days(today_in(paths_)), std::chrono::days(29));
    keep_codes(paths_, slips, today_in(paths_));
    store::PeopleStore(paths_.people())
        .roster()
        .prove("3-13", clerk::receipt_code_digest(slips[0].code), {"own"}, today_in(paths_));
    EXPECT_EQ(draw_codes(paths_, "3-13", today_in(paths_)).size(), 1U);
    for (const char* nobody : {"3-14", "9-9"}) EXPECT_THROW(draw_codes(paths_, nobody, today_in(paths_)), base::Fault) << nobody;
}

}  // namespace
}  // namespace hearth::cli
