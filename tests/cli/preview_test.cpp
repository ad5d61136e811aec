// What another pack or calendar would do, told before it is taken.
#include <gmock/gmock.h>

#include <fstream>

#include "clerk/effects.hpp"
#include "cli/act_request.hpp"
#include "cli/preview/foresight.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/founded_village.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A village with matters, and beside it the pack that somebody thinks of.
class Preview : public testing::Test {
protected:
    Preview() {
        tests::found_village(paths_);
        std::filesystem::copy(paths_.procedures(), pack_, std::filesystem::copy_options::recursive);
        office_ = std::make_unique<OpenOffice>(paths_);
    }

    void submit(int count) {
        for (int i = 0; i < count; ++i) {
            ActRequest request;
            request.act = "submit";
            request.fields = {{"kind", "claim"}, {"points", {"Mend the well"}}, {"account", "It fell in."}};
            act(request);
        }
    }
    void announce(std::int64_t matter) {
        ActRequest request;
        request.act = "announce";
        request.fields = {{"facts", "The well is the township's"},
                          {"evidence", {"The map"}},
                          {"rules", {"Water Law"}},
                          {"reasons", {"It lies beyond the border"}},
                          {"competent", "township"}};
        request.matter = std::to_string(matter);
        request.as = "handler";
        act(request);
    }
    /// Replaces the first match in a file of the pack.
    void edit(const std::string& file, const std::string& from, const std::string& to) {
        std::string text = tests::file_text(pack_ / file);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        std::ofstream(pack_ / file) << text;
    }
    void raise_version() {
        const int version = preview::foresee(paths_, read_procedures(pack_)).before->pack.procedure("request")->version;
        edit("request.yaml", "version: " + std::to_string(version), "version: " + std::to_string(version + 1));
    }
    web::Foresight foresee() { return preview::foresee(paths_, read_procedures(pack_)); }
    std::string words() { return preview::text_of(foresee(), "en"); }

    tests::TemporaryFolder folder_;
    OfficePaths paths_{folder_.path() / "village"};
    std::filesystem::path pack_ = folder_.path() / "pack";
    std::unique_ptr<OpenOffice> office_;

private:
    void act(const ActRequest& request) {
        const auto command = command_of(request, office_->clerk(), clerk::SystemClock().now());
        ASSERT_TRUE(command) << to_string(command.error());
        const auto outcome = office_->clerk().submit_and_wait(*command);
        ASSERT_TRUE(outcome.answer()) << to_string(outcome.answer().error());
    }
};

TEST_F(Preview, SaysThatThePackInForceChangesNothingAndWritesNothing) {
    const std::uint64_t size = office_->store().size();
    const auto changed = std::filesystem::last_write_time(paths_.database());
    EXPECT_THAT(words(), HasSubstr("Nothing would change."));
    raise_version();
    EXPECT_THAT(words(), HasSubstr("version"));
    EXPECT_EQ(office_->store().size(), size) << "asked while the office is open";
    EXPECT_EQ(std::filesystem::last_write_time(paths_.database()), changed);
    EXPECT_EQ(office_->store().packs().size(), 1U);
}

TEST_F(Preview, TellsTermsActsReadersAndHowLongThingsAreKept) {
    raise_version();
    edit("request.yaml", "deadline: {n: 15, unit: cd", "deadline: {n: 10, unit: cd");
    edit("request.yaml", "Your words", "What you want to say");
    edit("request.yaml", "keep: {n: 5, unit: y, from: closed}", "keep: {n: 3, unit: y, from: closed}");
    const std::string told = words();
    EXPECT_THAT(told, HasSubstr("the term of the step \"Received\": 15 days → 10 days"));
    EXPECT_THAT(told, HasSubstr("is kept (n): 5 → 3"));
    EXPECT_THAT(told, HasSubstr("wording only: 1 place\n"));
    EXPECT_THAT(told, HasSubstr("it takes nothing away from residents"));
    EXPECT_THAT(told, Not(HasSubstr("Working days")));
}

TEST_F(Preview, CountsTheMattersThatKeepTheirVersionAndThoseToWhichTheNewerIsOffered) {
    submit(3);
    raise_version();
    edit("request.yaml", "deadline: {n: 15, unit: cd", "deadline: {n: 10, unit: cd");
    EXPECT_THAT(words(), HasSubstr("request: 3 open matters would keep version"));
    EXPECT_THAT(words(), HasSubstr("the newer one would be offered to 3 of them"));
    edit("request.yaml", "deadline: {n: 10, unit: cd", "deadline: {n: 16, unit: cd");
    const std::string told = words();
    EXPECT_THAT(told, AllOf(HasSubstr("would be offered to 0 of them"), HasSubstr("not every change adds")));
}

TEST_F(Preview, RefusesAsTheOfficeWouldWithTheWayToTheBreach) {
    edit("request.yaml", "success: [confirmed, time_kept, overturned, waiting_age]", "success: [received]");
    const web::Foresight seen = foresee();
    EXPECT_THAT(seen.refused, AllOf(HasSubstr("the procedures take rights away"), HasSubstr("right 8")));
    EXPECT_THAT(preview::text_of(seen, "en"), HasSubstr("It would be refused: "));
}

TEST_F(Preview, RefusesAnotherTextUnderTheSameVersionAndWhatDoesNotLoad) {
    edit("request.yaml", "Requests of residents", "Petitions of residents");
    EXPECT_THAT(foresee().refused, HasSubstr("its version is still"));
    edit("request.yaml", "procedure: request", "procedure: [");
    const web::Foresight seen = foresee();
    EXPECT_FALSE(seen.after);
    EXPECT_THAT(preview::text_of(seen, "en"), HasSubstr("It would be refused: "));
}

TEST_F(Preview, CountsByDayWhichTermsAnotherCalendarWouldMove) {
    submit(3);
    for (std::int64_t matter = 1; matter <= 2; ++matter) announce(matter);  // five working days from then
    const std::string day = office_->clerk().matter({1})->due->last_day;
    const unsigned number = std::chrono::weekday(std::chrono::sys_days(base::parse_date(day).value())).iso_encoding();
    const std::vector<std::string> names = {"mon", "tue", "wed", "thu", "fri"};
    ASSERT_LE(number, names.size());
    edit("calendars/cn.yaml", "weekend: [sat, sun]", "weekend: [sat, sun, " + names[number - 1] + "]");
    edit("calendars/cn.yaml", "version: 1", "version: 2");
    const web::Foresight seen = foresee();
    EXPECT_EQ(seen.refused, "");
    ASSERT_EQ(seen.moved.size(), 1U);
    EXPECT_EQ(base::to_string(seen.moved[0].from), day);
    EXPECT_GT(seen.moved[0].to, seen.moved[0].from);
    EXPECT_EQ(seen.moved[0].count, 2U) << "the third is counted in calendar days";
    EXPECT_EQ(seen.terms, 3U);
    const std::string told = preview::text_of(seen, "en");
    EXPECT_THAT(told, AllOf(HasSubstr("calendar cn version 2"), HasSubstr("becomes a day off"), HasSubstr(": 2 open matters\n"),
                            HasSubstr("Days that were promised stand.")));
    EXPECT_TRUE(seen.running.empty()) << "every procedure is as it was";
}

}  // namespace
}  // namespace hearth::cli
