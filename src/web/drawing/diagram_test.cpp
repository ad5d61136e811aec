#include "web/drawing/diagram.hpp"

#include <cmath>
#include <sstream>

#include <gmock/gmock.h>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include "tests/support/small_rules.hpp"
#include "web/drawing/cards.hpp"

namespace hearth::web::drawing {
namespace {

class Diagram : public testing::Test {
protected:
    const Site nobody;
    const pages::Tongue english{nobody, k_english};
    const std::shared_ptr<const procedure::Ruleset> rules = tests::small_rules();
    const procedure::Procedure& borrow = rules->pack.procedures.front();

    [[nodiscard]] std::vector<Card> cards() const { return cards_of(borrow, rules->pack, english, 600); }
    [[nodiscard]] const Card& card(const std::vector<Card>& all, std::string_view state) const {
        const auto at = std::ranges::find(borrow.states, state, &procedure::State::id) - borrow.states.begin();
        return *std::ranges::find(all, static_cast<int>(at) + 1, &Card::number);
    }
    [[nodiscard]] int number_of(std::string_view state) const {
        return static_cast<int>(std::ranges::find(borrow.states, state, &procedure::State::id) - borrow.states.begin()) + 1;
    }
    [[nodiscard]] boost::property_tree::ptree drawn(Sheet sheet) const {
        std::istringstream text(diagram_of(borrow, rules->pack, english, sheet));
        boost::property_tree::ptree tree;
        boost::property_tree::read_xml(text, tree);
        return tree.get_child("svg");
    }
};

TEST_F(Diagram, NamesForEveryStateOwnerTermAndEveryWayOut) {
    const std::vector<Card> all = cards();
    const Card& received = card(all, "received");
    std::string said;
    for (const CardLine& line : received.lines) said += line.text + "\n";
    EXPECT_THAT(said, testing::HasSubstr("the office that handles it · 10 working days"));
    EXPECT_THAT(said, testing::HasSubstr("answer →\u00a0" + std::to_string(number_of("answered"))));
    EXPECT_THAT(said, testing::HasSubstr("the day passes →\u00a0" + std::to_string(number_of("late"))));
}

TEST_F(Diagram, DrawsEachActAndEachExpiryAsAWayOut) {
    const std::vector<Card> all = cards();
    std::size_t ways = 0;
    for (const Card& one : all) ways += one.ways.size();
    std::size_t written = 0;
    for (const auto& state : borrow.states) {
        if (state.on_expire && !state.on_expire->to.empty()) ++written;
        for (const auto& act : borrow.acts) {
            if (act.to != "same") written += static_cast<std::size_t>(std::ranges::count(act.from, state.id));
        }
    }
    EXPECT_EQ(ways, written);
}

TEST_F(Diagram, MovesACardToTheRightForEachLevelUp) {
    const std::vector<Card> all = cards();
    EXPECT_EQ(card(all, "received").indent, 0);
    EXPECT_EQ(card(all, "late").indent, 1);
    EXPECT_EQ(card(all, "late").look, Look::above);
}

TEST_F(Diagram, IsWellFormedAndA3HasTheProportionsOfTheSheet) {
    std::istringstream box(drawn(Sheet::a3).get<std::string>("<xmlattr>.viewBox"));
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    box >> left >> top >> width >> height;
    EXPECT_NEAR(width / height, 420.0 / 297.0, 0.01);
    EXPECT_EQ(drawn(Sheet::telephone).get<std::string>("title"), borrow.title.in("en"));
}

TEST_F(Diagram, KeepsEveryCardOnTheSheet) {
    for (const Sheet sheet : {Sheet::telephone, Sheet::a3}) {
        const auto tree = drawn(sheet);
        const double height = tree.get<double>("rect.<xmlattr>.height");
        std::size_t boxes = 0;
        for (const auto& [name, element] : tree) {
            if (name != "rect") continue;
            ++boxes;
            EXPECT_LE(element.get<double>("<xmlattr>.y", 0) + element.get<double>("<xmlattr>.height"), height + 0.1);
        }
        EXPECT_EQ(boxes, cards().size() + 1);  // and the ground
    }
}

}  // namespace
}  // namespace hearth::web::drawing
