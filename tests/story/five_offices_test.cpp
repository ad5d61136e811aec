#include <gtest/gtest.h>

#include <algorithm>

#include "clerk/receipt_code.hpp"
#include "matter/fold.hpp"
#include "office/custody.hpp"
#include "tests/support/region_acts.hpp"
#include "tests/support/shipped_rules.hpp"

namespace hearth::tests {
namespace {

class FiveOffices : public testing::Test {
protected:
    void lawful(const clerk::Outcome& outcome) { ASSERT_TRUE(outcome.answer()) << to_string(outcome.answer().error()); }
    std::string refused(const clerk::Outcome& outcome) {
        return outcome.answer() ? "lawful" : outcome.answer().error().rule + " " + outcome.answer().error().detail;
    }
    /// State and custodian ("here" when the office itself is it) as an office sees the matter.
    std::string seen_at(const std::string& office) {
        const auto matter = region_.matter(office, code_);
        if (!matter) return "nothing";
        return matter->state + " at " + (matter->custodian.empty() ? "here" : matter->custodian.text);
    }
    /// The state of the watch that an office keeps over this matter of another.
    std::string watch(const std::string& office, const std::string& about) {
        const auto digest = office::lateness_code({about}, clerk::receipt_code_digest(code_));
        const auto row = region_.store(office).matter_by_code(digest);
        return row ? row->state : "none";
    }
    std::string number_at(const std::string& office) {
        const auto matter = region_.matter(office, code_);
        return matter ? matter::number_of(*matter, region_.clerk(office).profile().matter_prefix) : "none";
    }

