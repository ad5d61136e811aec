#include "store/roster_store.hpp"

#include <gmock/gmock.h>

#include "store/people_store.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

base::CivilDate day(const char* text) { return base::parse_date(text).value(); }

const base::CivilDate k_today = day("2026-11-29");
constexpr std::uint64_t k_entry = 7;

class RosterOfAnOffice : public testing::Test {
protected:
    RosterOfAnOffice() {
        roster().enter({{"3-12", "sealed ana", {}}, {"3-13", "sealed bo", day("2026-12-31")}, {"3-14", "", {}}}, {}, k_entry);
        roster().put_codes({{"3-12", "paper", k_today, day("2026-12-29")}, {"3-13", "other", k_today, day("2026-12-29")}});
    }
    RosterStore& roster() { return store_->roster(); }
    void reopen() {
        store_.reset();
        store_.emplace(file_);
    }

    tests::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "people.db";
    std::optional<PeopleStore> store_{file_};
};

TEST_F(RosterOfAnOffice, KeepsItsOrderAndTellsNumbersOnly) {
    reopen();
    const auto households = roster().households();
    ASSERT_EQ(households.size(), 3U);
    EXPECT_EQ(households[1].label, "3-13");
    EXPECT_EQ(households[1].until, day("2026-12-31"));
    EXPECT_EQ(households[2].representative, "");
    const auto standing = roster().standing(k_today);
    EXPECT_EQ(standing.households, 3);
    EXPECT_EQ(standing.named, 2);
    EXPECT_EQ(standing.codes_out, 2);
    EXPECT_EQ(standing.proved, 0);
    EXPECT_THAT(roster().not_proved(k_today), ElementsAre("3-12", "3-13"));
}

TEST_F(RosterOfAnOffice, TakesACodeOnPaperOnceAndThenHerOwn) {
    EXPECT_TRUE(roster().fits("3-12", "paper", k_today));
    EXPECT_FALSE(roster().fits("3-13", "paper", k_today)) << "of another household";
    EXPECT_TRUE(roster().prove("3-12", "paper", {"own", "sealed"}, k_today));
    reopen();
    EXPECT_EQ(roster().again("3-12"), "sealed");
    EXPECT_EQ(roster().again("3-13"), "");
    EXPECT_FALSE(roster().fits("3-12", "paper", k_today)) << "a spent code opens nothing";
    EXPECT_FALSE(roster().prove("3-12", "paper", {"again"}, k_today));
    EXPECT_FALSE(roster().proof("3-12", "paper"));
    EXPECT_FALSE(roster().proof("3-13", "own"));
    const auto proof = roster().proof("3-12", "own");
    ASSERT_TRUE(proof);
    EXPECT_EQ(proof->proved, k_today);
    EXPECT_EQ(proof->roster, k_entry);
    EXPECT_FALSE(proof->until);
    EXPECT_TRUE(roster().is_proved("3-12"));
    EXPECT_THAT(roster().not_proved(k_today), ElementsAre("3-13"));
    EXPECT_EQ(roster().standing(k_today).codes_out, 1);
    EXPECT_EQ(roster().standing(k_today).proved, 1);
}

TEST_F(RosterOfAnOffice, CountsTheLastDaysOfCodeAndTerm) {
    EXPECT_TRUE(roster().fits("3-12", "paper", day("2026-12-29")));
    EXPECT_FALSE(roster().fits("3-12", "paper", day("2026-12-30")));
    EXPECT_FALSE(roster().prove("3-12", "paper", {"own"}, day("2026-12-30")));
    roster().put_codes({{"3-13", "late", day("2026-12-20"), day("2027-01-19")}});
    EXPECT_TRUE(roster().fits("3-13", "late", day("2026-12-31")));
    EXPECT_FALSE(roster().prove("3-13", "late", {"own"}, day("2027-01-01"))) << "her term has ended";
    EXPECT_TRUE(roster().prove("3-13", "late", {"own"}, day("2026-12-31")));
    EXPECT_EQ(roster().standing(day("2026-12-31")).proved, 1);
    EXPECT_EQ(roster().standing(day("2027-01-01")).proved, 0);
    EXPECT_EQ(roster().proof("3-13", "own")->until, day("2026-12-31")) << "she may still be told when it ended";
}

TEST_F(RosterOfAnOffice, VoidsTheOlderCodeWhenOneIsPrintedAnew) {
    roster().put_codes({{"3-12", "newer", k_today, day("2026-12-29")}});
    EXPECT_FALSE(roster().fits("3-12", "paper", k_today));
    EXPECT_TRUE(roster().fits("3-12", "newer", k_today));
    EXPECT_TRUE(roster().fits("3-13", "other", k_today));
}

TEST_F(RosterOfAnOffice, GivesACodeAnewToWhoeverLostHerOwn) {
    roster().prove("3-12", "paper", {"own"}, k_today);
    roster().put_codes({{"3-12", "newer", k_today, day("2026-12-29")}});
    EXPECT_TRUE(roster().proof("3-12", "own")) << "until the new one is used";
    EXPECT_TRUE(roster().prove("3-12", "newer", {"own anew"}, day("2026-11-30")));
    EXPECT_FALSE(roster().proof("3-12", "own"));
    EXPECT_EQ(roster().proof("3-12", "own anew")->proved, day("2026-11-30"));
}

TEST_F(RosterOfAnOffice, TakesProofAndCodeFromAHouseholdWhoseRepresentativeChangedOrThatIsGone) {
    roster().prove("3-12", "paper", {"own"}, k_today);
    roster().enter({{"3-13", "sealed bo anew", {}}, {"3-12", "sealed ana anew", {}}}, {"3-12", "3-13"}, k_entry + 1);
    EXPECT_TRUE(roster().proof("3-12", "own")) << "the same representative, sealed anew";
    EXPECT_EQ(roster().proof("3-12", "own")->roster, k_entry) << "by the roster of that day";
    EXPECT_TRUE(roster().fits("3-13", "other", k_today));
    roster().enter({{"3-12", "sealed cheng", {}}}, {}, k_entry + 2);
    EXPECT_FALSE(roster().proof("3-12", "own"));
    EXPECT_FALSE(roster().fits("3-13", "other", k_today));
    EXPECT_EQ(roster().standing(k_today).codes_out, 0);
    roster().enter({}, {}, k_entry + 3);
    EXPECT_FALSE(roster().has_roster());
}

TEST_F(RosterOfAnOffice, ForgetsWhoIsGoneOnTheDiskToo) {
    roster().enter({{"3-13", "sealed bo", {}}}, {"3-13"}, k_entry + 1);
    store_.reset();  // the last connection folds the journal back
    EXPECT_THAT(tests::file_text(file_), Not(HasSubstr("sealed ana")));
    EXPECT_THAT(tests::file_text(file_), HasSubstr("sealed bo"));
}

TEST_F(RosterOfAnOffice, LetsARepresentativeGiveItBackOnceAndOnlyByHerOwnCode) {
    roster().prove("3-12", "paper", {"own"}, k_today);
    EXPECT_FALSE(roster().give_back("3-12", "paper"));
    EXPECT_FALSE(roster().give_back("3-13", "own"));
    EXPECT_TRUE(roster().give_back("3-12", "own"));
    EXPECT_FALSE(roster().give_back("3-12", "own"));
    EXPECT_FALSE(roster().is_proved("3-12"));
    EXPECT_THAT(roster().not_proved(k_today), ElementsAre("3-12", "3-13"));
}

}  // namespace
}  // namespace hearth::store
