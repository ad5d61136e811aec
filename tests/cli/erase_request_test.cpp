#include "cli/erase_request.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "cli/housekeeping.hpp"
#include "store/subscription_store.hpp"
#include "tests/cli/small_office.hpp"

namespace hearth::tests {
namespace {

class EraseOrder : public SmallOffice {
protected:
    EraseOrder() {
        for (int i = 1; i <= 2; ++i) {
            const auto outcome = clerk_->submit_and_wait(ask(clock_.now(), i));
            std::filesystem::create_directories(paths_.receipts());
            std::ofstream(paths_.receipts() / std::to_string(i)) << outcome.answer()->receipt;
        }
    }
    std::string rule_of(const cli::EraseRequest& request) {
        const auto outcome = cli::erase(request, *clerk_, paths_, clock_.now());
        return outcome.answer() ? "" : outcome.answer().error().rule;
    }
    std::size_t fields_of(std::int64_t matter) { return store_.entries_of({matter}).at(0).content.size(); }
};

TEST_F(EraseOrder, TakesAllContentOfOneMatterAndItsReceipts) {
    const std::size_t before = fields_of(2);
    EXPECT_EQ(rule_of({"village", "1", "", "request"}), "");
    EXPECT_EQ(fields_of(1), 0U);
    EXPECT_EQ(fields_of(2), before);
    EXPECT_FALSE(std::filesystem::exists(paths_.receipts() / "1"));
    EXPECT_TRUE(std::filesystem::exists(paths_.receipts() / "2"));
}

TEST_F(EraseOrder, EndsTheNewsOfTheMatterWithItsContent) {
    store::SubscriptionStore news(paths_.people());
    news.begin({"t1", {1}, {"p"}, "ana@mail.example", "en", clock_.now(), {}});
    news.begin({"t2", {2}, {"p"}, "bo@mail.example", "en", clock_.now(), {}});
    EXPECT_EQ(rule_of({"village", "1", store_.entries_of({1}).at(0).content.at(0).name, "request"}), "");
    EXPECT_EQ(news.of({1}).size(), 1U) << "some of her content is still there";
    EXPECT_EQ(rule_of({"village", "1", "", "request"}), "");
    EXPECT_TRUE(news.of({1}).empty());
    EXPECT_EQ(news.of({2}).size(), 1U);
}

TEST_F(EraseOrder, TakesOneFieldOnly) {
    const std::size_t before = fields_of(1);
    const std::string name = store_.entries_of({1}).at(0).content.at(0).name;
    EXPECT_EQ(rule_of({"village", "V-2026-0001", name, "court_order"}), "");
    EXPECT_EQ(fields_of(1), before - 1);
}

TEST_F(EraseOrder, IsNotNeededForReceiptsWhoseContentTheClockErased) {
    cli::Housekeeper housekeeper(paths_, store_);
    housekeeper.look(clock_.now());
    EXPECT_TRUE(std::filesystem::exists(paths_.receipts() / "1"));
    const auto before = cli::size_of_journal(paths_);
    for (int day = 0; day <= 366; ++day) {
        clock_.advance_ms(86'400'000);
        clerk_->tick();
    }
    ASSERT_GT(cli::size_of_journal(paths_), before);
    housekeeper.look({clock_.now().ms - 366 * 86'400'000LL});
    EXPECT_FALSE(std::filesystem::exists(paths_.receipts() / "1"));
    EXPECT_FALSE(std::filesystem::exists(paths_.receipts() / "2"));
}

TEST_F(EraseOrder, IsRefusedWhenThereIsNothingToErase) {
    EXPECT_EQ(rule_of({"village", "9", "", "request"}), "erase/content");
    EXPECT_EQ(rule_of({"village", "1", "no.such", "request"}), "erase/content");
    EXPECT_EQ(rule_of({"village", "1", "", "request"}), "");
    EXPECT_EQ(rule_of({"village", "1", "", "request"}), "erase/content");
    EXPECT_EQ(rule_of({"village", "x", "", "request"}), "act/matter");
}

TEST_F(EraseOrder, TakesNoGroundThatCouldNameSomebody) {
    for (const char* ground : {"", "Request of Sarnai", "because\n", "\xE5\x8E\xBB"}) {
        EXPECT_EQ(rule_of({"village", "1", "", ground}), "erase/ground") << ground;
    }
    EXPECT_EQ(rule_of({"village", "1", "", std::string(65, 'a')}), "erase/ground");
    EXPECT_GT(fields_of(1), 0U);
}

TEST_F(EraseOrder, IsTheSameOverTheSocket) {
    const cli::EraseRequest request{"village", "1", "request.name", "request"};
    EXPECT_EQ(cli::erase_request_from_json(cli::to_json(request)).value(), request);
    auto json = cli::to_json(request);
    json["ground"] = 7;
    EXPECT_EQ(cli::erase_request_from_json(json).error().place.field, "ground");
    EXPECT_EQ(cli::erase_request_from_json("x").error().rule, "erase/request");
}

}  // namespace
}  // namespace hearth::tests