    Region region_{{"village", "township", "county", "city", "region"}, shipped_rules(), on("2026-03-02")};
    RegionActs people_{region_};
    std::string code_;
};

// The village is silent and its machine is off; the township sees it, steps in when the matter comes up, the county reviews, and
// the resident confirms. Her code is one all the way.
TEST_F(FiveOffices, TheVillageIsSilentTheTownshipStepsInTheCountyReviewsTheResidentConfirms) {
    code_ = people_.raise("village");
    lawful(people_.act("village", code_, "handler@village", "accept"));
    region_.settle();
    EXPECT_EQ(watch("township", "village"), "watched");
    EXPECT_EQ(seen_at("township"), "nothing") << "a slip says no more than a digest and a day";

    // The village must answer by 1 May; its machine is off from April on.
    region_.set_clock(on("2026-04-01"));
    region_.switch_off("village");
    region_.set_clock(on("2026-05-02"));
    EXPECT_EQ(watch("township", "village"), "watched") << "a day of grace";
    region_.set_clock(on("2026-05-08"));
    EXPECT_EQ(watch("township", "village"), "overdue") << "seen above without the village's machine";

    region_.switch_on("village");
    region_.set_clock(on("2026-05-08", 10));
    EXPECT_EQ(seen_at("village"), "late at township");
    EXPECT_EQ(seen_at("township"), "late at here");
    EXPECT_EQ(watch("township", "village"), "settled");
    EXPECT_EQ(number_at("township"), number_at("village"));
    EXPECT_EQ(region_.matter("township", code_)->due, region_.matter("village", code_)->due) << "nobody gained time";

    EXPECT_EQ(refused(people_.act("village", code_, "reviewer@township", "urge")), "office/elsewhere township");
    lawful(people_.act("township", code_, "reviewer@township", "urge"));
    lawful(people_.act("township", code_, "reviewer@township", "correct"));
    region_.settle();
    EXPECT_EQ(seen_at("village"), "reviewed at township") << "who holds a part hears of it";

    lawful(people_.act("township", code_, "resident", "ask_re_review"));
    region_.settle();
    EXPECT_EQ(seen_at("county"), "re_review at here");
    EXPECT_EQ(seen_at("township"), "re_review at county");
    EXPECT_EQ(seen_at("village"), "re_review at county");
    EXPECT_EQ(watch("city", "county"), "watched") << "the county owes an answer, and its superior knows by when";

    lawful(people_.act("county", code_, "re_reviewer@county", "re_correct"));
    lawful(people_.act("county", code_, "resident", "confirm"));
    region_.settle();
    for (const char* office : {"village", "township"}) EXPECT_EQ(seen_at(office), "closed at county");
    EXPECT_EQ(seen_at("county"), "closed at here");
    EXPECT_EQ(watch("city", "county"), "settled");
    EXPECT_EQ(number_at("county"), number_at("village"));
    EXPECT_EQ(region_.waiting(), 0U);
    EXPECT_EQ(region_.fault(), "");
}

TEST_F(FiveOffices, WhatIsAnnulledGoesBackToTheVillageAndComesUpAgain) {
    code_ = people_.raise("village");
    lawful(people_.act("village", code_, "handler@village", "accept"));
    lawful(people_.act("village", code_, "handler@village", "support"));
    lawful(people_.act("village", code_, "resident", "contest"));
    region_.settle();
    EXPECT_EQ(seen_at("township"), "review at here");
    lawful(people_.act("township", code_, "reviewer@township", "annul"));
    region_.settle();
    EXPECT_EQ(seen_at("village"), "accepted at here");
    EXPECT_EQ(seen_at("township"), "accepted at village");
    EXPECT_EQ(watch("township", "village"), "watched");
    EXPECT_EQ(refused(people_.act("township", code_, "handler@village", "support")), "office/elsewhere village");
    lawful(people_.act("village", code_, "handler@village", "support"));
    lawful(people_.act("village", code_, "resident", "confirm"));
    region_.settle();
    EXPECT_EQ(seen_at("township"), "closed at village");
    EXPECT_EQ(region_.fault(), "");
}

// Who goes to the county with what is the village's finds it with the village, under the same number and with the day she was
// promised at first; contested, it comes up one level, not to where she began.
TEST_F(FiveOffices, APassedDownMatterIsAnsweredBelowByTheFirstDay) {
    code_ = people_.raise("county");
    const auto first = region_.matter("county", code_)->due;
    lawful(people_.act("county", code_, "handler@county", "pass_on", {}, "village"));
    region_.settle();
    EXPECT_EQ(seen_at("county"), "passed_on at village");
    EXPECT_EQ(seen_at("village"), "passed_on at here");
    EXPECT_EQ(seen_at("township"), "nothing");
    EXPECT_EQ(region_.matter("village", code_)->due, first) << "passing on does not restart her clock";
    EXPECT_EQ(number_at("village"), number_at("county"));
    EXPECT_EQ(watch("township", "village"), "watched") << "the level next above holds the day";

    lawful(people_.act("village", code_, "handler@village", "accept"));
    lawful(people_.act("village", code_, "handler@village", "support"));
    lawful(people_.act("village", code_, "resident", "contest"));
    region_.settle();
    EXPECT_EQ(seen_at("township"), "review at here");
    EXPECT_EQ(seen_at("county"), "review at township") << "where she came in she hears of all of it";
    lawful(people_.act("township", code_, "reviewer@township", "correct"));
    lawful(people_.act("township", code_, "resident", "confirm"));
    region_.settle();
    for (const char* office : {"village", "county"}) EXPECT_EQ(seen_at(office), "closed at township");
    EXPECT_EQ(region_.fault(), "");
}

// Nobody below takes it up: the matter comes up one level at a time from where it lies.
TEST_F(FiveOffices, APassedDownMatterThatNobodyTakesUpRisesFromWhereItLies) {
    code_ = people_.raise("county");
    lawful(people_.act("county", code_, "handler@county", "pass_on", {}, "village"));
    region_.settle();
    region_.set_clock(on("2026-03-18"));
    EXPECT_EQ(seen_at("township"), "late_door at here");
    EXPECT_EQ(seen_at("county"), "late_door at township");
    region_.set_clock(on("2026-03-28"));
    EXPECT_EQ(seen_at("township"), "door_above at here") << "supervision has no machine of its own here";
    EXPECT_EQ(region_.fault(), "");
}

TEST_F(FiveOffices, AnOfficeThatIsNotHeardForTwoWorkingDaysIsSeenAbove) {
    region_.set_clock(on("2026-03-02", 12));
    EXPECT_GT(region_.store("township").size(), 1U) << "each office tells the one above that it works";
    region_.switch_off("village");
    const auto stale = [&] {
        const auto row = region_.store("township").matter_by_code(office::lateness_code({"village"}, {}));
        return row ? row->state : "none";
    };
    region_.set_clock(on("2026-03-04"));
    EXPECT_EQ(stale(), "none");
    region_.set_clock(on("2026-03-05"));
    EXPECT_EQ(stale(), "overdue");
    region_.switch_on("village");
    region_.set_clock(on("2026-03-05", 10));
    region_.set_clock(on("2026-03-05", 11));
    EXPECT_EQ(stale(), "settled");
    EXPECT_EQ(region_.fault(), "");
}

}  // namespace
}  // namespace hearth::tests
