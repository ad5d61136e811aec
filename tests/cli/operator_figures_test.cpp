// What the operator's monitoring is told: in its format, and nothing that watches persons.
#include "cli/operator_figures.hpp"

#include <gmock/gmock.h>

#include <set>

#include "clerk/effects.hpp"
#include "cli/backup_notes.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/prometheus_text.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class OperatorFigures : public testing::Test {
protected:
    OperatorFigures() {
        found("village", {{"township"}});
        found("township", {});
        for (const char* id : {"village", "township"}) offices_.push_back(std::make_unique<ServedOffice>(paths(id)));
        for (auto& office : offices_) office->connect(offices_);  // no letter goes: none of them begins
    }
    [[nodiscard]] OfficePaths paths(const std::string& id) const { return {folder_.path() / id}; }
    void found(const std::string& id, std::vector<base::OfficeId> above) {
        OfficeConfig config;
        config.id = {id};
        config.above = std::move(above);
        config.titles = {{"en", id}};
        config.host = "hearth.example";
        config.prefix = "PRE";
        found_office(paths(id), config, tests::pack_files("procedures/cn"));
    }
    clerk::Acknowledged raise() {
        office::Command command;
        command.by.kind = record::Actor::Kind::resident;
        command.office = {"village"};
        command.procedure = {"request"};
        command.act = "submit";
        command.fields = {{"kind", "claim"}, {"points", {"Mend the culvert"}}, {"account", "Sarnai could not pass."}};
        command.received_at = clerk::SystemClock().now();
        return *offices_.front()->open().clerk().submit_and_wait(command).answer();
    }
    std::string text() { return web::metrics_text(operator_figures(offices_, clerk::SystemClock().now())); }
    double value(const std::string& metric, const std::string& office) {
        const auto samples = tests::read_prometheus(text());
        for (auto [one, end] = samples.equal_range(metric); one != end; ++one)
            if (one->second.labels.at("office") == office) return one->second.value;
        ADD_FAILURE() << metric << " of " << office << " was not measured";
        return -1;
    }

    tests::TemporaryFolder folder_;
    std::vector<std::unique_ptr<ServedOffice>> offices_;
};

TEST_F(OperatorFigures, SayHowMuchThereIsAndHowLongItWaits) {
    raise();
    raise();
    EXPECT_EQ(value("hearth_open_matters", "village"), 2);
    EXPECT_EQ(value("hearth_open_matters", "township"), 0);
    EXPECT_EQ(value("hearth_overdue_matters", "village"), 0);
    EXPECT_EQ(value("hearth_acts_recorded_total", "village"), static_cast<double>(offices_.front()->open().store().size()));
    EXPECT_EQ(value("hearth_serving", "village"), 1);
    EXPECT_GE(value("hearth_batches_total", "village"), 2);
    EXPECT_GE(value("hearth_letters_waiting", "village"), 2);
    EXPECT_GE(value("hearth_notices_waiting", "village"), 2);
    EXPECT_GT(value("hearth_record_bytes", "village"), 0);
    EXPECT_GT(value("hearth_disk_free_bytes", "village"), 0);
    EXPECT_THAT(text(), Not(HasSubstr("hearth_backup_age_seconds")));
    const base::Instant hour_ago{clerk::SystemClock().now().ms - 3'600'000};
    write_backup_notes(paths("village").backup_notes(), {BackupNotes::Made{"f", hour_ago, hour_ago}, {}});
    EXPECT_GE(value("hearth_backup_age_seconds", "village"), 3600);
}

TEST_F(OperatorFigures, WatchNobody) {
    const clerk::Acknowledged raised = raise();
    store::PeopleStore people(paths("village").people());
    people.add({{"aa11"}, "gaoyun", "$argon2id$", false});
    people.give({{"aa11"}, {"handler"}, *base::parse_date("2026-01-01"), {}});
    const std::set<std::string> offices{"village", "township"};
    for (const auto& [metric, sample] : tests::read_prometheus(text())) {
        for (const auto& [label, named] : sample.labels) {
            EXPECT_TRUE(label == "office" || label == "to") << metric << " has the label " << label;
            EXPECT_TRUE(offices.contains(named)) << metric << " names " << named;
        }
    }
    for (const std::string& secret :
         {raised.code, raised.number, std::string("gaoyun"), std::string("Sarnai"), std::string("handler"), std::string("request")})
        EXPECT_THAT(text(), Not(HasSubstr(secret)));
}

}  // namespace
}  // namespace hearth::cli
