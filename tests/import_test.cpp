// The shipped import maps over small files of our own, through the real clerk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "ingest/importer.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/shipped_rules.hpp"
#include "tests/support/small_town.hpp"

namespace hearth::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const base::Instant k_now = *base::parse_rfc3339("2026-11-24T08:00:00Z");

std::string example(const std::string& name) { return file_text(source_folder() / "examples/import" / name); }

class Importing : public testing::Test {
protected:
    Importing()
        : town_({{"town"}, {}, "T", {}}, shipped_rules(), k_now),
          zone_(std::get<procedure::ZoneRules>(ingest::parse_zone(example("zones/america-new-york.yaml"), "z"))) {}

    static ingest::ImportMap map(const std::string& name) {
        return std::get<ingest::ImportMap>(ingest::parse_import_map(example(name), name));
    }

    ingest::ImportSummary import(const ingest::ImportMap& map, const std::string& text) {
        refused_.clear();
        std::istringstream in(text);
        ingest::Importer importer(town_.clerk(), map, &zone_,
                                  {.refused = [this](const base::Refusal& refusal) { refused_.push_back(to_string(refusal)); },
                                   .progress = [](std::uint64_t) {}});
        return importer.run(in, "f", k_now);
    }

    SmallTown town_;
    procedure::ZoneRules zone_;
    std::vector<std::string> refused_;
};

TEST_F(Importing, ShippedMapsFitTheShippedProcedureAndTheirSamples) {
    for (const auto& [name, sample] :
         {std::pair("boston-sla.yaml", "sample-sla.csv"), {"boston-open311.yaml", "sample-open311.json"}}) {
        const auto one = map(name);
        EXPECT_THAT(ingest::check_rules(one, town_.clerk().rules().pack), IsEmpty());
        std::istringstream in(example(sample));
        const auto survey = ingest::survey(in, one.format, sample);
        ASSERT_TRUE(survey);
        EXPECT_THAT(ingest::check_columns(one, survey->columns), IsEmpty());
    }
}

TEST_F(Importing, HistoryEntersWithItsOwnTimesAndFiresNothing) {
    const auto summary = import(map("boston-sla.yaml"), example("sample-sla.csv"));
    EXPECT_THAT(refused_, IsEmpty());
    EXPECT_EQ(summary.taken, 4U);
    EXPECT_EQ(summary.acts, 11U);
    EXPECT_EQ(town_.clerk().matter({1})->received_at, *base::parse_rfc3339("2015-03-02T14:00:00Z"));
    EXPECT_EQ(town_.clerk().matter({3})->state, "accepted");
    town_.set_clock({k_now.ms + std::int64_t{100} * 86'400'000});
    EXPECT_EQ(town_.store().size(), 12U) << "no term of history ends";
    EXPECT_THAT(town_.store().outbox(10), IsEmpty());
    EXPECT_EQ(town_.fault(), "");
}

TEST_F(Importing, OnTimeIsTheTargetItselfAndNotOneSecondMore) {
    const auto summary = import(map("boston-sla.yaml"), example("sample-sla.csv"));
    EXPECT_EQ(summary.on_time, 1U);
    EXPECT_EQ(summary.overdue, 1U);
    EXPECT_EQ(summary.differ, 0U);
    std::string other = example("sample-sla.csv");
    other.replace(other.find("OVERDUE"), 7, "ONTIME");
    SmallTown second({{"town"}, {}, "T", {}}, shipped_rules(), k_now);
    const auto sla = map("boston-sla.yaml");
    std::istringstream in(other);
    ingest::Importer importer(second.clerk(), sla, &zone_,
                              {.refused = [](const base::Refusal&) {}, .progress = [](std::uint64_t) {}});
    EXPECT_EQ(importer.run(in, "f", k_now).differ, 1U);
}

TEST_F(Importing, RunningAgainAddsOnlyWhatIsMissing) {
    const auto sla = map("boston-sla.yaml");
    const std::string all = example("sample-sla.csv");
    const std::string half = all.substr(0, all.find("\n3,") + 1);
    EXPECT_EQ(import(sla, half).acts, 6U);
    const auto whole = import(sla, all);
    EXPECT_EQ(whole.repeated, 2U);
    EXPECT_EQ(whole.acts, 5U);
    EXPECT_EQ(import(sla, all).acts, 0U);
    EXPECT_EQ(town_.store().size(), 12U);
}

TEST_F(Importing, ARowThatChangedIsRefusedByName) {
    const auto sla = map("boston-sla.yaml");
    std::string text = example("sample-sla.csv");
    ASSERT_EQ(import(sla, text).refused, 0U);
    text.replace(text.find("Branch down"), 11, "Tree down");
    const auto summary = import(sla, text);
    EXPECT_EQ(summary.acts, 0U);
    EXPECT_THAT(refused_, ElementsAre("refused conflict clerk/same_key_other_content (f:5 submit)"));
}

TEST_F(Importing, EachRefusedRowIsNamedAndTheOthersEnter) {
    std::string text = example("sample-sla.csv");
    text.replace(text.find("2015-03-02T10"), 13, "the other day");
    text.replace(text.find("2015-03-03T08"), 13, "2027-03-03T08");
    text += "5,2015\n";
    const auto summary = import(map("boston-sla.yaml"), text);
    EXPECT_EQ(summary.rows, 5U);
    EXPECT_EQ(summary.taken, 2U);
    EXPECT_EQ(summary.refused, 3U);
    EXPECT_THAT(refused_, ElementsAre("refused malformed import/time (f:4 opened) the other day:00:00",
                                      "refused out_of_time import/in_future (f:6 closed) 2027-03-03T13:00:00Z",
                                      "refused malformed import/row_columns (f:7) 2 for 13"));
}

TEST_F(Importing, AResidentsWordWakesHistory) {
    import(map("boston-open311.yaml"), example("sample-open311.json"));
    ASSERT_EQ(town_.clerk().matter({1})->state, "answered");
    office::Command contest;
    contest.office = {"town"};
    contest.procedure = {"request"};
    contest.act = "contest";
    contest.matter = base::MatterId{1};
    contest.by = {record::Actor::Kind::resident, town_.clerk().matter({1})->party, {}, {}};
    contest.fields = {{"words", "The snow is still there"}};
    contest.received_at = k_now;
    const auto outcome = town_.clerk().submit_and_wait(contest);
    ASSERT_TRUE(outcome.answer());
    EXPECT_EQ(outcome.answer()->due_day, "2026-12-24");
}

}  // namespace
}  // namespace hearth::tests
