// The demonstration township, played in memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "cli/demo/play.hpp"
#include "tests/support/shipped_rules.hpp"
#include "tests/support/small_town.hpp"

namespace hearth::cli::demo {
namespace {

const base::Instant k_end = *base::parse_rfc3339("2026-11-24T08:00:00Z");

std::vector<Played> play(tests::SmallTown& small, const Town& town, std::size_t matters, std::uint64_t seed) {
    Dice dice(seed);
    return play_office(small.clerk(), [&small](base::Instant now) { small.set_clock_unseen(now); }, town, matters, dice, k_end);
}

std::unique_ptr<tests::SmallTown> small_town(const TownOffice& one) {
    return std::make_unique<tests::SmallTown>(office::OfficeProfile{one.config.id, one.config.above, one.config.prefix, {}},
                                              tests::shipped_rules(), base::Instant{k_end.ms - play_length_ms()}, 5);
}

TEST(DemoTown, HasFiveLevelsInTwoLanguages) {
    const Town town = shipped_town("demo.example");
    ASSERT_EQ(town.offices.size(), 5U);
    for (std::size_t i = 0; i < town.offices.size(); ++i) {
        const OfficeConfig& config = town.offices[i].config;
        EXPECT_EQ(config.above.size(), 4 - i);
        EXPECT_FALSE(config.titles.at("en").empty());
        EXPECT_FALSE(config.titles.at("zh-Hans").empty());
    }
    std::set<std::string> languages;
    for (const Topic& topic : town.topics) languages.insert(topic.language);
    EXPECT_EQ(languages.size(), 2U);
    ASSERT_EQ(town.roster.size(), 12U);
    EXPECT_FALSE(town.roster.front().representative.empty());
    EXPECT_TRUE(town.roster.back().representative.empty()) << "one household has named nobody";
}

TEST(DemoTown, ShowsAMatterInEveryStateThatItsPlansLeadTo) {
    const Town town = shipped_town("demo.example");
    const auto small = small_town(town.offices.front());
    std::set<std::string> shown;
    for (const Played& played : play(*small, town, town.offices.front().matters, 1)) {
        EXPECT_EQ(played.state, played.wanted) << played.number;
        shown.insert(played.state);
    }
    std::set<std::string> all;
    for (const auto& state : small->clerk().rules().pack.procedure("request")->states) all.insert(state.id);
    // The demonstration has no agents yet, leads nobody into another way, and each of its offices keeps what it received.
    for (const char* not_shown : {"with_agent", "agent_late", "draft_shown", "own_hand", "passed_on", "assigned", "led"})
        all.erase(not_shown);
    EXPECT_EQ(shown, all);
    EXPECT_EQ(small->fault(), "");
}

TEST(DemoTown, PlaysAtEveryLevelAlsoWhereNobodyIsAbove) {
    const Town town = shipped_town("demo.example");
    for (const TownOffice& one : town.offices) {
        const auto small = small_town(one);
        EXPECT_EQ(play(*small, town, plans().size(), 2).size(), plans().size());
        EXPECT_EQ(small->fault(), "");
    }
}

TEST(DemoTown, IsTheSameForTheSameSeed) {
    const Town town = shipped_town("demo.example");
    const auto codes = [&town](std::uint64_t seed) {
        const auto small = small_town(town.offices[3]);
        std::vector<std::string> codes;
        for (const Played& played : play(*small, town, 8, seed))
            codes.push_back(played.number + " " + played.code + " " + played.state);
        codes.push_back(small->store().checkpoint());
        return codes;
    };
    EXPECT_EQ(codes(7), codes(7));
    EXPECT_NE(codes(7), codes(8));
}

}  // namespace
}  // namespace hearth::cli::demo
