#include "cli/refold.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "base/fault.hpp"
#include "clerk/clerk.hpp"
#include "clerk/effects.hpp"
#include "store/memory_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fixed_signer.hpp"
#include "tests/support/small_rules.hpp"

namespace hearth::tests {
namespace {

using testing::HasSubstr;
using testing::Optional;

/// A village of five matters, kept by a real clerk.
class Refolded : public testing::Test {
protected:
    Refolded() {
        clerk::Settings settings;
        settings.profile = village();
        settings.rules = rules_;
        settings.origin = "hearth.example/o/village";
        clerk::Clerk clerk({store_, signer_, clock_, randomness_}, settings);
        for (int i = 1; i <= 5; ++i) EXPECT_TRUE(clerk.submit_and_wait(ask(clock_.now(), i)).answer().has_value());
    }
    void fold() {
        EXPECT_TRUE(refold_.catch_up(store_, [](auto, auto) {}).has_value());
    }
    /// One row of the view, changed as if a bug had written it.
    void write_row(const std::function<void(record::MatterRow&)>& change) {
        record::MatterRow row = store_.matter({3}).value();
        change(row);
        store_.rebuild_batch({row}, {}, store_.office_state());
    }

    std::shared_ptr<const procedure::Ruleset> rules_ = small_rules();
    store::MemoryStore store_;
    FixedSigner signer_;
    FakeClock clock_{at("2026-03-02", 9)};
    clerk::SystemRandomness randomness_;
    cli::Refold refold_{village(), rules_};
};

TEST_F(Refolded, FollowsFromTheActs) {
    fold();
    EXPECT_EQ(refold_.size(), store_.size());
    EXPECT_EQ(refold_.rows().size(), 5U);
    EXPECT_EQ(cli::first_difference(store_, refold_), std::nullopt);
}

TEST_F(Refolded, NamesTheFirstMatterAndColumnThatDoNotFollow) {
    fold();
    write_row([](record::MatterRow& row) { row.state = "elsewhere"; });
    EXPECT_THAT(cli::first_difference(store_, refold_),
                Optional(AllOf(HasSubstr("matter 3, state"), HasSubstr("elsewhere"), HasSubstr("received"))));
    write_row([](record::MatterRow& row) { row.folded = "{}"; });
    EXPECT_THAT(cli::first_difference(store_, refold_), Optional(HasSubstr("matter 3, folded")));
}

TEST_F(Refolded, NamesARowWithoutActs) {
    fold();
    write_row([](record::MatterRow& row) { row.id = {77}; });
    EXPECT_THAT(cli::first_difference(store_, refold_), Optional(HasSubstr("matter 77 has a row but no act")));
}

TEST_F(Refolded, NamesFiguresAndOfficeThatDoNotFollow) {
    fold();
    store_.rebuild_batch({}, {}, "{}");
    EXPECT_THAT(cli::first_difference(store_, refold_), Optional(HasSubstr("office: the view says {}")));
    store_.rebuild_batch({}, {{"2026Q1/request/received", 1}}, refold_.office_state());
    EXPECT_THAT(cli::first_difference(store_, refold_), Optional(HasSubstr("figure 2026Q1/request/received")));
}

TEST_F(Refolded, FillsDroppedViewsAgainAsTheyWere) {
    const auto figures = store_.figures();
    const auto folded = store_.matter({2}).value().folded;
    fold();
    store_.drop_views();
    EXPECT_THAT(cli::first_difference(store_, refold_), Optional(HasSubstr("matter 1 has no row")));
    store_.rebuild_batch(refold_.rows(), refold_.figures(), refold_.office_state());
    EXPECT_EQ(cli::first_difference(store_, refold_), std::nullopt);
    EXPECT_EQ(store_.matter({2}).value().folded, folded);
    ASSERT_EQ(store_.figures().size(), figures.size());
    EXPECT_EQ(store_.figures().at(0).add, figures.at(0).add);
}

TEST_F(Refolded, RefusesARecordThatCannotBeFolded) {
    record::Batch batch;
    batch.first = store_.size();
    batch.entries = {{.leaf = "{}", .frame = "bm90IGEgZnJhbWU", .content = {}}};
    batch.matters = {{0}};
    store_.append(batch);
    const auto folded = refold_.catch_up(store_, [](auto, auto) {});
    EXPECT_EQ(folded.error().rule, "replay/frame");
    EXPECT_EQ(folded.error().detail, std::to_string(batch.first));
}

TEST_F(Refolded, StopsAClerkFromWorkingOnDroppedViews) {
    store_.drop_views();
    clerk::Settings settings;
    settings.profile = village();
    settings.rules = rules_;
    settings.origin = "hearth.example/o/village";
    EXPECT_THROW(clerk::Clerk({store_, signer_, clock_, randomness_}, settings), base::Fault);
}

}  // namespace
}  // namespace hearth::tests
