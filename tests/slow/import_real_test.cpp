// Thousands of real requests of a real city, through the program itself: import, kill, go on, verify.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "store/sqlite_store.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {
namespace {

using testing::HasSubstr;

class RealImport : public testing::Test {
protected:
    void SetUp() override {
        const auto data = shared_data("civic");
        if (!data) GTEST_SKIP() << "the real requests lie in shared/data/civic, which is not here";
        data_ = *data;
        const Ran founded = run_hearth({"init", office_, "--id", "city"});
        ASSERT_EQ(founded.exit_code, 0) << founded.output;
        const std::size_t at = founded.output.find("localhost:8080/o/city+");
        key_ = founded.output.substr(at, founded.output.find('\n', at) - at);
    }

    Ran import(const std::string& file, const std::string& map, const std::function<bool(const std::string&)>& watch = {}) const {
        return run_hearth({"import", office_, (data_ / file).string(), "--map", map}, watch);
    }
    static std::string shipped(const std::string& map) { return (source_folder() / "examples/import" / map).string(); }

    void expect_proved(const std::string& entries) const {
        const Ran verified = run_hearth({"verify", office_, "--key", key_, "--memory", (folder_.path() / "verified").string()});
        EXPECT_EQ(verified.exit_code, 0) << verified.output;
        EXPECT_THAT(verified.output, HasSubstr(entries + ", every one of them read"));
    }

    std::int64_t figure(const std::string& what) const {
        store::SqliteStore store(store::files_in(office_));
        std::int64_t sum = 0;
        for (const record::FigureDelta& figure : store.figures())
            if (figure.key.ends_with("/request/" + what)) sum += figure.add;
        return sum;
    }

    TemporaryFolder folder_;
    std::string office_ = (folder_.path() / "city").string();
    std::filesystem::path data_;
    std::string key_;
};

TEST_F(RealImport, AllRequestsOfTheOpen311EndpointEnterAsHistory) {
    const Ran imported = import("boston-open311-requests.json", shipped("boston-open311.yaml"));
    EXPECT_EQ(imported.exit_code, 0) << imported.output;
    EXPECT_THAT(imported.output, HasSubstr("2224 rows: 2224 are in the record, 0 refused; 6264 acts added\n"));
    EXPECT_THAT(imported.output, HasSubstr("Dropped, since the map does not name them: service_code\n"));
    EXPECT_EQ(figure("received"), 2224);
    EXPECT_EQ(figure("answered"), 1816);
    EXPECT_EQ(figure("time_kept") + figure("time_missed"), 0) << "the source promises no day";
    expect_proved("6,265");
}

TEST_F(RealImport, OnTimeAndOverdueAreThoseOfTheCityAlsoAfterBeingKilled) {
    const auto until_a_third = [](const std::string& line) { return !line.starts_with("row 2037 "); };
    const Ran killed = import("boston-311-2015-sla.csv", shipped("boston-sla.yaml"), until_a_third);
    ASSERT_EQ(killed.exit_code, -1) << killed.output;
    const Ran resumed = import("boston-311-2015-sla.csv", shipped("boston-sla.yaml"));
    EXPECT_EQ(resumed.exit_code, 0) << resumed.output;
    EXPECT_THAT(resumed.output, HasSubstr("6796 rows: 6796 are in the record ("));
    EXPECT_THAT(resumed.output, HasSubstr("3039 on time, 990 overdue; the source says otherwise of 0\n"));
    EXPECT_EQ(figure("received"), 6796);
    EXPECT_EQ(figure("answered"), 5103);
    // Four cases with a target are closed, but the city's own word is missing; all four came late.
    EXPECT_EQ(figure("time_kept"), 3039);
    EXPECT_EQ(figure("time_missed"), 990 + 4);
    const Ran again = import("boston-311-2015-sla.csv", shipped("boston-sla.yaml"));
    EXPECT_THAT(again.output, HasSubstr("(6796 of them were before), 0 refused; 0 acts added\n"));
    expect_proved("18,696");
    store::SqliteStore store(store::files_in(office_));
    EXPECT_TRUE(store.outbox(1).empty()) << "history sends no notices";
}

TEST_F(RealImport, AMapThatNamesAMissingColumnIsRefusedWithItsPlaceAndNothingEnters) {
    std::string text = file_text(shipped("boston-open311.yaml"));
    text.replace(text.find("facts: status_notes"), 19, "facts: status_words");
    const std::string map = (folder_.path() / "wrong.yaml").string();
    std::ofstream(map) << text;
    const Ran refused = import("boston-open311-requests.json", map);
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_EQ(refused.output, "refused not_found import/unknown_column (" + map + ":21:14 status_words)\nNothing was imported.\n");
    expect_proved("1");
}

}  // namespace
}  // namespace hearth::tests
